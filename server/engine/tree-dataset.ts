import { decodeText } from './csv/decoding'
import { type Dataset, type InnerTables, openText } from './dataset'
import { type InnerOptions, innerTables } from './inner-tables'
import { type PassedOver, readTree } from './json/read'
import { csvwFaults, csvwSchemaFaults } from './metadata/csvw-sense'
import { dcatFaults } from './metadata/dcat-sense'
import { packageFaults, resourceFaults } from './metadata/package-sense'
import { readDescriptions } from './metadata/descriptions'
import type { DescribedFile } from './model/described-file'
import type { DescribedTree, TreeKind, TreeSchema } from './model/described-tree'
import type { DocumentFault } from './model/document-fault'
import type { Judge } from './model/judge'
import { Lines, type Positions } from './model/lines'
import { pointer } from './model/pointer'
import type { SchemaDefect } from './model/schema-defect'
import { flatSource, type Source } from './model/source'
import { type Node, nodeAt, type Tree } from './model/tree'
import { isJsonSchema } from './schema/record-schema'
import { misspeltMembers } from './schema/misspelt-members'
import { schemaSense } from './schema/sense'
import { structureFaults } from './schema/structure'
import { readSchema } from './schema/table-schema'

/** What is known beside the text of a tree. */
export interface TreeAround extends InnerOptions {
  /** Tries patterns that can run away. */
  readonly judge?: Judge | undefined
  /** What lies where the document says that its files do. */
  readonly files?: ReadonlyMap<string, DescribedFile> | undefined
}

/** Reads the bytes of a file as a tree of that kind. Never throws. */
export function openTree(file: Uint8Array, kind: TreeKind, around: TreeAround = {}): Dataset {
  const { bytes, ...decoded } = decodeText(file)
  return { ...openTreeText(flatSource(bytes), kind, around), decoded, faults: decoded.faults }
}

/** The same for a text; `lines`: the places of one that changes. */
export function openTreeText(
  source: Source,
  kind: TreeKind,
  { lines = new Lines(source), ...around }: TreeAround & { readonly lines?: Positions } = {},
): Dataset {
  const noTable = openText(flatSource(new Uint8Array()), { schema: 'none' })
  const bytes = source.window(0, source.length)
  const described = describedTree(readTree(bytes, PASSED_OVER[kind]), kind, around)
  let inner: InnerTables | undefined
  return {
    ...noTable,
    source,
    lines,
    heard: around.heard ?? {},
    faults: [],
    tree: described,
    // What is edited meanwhile is another text.
    inner: () => (inner ??= innerTables({ ...described, source: flatSource(bytes), lines }, around)),
  }
}

/** Lists of rows, which are read as tables. */
const PASSED_OVER: Readonly<Partial<Record<TreeKind, PassedOver>>> = {
  'data-package': 'data of resources',
  'data-resource': 'data',
}

/** What is known of a tree. */
function describedTree(tree: Tree, kind: TreeKind, { judge, files, lists }: TreeAround): DescribedTree {
  return {
    kind,
    tree,
    schemas: pointersOf(tree, kind).map(at => treeSchema(tree, at, judge)),
    descriptions: readDescriptions(tree, kind),
    files,
    get lists() {
      return lists?.()
    },
    structure: tree.root ? [...structureFaults(kind, tree.root.value), ...senseFaults(tree.root, kind)] : [],
    misspelt: tree.root ? misspeltMembers(tree.root, kind) : [],
  }
}

const SENSE: Readonly<Partial<Record<TreeKind, (root: Node) => readonly DocumentFault[]>>> = {
  'csvw-schema': csvwSchemaFaults,
  csvw: csvwFaults,
  dcat: dcatFaults,
  'data-package': packageFaults,
  'data-resource': resourceFaults,
}

/** What the parts of a document say against each other. */
function senseFaults(root: Node, kind: TreeKind): readonly DocumentFault[] {
  return SENSE[kind]?.(root) ?? []
}

/** Where Table Schemas stand: the root, or inside the resources of a package, or of one that stands alone. */
function pointersOf(tree: Tree, kind: TreeKind): readonly string[] {
  if (kind === 'table-schema') return ['']
  if (kind === 'data-resource') return nodeAt(tree, '/schema')?.kind === 'object' ? ['/schema'] : []
  if (kind !== 'data-package') return []
  const resources = nodeAt(tree, '/resources')?.children ?? []
  return resources
    .map((_, index) => `${pointer('/resources', index)}/schema`)
    .filter(at => nodeAt(tree, at)?.kind === 'object')
}

function treeSchema(tree: Tree, at: string, judge: Judge | undefined): TreeSchema {
  const node = nodeAt(tree, at)
  // Of a text without any value it is said already that it is no JSON.
  if (!node) return { at, schema: undefined, defects: [] }
  const { schema, defects } = readSchema(node.value, at, judge)
  const placed = (defect: SchemaDefect): SchemaDefect => ({ ...defect, path: at + defect.path }) as SchemaDefect
  // A JSON Schema has a sense of its own: only whether it can be used is told here.
  if (isJsonSchema(node.value))
    return { at, schema: undefined, defects: defects.filter(({ kind }) => kind === 'bad-json-schema').map(placed) }
  return { at, schema, defects: [...defects, ...schemaSense(node.value, judge)].map(placed) }
}
