import type { ChunkAhead, Questions } from '../model/ahead'
import { kernel } from '../kernel/kernel'
import type { Scanned } from './scan'

/** Words of a chunk before the lengths of its answers and its lists: see `add`. */
const CHUNK_HEAD = 9

/** In place of the length of an answer that there is not. */
const NONE = 0xffffffff

/** What was read of a part of a text, in memory that threads may share. */
export class PartRecord {
  /** From the byte before the part. */
  readonly text: Uint8Array
  /** How many chunks, and each of them. */
  readonly #words: Uint32Array
  #end = 1

  constructor(text: Uint8Array, words: Uint32Array) {
    this.text = text
    this.#words = words
  }

  clear(): void {
    this.#words[0] = 0
    this.#end = 1
  }

  /** Adds the chunk that was scanned last, with what the kernel answers of it; false when there is no room for it. */
  add({ chunk, lineEnds, reach, union }: Scanned, { program, keys }: Questions): boolean {
    const { start, bytes, rowCount, rowCells, cellStart, cellEnd, signatures } = chunk
    const words = this.#words
    const head = this.#end
    let end = head + CHUNK_HEAD + 1 + keys.length
    const put = (list: Uint32Array) => {
      if (end + list.length > words.length) return false
      words.set(list, end)
      end += list.length
      return true
    }
    if (![rowCells, cellStart, cellEnd, signatures].every(put)) return false
    const ends = [lineEnds['\r\n'], lineEnds['\n'], lineEnds['\r']]
    words.set([start, bytes.length, rowCount, signatures.length, ...ends, reach, union], head)
    const note = (answer: Uint32Array | undefined, number: number) => {
      words[head + CHUNK_HEAD + number] = answer && put(answer) ? answer.length : NONE
    }
    note(program && kernel()?.suspects(chunk, 0, { bytes: program }), 0)
    for (const [i, key] of keys.entries()) note(kernel()?.keyHashes(chunk, 0, key), i + 1)
    this.#end = end
    words[0]!++
    return true
  }

  /** The chunks that were added, in the order of the text, with the answers to the same questions. */
  *chunks({ program, keys }: Questions): Generator<ChunkAhead> {
    const words = this.#words
    let at = 1
    const list = (length: number) => words.subarray(at, (at += length))
    for (let left = words[0]!; left > 0; left--) {
      const [start, length, rowCount, cells, crlfs, lfs, crs, reach, union] = list(CHUNK_HEAD) as unknown as Head
      const lengths = list(1 + keys.length)
      const rowCells = list(rowCount + 1)
      const [cellStart, cellEnd, signatures] = [list(cells), list(cells), list(cells)]
      const [suspects, ...hashes] = [...lengths].map(length => (length === NONE ? undefined : list(length)))
      const known = keys.flatMap((key, i) => (hashes[i] ? [[key, hashes[i]] as const] : []))
      const bytes = this.text.subarray(start, start + length)
      const answers = { program, suspects, keys: new Map(known) }
      const place = { start, firstRow: 0, firstColumn: 0, rowCount, rowEnded: true }
      const chunk = { ...place, bytes, rowCells, cellStart, cellEnd, signatures, answers }
      yield { chunk, lineEnds: { '\r\n': crlfs, '\n': lfs, '\r': crs }, reach, union }
    }
  }
}

type Head = readonly [
  start: number,
  length: number,
  rowCount: number,
  cells: number,
  crlfs: number,
  lfs: number,
  crs: number,
  reach: number,
  union: number,
]
