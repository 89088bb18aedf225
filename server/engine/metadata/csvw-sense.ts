import type { DocumentFault } from '../model/document-fault'
import type { Node } from '../model/tree'
import { usableExpression } from '../model/usable-expression'
import { allSpoken, documentFault, entries, member, namesakes, spoken, spokenBy } from './reading'

const TEXTS =
  /^(?:string|normalizedString|token|language|Name|NMTOKEN|xml|html|json|anyURI|any|anyAtomicType|QName|hexBinary|base64Binary|binary)$/
const NUMBERS =
  /^(?:integer|decimal|number|double|float|long|int|short|byte|(?:nonN|n)egativeInteger|(?:nonP|p)ositiveInteger|unsigned(?:Long|Int|Short|Byte))$/
const MOMENTS = /^(?:date|time|datetime|dateTime|dateTimeStamp)$/

/**
 * What metadata of CSVW says against itself: constraints that do not fit their datatype or each other (tabular data
 * model, section 4.6), patterns that no processor knows (section 6.4), keys that refer to nothing (tabular metadata, 5.5).
 */
export function csvwFaults(root: Node | undefined): readonly DocumentFault[] {
  if (root?.kind !== 'object') return []
  const tables = entries(member(root, 'tables')).filter(({ kind }) => kind === 'object')
  const all = tables.length > 0 ? tables : [root]
  const schemas = all.map(table => member(table, 'tableSchema'))
  const places = [...all, ...schemas.flatMap(columnsAndSchema)]
  return [
    ...datatypesIn(places).flatMap(ofDatatype),
    ...schemas.flatMap(ofColumns),
    ...all.flatMap(table => danglingIn(table, all)),
  ]
}

/** The same of a schema that has a file of its own, of which the other tables are not known. */
export function csvwSchemaFaults(schema: Node | undefined): readonly DocumentFault[] {
  const keys = entries(member(schema, 'foreignKeys'))
  return [
    ...datatypesIn(columnsAndSchema(schema)).flatMap(ofDatatype),
    ...ofColumns(schema),
    ...keys.flatMap(key => unknownNames(member(key, 'columnReference'), schema)),
  ]
}

/** What the columns of a schema are called, twice or not at all. */
function ofColumns(schema: Node | undefined): readonly DocumentFault[] {
  const named = [member(schema, 'primaryKey'), member(schema, 'rowTitles')]
  return [...namesakes(entries(member(schema, 'columns'))), ...named.flatMap(written => unknownNames(written, schema))]
}

function columnsAndSchema(schema: Node | undefined): readonly (Node | undefined)[] {
  return [schema, ...entries(member(schema, 'columns'))]
}

/** The datatypes at some places that are more than a name. */
function datatypesIn(places: readonly (Node | undefined)[]): readonly Node[] {
  return places.flatMap(place => member(place, 'datatype') ?? []).filter(({ kind }) => kind === 'object')
}

function ofDatatype(datatype: Node): readonly DocumentFault[] {
  const type = spokenBy(datatype, 'base')?.text ?? 'string'
  return [...unfit(datatype, type), ...crossed(datatype), ...badPattern(datatype, type)]
}

const LENGTHS = ['length', 'minLength', 'maxLength']
const BOUNDS = ['minimum', 'maximum', 'minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive']

function unfit(datatype: Node, type: string): readonly DocumentFault[] {
  const isText = TEXTS.test(type)
  const wrong = isText || type === 'boolean' ? BOUNDS : []
  const names = [...wrong, ...(isText ? [] : LENGTHS)]
  return names.flatMap(name => {
    const node = member(datatype, name)
    return node ? [documentFault(node, { kind: 'unfit', type })] : []
  })
}

/** Pairs of which the first must not be beyond the second, and whether they may be equal. */
const PAIRS: readonly (readonly [string, string, 'may-equal' | 'apart'])[] = [
  ['minLength', 'maxLength', 'may-equal'],
  ['minLength', 'length', 'may-equal'],
  ['length', 'maxLength', 'may-equal'],
  ['minimum', 'maximum', 'may-equal'],
  ['minInclusive', 'maxInclusive', 'may-equal'],
  ['minInclusive', 'maxExclusive', 'apart'],
  ['minExclusive', 'maxInclusive', 'apart'],
  ['minExclusive', 'maxExclusive', 'may-equal'],
]
/** What must not stand beside each other. */
const RIVALS = [
  ['minInclusive', 'minExclusive'],
  ['maxInclusive', 'maxExclusive'],
] as const

function crossed(datatype: Node): readonly DocumentFault[] {
  const both = (one: string, other: string) => {
    const [low, high] = [spoken(member(datatype, one)), spoken(member(datatype, other))]
    return low && high ? { low, high } : undefined
  }
  return [
    ...PAIRS.flatMap(([least, most, equal]) => {
      const found = both(least, most)
      const isWrong =
        found &&
        (equal === 'apart' ? order(found.low.text, found.high.text) >= 0 : order(found.low.text, found.high.text) > 0)
      return isWrong ? [documentFault(found.high.node, { kind: 'crossed', other: least })] : []
    }),
    ...RIVALS.flatMap(([one, other]) => {
      const found = both(one, other)
      return found ? [documentFault(found.high.node, { kind: 'crossed', other: one })] : []
    }),
  ]
}

/** Numbers by size, moments as ISO 8601 orders them. */
function order(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}

function badPattern(datatype: Node, type: string): readonly DocumentFault[] {
  const format = member(datatype, 'format')
  const pattern = member(format, 'pattern') ?? format
  const text = spoken(pattern)?.text
  if (!pattern || text === undefined) return []
  const known =
    type === 'boolean'
      ? format === pattern && /^[^|]+\|[^|]+$/.test(text)
      : NUMBERS.test(type)
        ? /^[-+#0,.;E%‰'’ \w€$£¤]+$/.test(text)
        : MOMENTS.test(type)
          ? isMomentPattern(text)
          : usableExpression(text) !== undefined
  return known ? [] : [documentFault(pattern, { kind: 'bad-pattern', type })]
}

/** The parts of UAX 35 that CSVW asks for: a year has four digits there. */
function isMomentPattern(pattern: string): boolean {
  return /^[yMdHmsSXxT\s./:,-]+$/.test(pattern) && !/(?<!y)y{1,3}(?!y)|y{5}|M{3}|d{3}|H{3}|m{3}/.test(pattern)
}

function danglingIn(table: Node, tables: readonly Node[]): readonly DocumentFault[] {
  const keys = entries(member(member(table, 'tableSchema'), 'foreignKeys')).filter(({ kind }) => kind === 'object')
  return keys.flatMap(key => {
    const reference = member(key, 'reference')
    const resource = member(reference, 'resource')
    const goal = resource && tables.find(one => spokenBy(one, 'url')?.text === spoken(resource)?.text)
    const lost = resource && !goal ? [documentFault(resource, { kind: 'dangling' })] : []
    return [
      ...unknownNames(member(key, 'columnReference'), member(table, 'tableSchema')),
      ...lost,
      ...(goal ? unknownNames(member(reference, 'columnReference'), member(goal, 'tableSchema')) : []),
    ]
  })
}

/** The names that stand for no column of a schema that stands there. */
function unknownNames(written: Node | undefined, schema: Node | undefined): readonly DocumentFault[] {
  const columns = entries(member(schema, 'columns'))
  if (columns.length === 0) return []
  const names = new Set(columns.map(column => spokenBy(column, 'name')?.text))
  return allSpoken([written]).flatMap(({ node, text }) =>
    names.has(text) ? [] : [documentFault(node, { kind: 'dangling' })],
  )
}
