import { consulted } from '../files/consulted'
import { filesUnder, filesUnderOwn } from '../described/csvw-metadata'
import { filesOf, packagesAbove } from '../described/data-package'
import type { AppliedSchema } from '../engine/dataset'
import type { Session } from './one-client'
import type { OpenFile } from './open-file'
import type { Reading } from './reading'
import { insidePath } from '../files/inside'
import { folderOf, foldersAbove, resolved } from '../files/path'

/** A file and what it is read as. */
export interface Follower {
  readonly file: OpenFile
  readonly reading: Reading
}

/** A place of a file that a client asks about. */
export interface Asked extends Follower {
  readonly offset: number
}

type At = NonNullable<AppliedSchema['at']>

/** The data files under a schema, as far as they are known: those that are open, its neighbour, its package's resource. */
export async function followers(
  session: Session,
  { schema, bundled }: { readonly schema: AppliedSchema['at']; readonly bundled?: string | undefined },
): Promise<readonly Follower[]> {
  const files = new Set([...session.files()].filter(file => file.isOpen))
  for (const path of schema ? await dataOf(session, schema) : []) files.add(session.file(session.platform.uriOf(path)))
  const found: Follower[] = []
  for (const file of files) {
    const reading = await file.reading()
    const applied = reading?.source.dataset.applied
    const isSame = schema
      ? applied?.at?.file === schema.file && applied.at.pointer === schema.pointer
      : applied !== undefined && !applied.at && applied.schema.id === bundled
    if (reading && isSame) found.push({ file, reading })
  }
  return found
}

/** The file of a schema as it is now; one that is named as a schema is read as one, whatever it is called. */
export async function schemaReading(session: Session, { file, pointer }: At): Promise<Reading | undefined> {
  const read = session.file(session.platform.uriOf(file))
  const reading = await read.reading()
  if (pointer !== '' || reading?.source.dataset.tree) return reading
  read.isSchema()
  return read.reading()
}

/** The data files that stand beside a schema, in its package or in its tables; most need not be there. */
async function dataOf(session: Session, at: At): Promise<readonly string[]> {
  const folder = folderOf(at.file)
  if (at.pointer === '') return dataUnderOwn(session, at.file)
  const reading = await schemaReading(session, at)
  const described = reading?.source.dataset.tree
  const root = described?.tree.root?.value as { readonly resources?: unknown } | undefined
  if (described?.kind === 'csvw') return filesUnder(root, at.pointer, folder)
  const resources: readonly unknown[] = Array.isArray(root?.resources) ? root.resources : []
  const resource = resources[Number(at.pointer.split('/')[2])] as { readonly path?: unknown } | undefined
  return [resource?.path].flat().flatMap(path => (typeof path === 'string' ? [resolved(folder, path)] : []))
}

/** The data files of a schema that has a file of its own: its neighbours, and those that documents above put under it. */
async function dataUnderOwn({ platform, shown }: Session, schema: string): Promise<readonly string[]> {
  const { files } = consulted(platform.files, shown)
  const stem = /\.schema\.json$/i.test(schema) ? schema.replace(/schema\.json$/i, '') : undefined
  const found = stem === undefined ? [] : ['csv', 'tsv', 'tab', 'txt'].map(end => stem + end)
  for await (const above of packagesAbove(schema, files))
    for (const resource of above.resources)
      if (typeof resource['schema'] === 'string' && insidePath(above.folder, resource['schema']) === schema)
        found.push(...filesOf(above, resource))
  for (const folder of foldersAbove(schema))
    found.push(...(await filesUnderOwn(`${folder}/csv-metadata.json`, schema, files)))
  return found
}
