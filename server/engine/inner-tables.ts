import { type AppliedSchema, type Dataset, type InnerTables, type OpenOptions, openText } from './dataset'
import type { TreeKind, TreeSchema } from './model/described-tree'
import type { Positions } from './model/lines'
import { pointer } from './model/pointer'
import type { Resources } from './model/reference'
import type { Schema } from './model/schema'
import type { SchemaFault } from './model/schema-fault'
import type { Source } from './model/source'
import { child, type Node, nodeAt, type Tree } from './model/tree'
import { resourceOf } from './referred'
import { bundledSchema } from './schema/catalogue'

/** What the tables inside a document are opened with. */
export interface InnerOptions extends Pick<OpenOptions, 'lists' | 'heard' | 'chunkSize' | 'isPlain'> {
  /** What lies beside the document and concerns these tables; undefined when nobody looked. */
  readonly beside?: InnerBeside | undefined
}

/** Schemas that a document names, as it writes them, or why they cannot be used, and tables to which its own refer. */
export interface InnerBeside {
  readonly schemas: ReadonlyMap<string, Schema | SchemaFault>
  readonly resources: Resources
}

/** A document in which tables may stand. */
interface Document {
  readonly source: Source
  readonly lines: Positions
  readonly tree: Tree
  readonly kind: TreeKind
  readonly schemas: readonly TreeSchema[]
}

/** A list of data, by its JSON pointer, and what the resource says of how it is written. */
interface Listed {
  readonly at: string
  readonly data: Node
  readonly dialect: Node | undefined
}

/** The data that stand in a package, or in a resource that stands alone, each held against its schema if it has one. */
export function innerTables(document: Document, { beside, ...options }: InnerOptions): InnerTables {
  const tables = new Map<string, Dataset>()
  const unheld: InnerTables['unheld'][number][] = []
  const resources = new Map([...(beside?.resources ?? []), ...referredIn(document, at => tables.get(at), options)])
  for (const { path, data, dialect, schema } of inlineData(document, beside)) {
    const at = `${path}/data`
    if (schema && 'kind' in schema) {
      unheld.push({ at: `${path}/schema`, because: schema })
      continue
    }
    const applied: AppliedSchema | undefined = schema && { schema, source: 'datapackage', resources }
    const table = data.kind === 'array' ? opened(document, { at, data, dialect }, options, applied) : undefined
    if (!table?.readable) {
      if (schema) unheld.push({ at, because: KINDS[data.kind] ?? 'values' })
    }
    // An empty list holds nothing that could be wrong.
    else if (table.table.columnCount > 0) tables.set(at, table)
  }
  return { tables, unheld }
}

const KINDS: Readonly<Partial<Record<Node['kind'], 'text' | 'object'>>> = { string: 'text', object: 'object' }

/** The resources of a document, by their JSON pointers. */
function resourcesOf({ tree, kind }: Document): readonly (readonly [string, Node])[] {
  if (kind === 'data-resource') return tree.root ? [['', tree.root]] : []
  if (kind !== 'data-package') return []
  const resources = nodeAt(tree, '/resources')?.children ?? []
  return resources.map((resource, index) => [pointer('/resources', index), resource] as const)
}

/** The data that stand in resources, with the schemas of these, which may be out of reach. */
function inlineData(document: Document, beside: InnerBeside | undefined) {
  return resourcesOf(document).flatMap(([path, resource]) => {
    const data = child(resource, 'data')
    const schema = schemaOf(document, path, child(resource, 'schema'), beside)
    return data && data.kind !== 'null' ? [{ path, data, dialect: child(resource, 'dialect'), schema }] : []
  })
}

/** The schema of a resource: it stands there, beside the document or in the catalogue. */
function schemaOf(
  { schemas }: Document,
  path: string,
  node: Node | undefined,
  beside: InnerBeside | undefined,
): Schema | SchemaFault | undefined {
  if (typeof node?.value === 'string') return beside?.schemas.get(node.value) ?? bundledSchema(node.value)
  return schemas.find(({ at }) => at === `${path}/schema`)?.schema
}

/** The table of a list; without `applied` it is held against nothing. */
function opened(
  { source, lines }: Document,
  { at, data, dialect }: Listed,
  options: OpenOptions,
  applied?: AppliedSchema,
): Dataset {
  const list = { at, bracket: data.span.start }
  // Of what a dialect may say, lists of rows have a header or none.
  const isUnlabelled = dialect?.kind === 'object' && child(dialect, 'header')?.value === false
  const how = { ...options, json: 'one-value' as const, list, schema: applied ?? ('none' as const) }
  const table = openText(source, { ...how, ...(isUnlabelled && { dialect: { headerRows: [] } }) }, { lines })
  // What is said of a file that has no rows is not said of a list in a document.
  return { ...table, faults: [] }
}

/** The tables that foreign keys in a document can name: those that stand in it, with a schema or without. */
function referredIn(document: Document, heldAt: (at: string) => Dataset | undefined, options: OpenOptions): Resources {
  return new Map(
    resourcesOf(document).flatMap(([path, resource]) => {
      const name = child(resource, 'name')?.value
      const data = child(resource, 'data')
      if (typeof name !== 'string' || data?.kind !== 'array') return []
      const listed = { at: `${path}/data`, data, dialect: child(resource, 'dialect') }
      const table = () => heldAt(listed.at) ?? opened(document, listed, options)
      return [[name, resourceOf(name, undefined, table)] as const]
    }),
  )
}
