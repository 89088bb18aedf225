import { csvwTables } from './metadata/csvw-schema'
import { listIn, recordIn, textsIn, wordIn } from './metadata/csvw-values'
import { steps } from './model/pointer'
import type { Edit } from './model/span'
import { child, type Node, nodeAt, pointerOf, type Tree } from './model/tree'

/** The column of a schema of CSVW: by the label that it has in the data. */
interface CsvwColumn {
  readonly label: string
  /** The JSON pointer of its schema. */
  readonly at: string
}

/** A name that CSVW allows: it goes into addresses (https://www.w3.org/TR/tabular-metadata/#columns). */
const NAME = /^(?!_)(?:[\w.]|%[\da-f]{2})+$/i

/** The tables of which a schema in a document of CSVW is, as the document writes their addresses. */
export function csvwTablesUnder(document: unknown, at: string): readonly string[] {
  return csvwTables(document).flatMap(table => (schemaAt(table) === at ? [table.url] : []))
}

/** The JSON pointer of the schema of a table, where it stands in the document. */
export function schemaAt({ own, group, pointer }: ReturnType<typeof csvwTables>[number]): string | undefined {
  if (own['tableSchema'] !== undefined) return recordIn(own['tableSchema']) && `${pointer}/tableSchema`
  return recordIn(group['tableSchema']) && '/tableSchema'
}

/** The column whose declaration, or whose mention in a key, is there, in a document or in a schema alone. */
export function columnAt(tree: Tree, node: Node): CsvwColumn | undefined {
  const whole = pointerOf(node)
  const isAlone = csvwTables(tree.root?.value).length === 0
  const [, at, inside] = isAlone ? ['', '', whole] : (/^(.*?\/tableSchema)(\/.*)$/.exec(whole) ?? [])
  if (at === undefined || inside === undefined) return undefined
  const [list, index] = steps(inside)
  const own = list === 'columns' ? nodeAt(tree, `${at}/columns/${index}`) : undefined
  if (own) return columnOf(own, at)
  const goal = goalOf(tree, at, node)
  const found = goal === undefined ? undefined : columns(tree, goal).find(one => idOf(one) === node.value)
  return found && columnOf(found, goal!)
}

/** The places that name a column: first its declaration, its other names, then the keys that mention it. */
export function columnMentions(tree: Tree, { label, at }: CsvwColumn): readonly Node[] {
  const column = columns(tree, at).find(one => columnOf(one, at)?.label === label)
  const id = column && idOf(column)
  if (!column || id === undefined) return []
  const schemas = new Set([at, ...csvwTables(tree.root?.value).flatMap(table => schemaAt(table) ?? [])])
  const mentions = [...schemas].flatMap(schema =>
    KEYS.flatMap(key => [...texts(nodeAt(tree, `${schema}/${key}`))])
      .filter(node => node.value === id)
      .filter(node => goalOf(tree, schema, node) === at),
  )
  return [...names(column), ...mentions]
}

/** The edits that give a column another label; its name goes along where it was the same and may be the new one. */
export function columnEdits(tree: Tree, column: CsvwColumn, newLabel: string): readonly Edit[] {
  const named = columnMentions(tree, column).filter(({ value }) => value === column.label)
  if (NAME.test(newLabel)) return named.map(({ span }) => ({ span, text: JSON.stringify(newLabel) }))
  const titles = named.filter(node => steps(pointerOf(node)).includes('titles'))
  if (titles.length > 0) return titles.map(({ span }) => ({ span, text: JSON.stringify(newLabel) }))
  const [name] = named
  const text = `${JSON.stringify(column.label)}, "titles": ${JSON.stringify(newLabel)}`
  return name ? [{ span: name.span, text }] : []
}

const KEYS = ['primaryKey', 'rowTitles', 'foreignKeys']

/** The schema whose column a text in a key names. */
function goalOf(tree: Tree, at: string, node: Node): string | undefined {
  const [list, index, third, fourth] = steps(pointerOf(node).slice(at.length))
  if (typeof node.value !== 'string') return undefined
  if (list === 'primaryKey' || list === 'rowTitles') return at
  if (list !== 'foreignKeys') return undefined
  if (third === 'columnReference') return at
  if (third !== 'reference' || fourth !== 'columnReference') return undefined
  const url = nodeAt(tree, `${at}/foreignKeys/${index}/reference/resource`)?.value
  const goal = csvwTables(tree.root?.value).find(table => table.url === url)
  return goal && schemaAt(goal)
}

function columns(tree: Tree, at: string): readonly Node[] {
  return nodeAt(tree, `${at}/columns`)?.children ?? []
}

function columnOf(node: Node, at: string): CsvwColumn | undefined {
  const label = textsIn(recordIn(node.value)?.['titles'])[0] ?? wordIn(recordIn(node.value)?.['name'])
  return label === undefined ? undefined : { label, at }
}

/** What keys call a column by. */
function idOf(column: Node): string | undefined {
  const { name, titles } = recordIn(column.value) ?? {}
  return wordIn(name) ?? textsIn(titles)[0]
}

/** The titles of a column, then its name. */
function names(column: Node): readonly Node[] {
  const titles = [...texts(child(column, 'titles'))]
  const name = child(column, 'name')
  return [...titles, ...(name && listIn(name.value).length > 0 ? [name] : [])]
}

function* texts(node: Node | undefined, depth = 0): Generator<Node> {
  if (node && typeof node.value === 'string') yield node
  // No mention of a column stands deeper than in a list of a foreign key.
  if (node && depth < 5) for (const inner of node.children) yield* texts(inner, depth + 1)
}
