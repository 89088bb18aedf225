import { filesUnder } from './csvw-metadata'
import type { AppliedSchema } from './engine/dataset'
import type { Session } from './one-client'
import type { OpenFile, Reading } from './open-file'
import { folderOf, nameOf, resolved } from './path'

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
export function schemaReading(session: Session, { file, pointer }: At): Promise<Reading | undefined> {
  const read = session.file(session.platform.uriOf(file))
  if (pointer === '') read.isSchema()
  return read.reading()
}

/** The data files that stand beside a schema, in its package or in its tables; most need not be there. */
async function dataOf(session: Session, at: At): Promise<readonly string[]> {
  const folder = folderOf(at.file)
  if (at.pointer === '') {
    const name = nameOf(at.file)
    if (!/\.schema\.json$/i.test(name)) return []
    return ['csv', 'tsv', 'tab', 'txt'].map(end => `${folder}/${name.replace(/schema\.json$/i, end)}`)
  }
  const reading = await schemaReading(session, at)
  const described = reading?.source.dataset.tree
  const root = described?.tree.root?.value as { readonly resources?: unknown } | undefined
  if (described?.kind === 'csvw') return filesUnder(root, at.pointer, folder)
  const resources: readonly unknown[] = Array.isArray(root?.resources) ? root.resources : []
  const resource = resources[Number(at.pointer.split('/')[2])] as { readonly path?: unknown } | undefined
  return [resource?.path].flat().flatMap(path => (typeof path === 'string' ? [resolved(folder, path)] : []))
}
