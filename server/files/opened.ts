import { type Dataset, type OpenOptions, openText } from '../engine/dataset'
import { openFile } from '../engine/open'
import type { PagedFile } from './files'
import { plainBytes } from './plain-bytes'
import type { Input } from './input'

/**
 * Least number of bytes in a chunk: nobody edits here, so that few large ones cost less than many small ones. The kernel has
 * room for 131,072 cells, and each has a byte at least.
 */
const CHUNK = 7 << 14

/** The dataset of an input, whether it is read whole or page by page. */
export function opened({ bytes, paged, open }: Pick<Input, 'bytes' | 'paged' | 'open'>): Dataset {
  const options = { chunkSize: CHUNK, ...open }
  return paged ? openPaged(paged, options) : openFile(plainBytes(bytes), options)
}

function openPaged({ source, decoded, bytes }: PagedFile, options: OpenOptions): Dataset {
  return openText(source, options, { decoded, bytes })
}
