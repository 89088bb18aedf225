import { consulted } from './consulted'
import { packagesAbove } from './data-package'
import type { AppliedSchema } from './engine/dataset'
import { pointer } from './engine/model/pointer'
import { child, type Node, nodeAt, type Tree } from './engine/model/tree'
import { isObject } from './engine/schema/json-value'
import { type Follower, schemaReading } from './followers'
import { insidePath } from './inside'
import type { Session } from './one-client'

type At = NonNullable<AppliedSchema['at']>

/** Where other schemas of a package, in other files, name a field of this one in their foreign keys. */
export interface Referring extends Follower {
  readonly names: readonly Node[]
}

/** The foreign keys of the packages above that refer to a field from another file than that of its schema. */
export async function referringTo(session: Session, schema: At, name: string): Promise<readonly Referring[]> {
  const { platform, shown } = session
  const { files } = consulted(platform.files, shown)
  const found: Referring[] = []
  for await (const { folder, resources } of packagesAbove(schema.file, files)) {
    const places = resources.map(({ schema: written }, index) => placeOf(written, folder, index))
    const own = resources.flatMap((resource, index) => (isSame(places[index], schema) ? [resource['name']] : []))
    for (const at of places) {
      if (!at || at.file === schema.file) continue
      const reading = await schemaReading(session, at)
      const tree = reading?.source.dataset.tree?.tree
      const names = tree ? [...namesIn(tree, at.pointer, own)].filter(({ value }) => value === name) : []
      if (reading && names.length > 0) found.push({ file: session.file(platform.uriOf(at.file)), reading, names })
    }
  }
  return found
}

/** Where the schema of a resource stands: in a file of its own or in the package. */
function placeOf(written: unknown, folder: string, index: number): At | undefined {
  if (isObject(written)) return { file: `${folder}/datapackage.json`, pointer: `/resources/${index}/schema` }
  const file = typeof written === 'string' ? insidePath(folder, written) : undefined
  return file === undefined ? undefined : { file, pointer: '' }
}

function isSame(at: At | undefined, other: At): boolean {
  return at?.file === other.file && at.pointer === other.pointer
}

/** The texts that name fields of some resources in the foreign keys of a schema. */
function* namesIn(tree: Tree, at: string, resources: readonly unknown[]): Generator<Node> {
  for (const key of nodeAt(tree, pointer(at, 'foreignKeys'))?.children ?? []) {
    const reference = child(key, 'reference')
    if (!reference || !resources.includes(child(reference, 'resource')?.value)) continue
    const fields = child(reference, 'fields')
    if (fields) yield* fields.kind === 'array' ? fields.children : [fields]
  }
}
