import { fieldOf } from './csvw-datatype'
import { listIn, recordIn, textIn, textsIn, wordIn } from './csvw-values'

type Part = Readonly<Record<string, unknown>>

/** A table as metadata of CSV on the Web describes it. */
export interface CsvwTable {
  /** As the document writes it. */
  readonly url: string
  /** The JSON pointer of its description. */
  readonly pointer: string
  /** What it says itself. */
  readonly own: Part
  /** What it takes over from the group of tables. */
  readonly group: Part
}

/** The tables of a document together, whose schemas may stand in other files. */
export interface CsvwGroup {
  readonly tables: readonly CsvwTable[]
  readonly schemaOf: (table: CsvwTable) => Part | undefined
  /** The table whose schema is the one at an address, as it is written in the schema of another table. */
  readonly tableUnder: (schemaReference: string, from: CsvwTable) => CsvwTable | undefined
}

/** The tables that a document describes. */
export function csvwTables(document: unknown): readonly CsvwTable[] {
  const root = recordIn(document) ?? {}
  const isGroup = Array.isArray(root['tables'])
  const tables = isGroup ? (root['tables'] as readonly unknown[]) : [root]
  return tables.flatMap((value, index) => {
    const own = recordIn(value) ?? {}
    const url = wordIn(own['url'])
    return url === undefined
      ? []
      : [{ url, pointer: isGroup ? `/tables/${index}` : '', own, group: isGroup ? root : {} }]
  })
}

/**
 * The Table Schema that says of the columns of a table what CSVW says (https://www.w3.org/TR/tabular-metadata/#schemas);
 * undefined where it says nothing.
 */
export function tableSchemaOf(table: CsvwTable, group: CsvwGroup): Part | undefined {
  const schema = group.schemaOf(table)
  const columns = columnsOf(schema)
  if (!schema || columns.length === 0) return undefined
  const chain = [schema, table.own, table.group]
  const fields = columns.map((column, index) => fieldIn(column, index, chain))
  const isNamed = columns.every((column, index) => labelsOf(column, index).isSaid)
  const keys = listIn(schema['foreignKeys']).flatMap(key => foreignKeyIn(key, table, group) ?? [])
  return {
    fields,
    fieldsMatch: isNamed ? 'exact' : 'partial',
    ...(schema['primaryKey'] !== undefined && { primaryKey: labelled(schema['primaryKey'], schema) }),
    ...(keys.length > 0 && { foreignKeys: keys }),
  }
}

/** The Table Dialect that says of a table what its dialect of CSVW says; undefined where it says nothing. */
export function tableDialectOf(dialect: unknown): Part | undefined {
  const told = recordIn(dialect)
  if (!told) return undefined
  const { delimiter, quoteChar, doubleQuote, commentPrefix, header, headerRowCount, skipRows, trim } = told
  const skipInitialSpace =
    trim === undefined ? told['skipInitialSpace'] : trim !== false && trim !== 'false' && trim !== 'end'
  const skipped = typeof skipRows === 'number' ? skipRows : 0
  const rows = typeof headerRowCount === 'number' ? headerRowCount : header === false ? 0 : 1
  return {
    ...(wordIn(delimiter) !== undefined && { delimiter }),
    ...((textIn(quoteChar) !== undefined || quoteChar === null) && { quoteChar }),
    ...(doubleQuote === false && { escapeChar: '\\', doubleQuote }),
    ...(wordIn(commentPrefix) !== undefined && { commentChar: commentPrefix }),
    ...(typeof skipInitialSpace === 'boolean' && { skipInitialSpace }),
    ...(rows === 0 ? { header: false } : { headerRows: Array.from({ length: rows }, (_, i) => skipped + i + 1) }),
  }
}

/** The columns that stand in the file. */
function columnsOf(schema: Part | undefined): readonly Part[] {
  return listIn(schema?.['columns']).flatMap(value => {
    const column = recordIn(value)
    return column && column['virtual'] !== true ? [column] : []
  })
}

function fieldIn(column: Part, index: number, chain: readonly Part[]): Part {
  const inherited = (name: string) => [column, ...chain].find(part => part[name] !== undefined)?.[name]
  const [name, ...others] = labelsOf(column, index).labels
  const { constraints, ...field } = fieldOf(inherited('datatype'), textIn(inherited('separator')))
  const missing = listIn(inherited('null') ?? '').flatMap(value => textIn(value) ?? [])
  const isRequired = inherited('required') === true && !wordIn(inherited('default'))
  const [description] = textsIn(column['dc:description'] ?? column['description'] ?? column['dc:title'])
  return {
    name,
    ...(others.length > 0 && { 'x-otherNames': others }),
    ...(description !== undefined && { description }),
    ...field,
    missingValues: missing,
    constraints: { ...recordIn(constraints), ...(isRequired && { required: true }) },
  }
}

/** The labels under which a column may stand, the first of which names it; CSVW numbers those without any. */
function labelsOf(
  column: Part,
  index: number,
): { readonly labels: readonly [string, ...string[]]; readonly isSaid: boolean } {
  const [title, ...others] = textsIn(column['titles'])
  if (title !== undefined) return { labels: [title, ...others], isSaid: true }
  return { labels: [wordIn(column['name']) ?? `_col.${index + 1}`], isSaid: false }
}

/** Columns by their labels, which the document calls by their names. */
function labelled(names: unknown, schema: Part | undefined): readonly string[] {
  const columns = columnsOf(schema)
  return listIn(names).flatMap(name => {
    const index = columns.findIndex(column => (wordIn(column['name']) ?? textsIn(column['titles'])[0]) === name)
    return index < 0 ? [] : [labelsOf(columns[index]!, index).labels[0]]
  })
}

function foreignKeyIn(
  written: unknown,
  table: CsvwTable,
  { tables, schemaOf, tableUnder }: CsvwGroup,
): Part | undefined {
  const key = recordIn(written)
  const reference = recordIn(key?.['reference'])
  const { resource, schemaReference, columnReference } = reference ?? {}
  const goal =
    typeof schemaReference === 'string'
      ? tableUnder(schemaReference, table)
      : tables.find(({ url }) => url === resource)
  if (!goal) return undefined
  return {
    fields: labelled(key?.['columnReference'], schemaOf(table)),
    reference: { resource: goal.url === table.url ? '' : goal.url, fields: labelled(columnReference, schemaOf(goal)) },
  }
}
