import { type Dataset, type InnerTables, type OpenOptions, openText } from './dataset'
import type { TreeKind, TreeSchema } from './model/described-tree'
import type { Positions } from './model/lines'
import { pointer } from './model/pointer'
import type { Resources } from './model/reference'
import type { Schema } from './model/schema'
import type { Source } from './model/source'
import { child, type Node, nodeAt, type Tree } from './model/tree'
import { resourceOf } from './referred'
import { bundledSchema } from './schema/catalogue'

/** What the tables inside a document are opened with. */
export type InnerOptions = Pick<OpenOptions, 'lists' | 'heard' | 'chunkSize' | 'isPlain'>

/** A document in which tables may stand. */
interface Document {
  readonly source: Source
  readonly lines: Positions
  readonly tree: Tree
  readonly kind: TreeKind
  readonly schemas: readonly TreeSchema[]
}

/** Data that stand in a resource, with the schema that they must meet. */
interface Inline {
  readonly at: string
  readonly data: Node
  readonly schema: Schema
}

/** The data that stand in a package, or in a resource that stands alone, each beside its schema. */
export function innerTables(document: Document, options: InnerOptions): InnerTables {
  const tables = new Map<string, Dataset>()
  const unheld: InnerTables['unheld'][number][] = []
  const resources = referredIn(document, at => tables.get(at))
  for (const inline of inlineData(document)) {
    const { at, data } = inline
    const table = data.kind === 'array' ? opened(inline, { document, options, resources }) : undefined
    if (!table?.readable) unheld.push({ at, because: KINDS[data.kind] ?? 'values' })
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

function inlineData(document: Document): readonly Inline[] {
  return resourcesOf(document).flatMap(([path, resource]) => {
    const data = child(resource, 'data')
    const schema = schemaOf(document, path, child(resource, 'schema'))
    return data && data.kind !== 'null' && schema ? [{ at: `${path}/data`, data, schema }] : []
  })
}

/** The schema of a resource: it stands there, or in the catalogue. */
function schemaOf({ schemas }: Document, path: string, node: Node | undefined): Schema | undefined {
  if (typeof node?.value === 'string') return bundledSchema(node.value)
  return schemas.find(({ at }) => at === `${path}/schema`)?.schema
}

function opened(
  { at, data, schema }: Inline,
  {
    document: { source, lines },
    options,
    resources,
  }: { readonly document: Document; readonly options: InnerOptions; readonly resources: Resources },
): Dataset {
  const list = { at, bracket: data.span.start }
  const applied = { schema, source: 'datapackage', resources } as const
  const table = openText(source, { ...options, json: 'one-value', list, schema: applied }, { lines })
  // What is said of a file that has no rows is not said of a list in a document.
  return { ...table, faults: [] }
}

/** The tables that foreign keys in a document can name: those that stand in it. */
function referredIn(document: Document, tableAt: (at: string) => Dataset | undefined): Resources {
  return new Map(
    resourcesOf(document).flatMap(([path, resource]) => {
      const name = child(resource, 'name')?.value
      if (typeof name !== 'string' || child(resource, 'data')?.kind !== 'array') return []
      return [[name, resourceOf(name, undefined, () => tableAt(`${path}/data`) ?? 'missing')] as const]
    }),
  )
}
