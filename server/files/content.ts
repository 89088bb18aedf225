import { disk } from './disk'
import type { TreeKind } from '../engine/model/described-tree'
import type { EncodingHints } from '../engine/csv/encoding'
import { isPackage } from '../engine/json/kind'
import { flatSource } from '../engine/model/source'
import { isJson, type JsonFound, knownJson, knownTree, readableJson } from '../engine/open'
import type { PagedFile } from './files'
import { pagedFile, pagedOpenFile, type Paging } from './paged-file'
import { nameOf } from './path'
import { piped, wholeOf } from './piped'

/** What a file holds: its bytes, or its pages where there are many, which are to be closed. */
interface Read {
  readonly bytes: Uint8Array
  /** Instead of the bytes. */
  readonly paged: PagedFile | undefined
}

/** The same, and what JSON it is: a document, a table or neither. */
interface Content extends Read {
  readonly tree: TreeKind | undefined
  readonly table: JsonFound | undefined
}

/**
 * How a file is read, and what is known of its encoding; `in-pages-once`: who reads it can begin anew when it turns out not
 * to be UTF-8. `named`: the document that others say it is, where it does not say so itself; `property`: where its records
 * are said to lie; `helpers`: threads that may read it too.
 */
interface Reading extends EncodingHints {
  readonly how: 'in-pages' | 'in-pages-once' | 'whole'
  readonly named: () => Promise<TreeKind | undefined>
  readonly property?: string | undefined
  readonly helpers?: number | undefined
}

/** What lies in a file, by its whole path, or comes from standard input (`-`); undefined when it cannot be read. */
export async function contentAt(
  path: string,
  { how, named, property, helpers, encoding, declared }: Reading,
): Promise<Content | undefined> {
  const isOther = !isJson(path)
  // JSON is gone through before anybody reads its records, and never by threads.
  const tried = how === 'in-pages-once' && isOther ? 'meanwhile' : 'before'
  const isWhole = how === 'whole' || isPackage(nameOf(path))
  const read = await readAt(path, isWhole ? undefined : { tried, helpers: isOther ? helpers : 0, encoding, declared })
  if (!read) return undefined
  const { bytes, paged } = read
  // Documents are short, but for the data that stand in a package.
  const text = isOther ? bytes : readableJson(bytes)
  const tree = isOther || paged ? undefined : (knownTree(nameOf(path), text) ?? (await named()))
  const table = isOther || tree ? undefined : knownJson(nameOf(path), paged?.source ?? flatSource(text), property)
  return { bytes, paged, tree, table }
}

async function readAt(path: string, paging: Paging | undefined): Promise<Read | undefined> {
  const input = path === '-' ? await piped(process.stdin) : undefined
  if (input && 'bytes' in input) return { bytes: input.bytes, paged: undefined }
  const paged = paging && (input ? pagedOpenFile(input.file, paging) : pagedFile(path, paging))
  if (paged) return { bytes: new Uint8Array(), paged }
  const bytes = input ? wholeOf(input.file) : await disk.read(path)
  return bytes && { bytes, paged }
}
