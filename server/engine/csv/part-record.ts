import type { ChunkAhead, Questions } from '../model/ahead'
import { kernel } from '../kernel/kernel'
import type { Chunk } from '../model/chunk'
import type { Scanned } from './scan'
import { sign } from './sign'

/** Words of a chunk before those that tell its lists; and before these of the answers, those of the index. */
const CHUNK_HEAD = 10
const INDEX = 4
const SIGNATURES = 3

/** What was read of a part of a text, in memory that threads may share. */
export class PartRecord {
  /** From the byte before the part. */
  readonly #text: Uint8Array
  /** How many chunks, and each of them: numbers, where each list is and how long, and the lists. */
  readonly #words: Uint32Array
  #end = 1

  constructor(text: Uint8Array, words: Uint32Array) {
    this.#text = text
    this.#words = words
  }

  begin(text: Uint8Array): void {
    this.#text.set(text)
    this.#words[0] = 0
    this.#end = 1
  }

  /**
   * Adds the chunk that was scanned last, with what the kernel answers of it; false when there is no room for it.
   * `quote`: that of the dialect, by which its cells are signed once somebody asks.
   */
  add({ chunk, lineEnds, lineCount, reach }: Scanned, { program, keys }: Questions, quote: number): boolean {
    const { start, bytes, rowCount, rowCells, cellStart, cellEnd } = chunk
    const words = this.#words
    const lists = this.#end + CHUNK_HEAD
    let end = lists + 2 * (INDEX + 1 + keys.length)
    const put = (list: Uint32Array | undefined, number: number) => {
      const at = end + Number(areApart(words, end, list))
      const isPut = list !== undefined && at + list.length <= words.length
      if (isPut) {
        words.set(list, at)
        end = at + list.length
      }
      words.set(isPut ? [at, list.length] : [0, 0], lists + 2 * number)
      return isPut
    }
    if (end > words.length || ![rowCells, cellStart, cellEnd].every(put)) return false
    const ends = [lineEnds['\r\n'], lineEnds['\n'], lineEnds['\r']]
    words.set([start, bytes.length, rowCount, ...ends, lineCount, reach, quote], this.#end)
    if (!program) kernel()?.signAll()
    put(program && kernel()?.suspects(chunk, 0, { bytes: program }), INDEX)
    for (const [i, key] of keys.entries()) put(kernel()?.keyHashes(chunk, 0, key), INDEX + 1 + i)
    if (!put(chunk.signatures, SIGNATURES)) return false
    words[this.#end + CHUNK_HEAD - 1] = end
    this.#end = end
    words[0]!++
    return true
  }

  /** The chunks that were added, in the order of the text, with the answers to the same questions. */
  *chunks({ program, keys }: Questions): Generator<ChunkAhead> {
    const words = this.#words
    for (let left = words[0]!, head = 1; left > 0; left--) {
      const numbers = words.subarray(head, head + CHUNK_HEAD)
      const [start, length, rowCount, crlfs, lfs, crs, lineCount, reach, quote, end] = numbers as unknown as Head
      const lists = head + CHUNK_HEAD
      const list = (number: number) => {
        const at = words[lists + 2 * number]!
        return words.subarray(at, at + words[lists + 2 * number + 1]!)
      }
      const answer = (number: number) => (words[lists + 2 * number]! > 0 ? list(number) : undefined)
      const [rowCells, cellStart, cellEnd, signatures] = [list(0), list(1), list(2), list(3)]
      const known = keys.flatMap((key, i) => {
        const hashes = answer(INDEX + 1 + i)
        return hashes ? [[key, hashes] as const] : []
      })
      const bytes = this.#text.subarray(start, start + length)
      const answers = { program, suspects: answer(INDEX), keys: new Map(known) }
      const place = { start, firstRow: 0, firstColumn: 0, rowCount, rowEnded: true }
      const chunk: Chunk = {
        ...place,
        bytes,
        rowCells,
        cellStart,
        cellEnd,
        signatures,
        // Where there is no quote, the word is none that a byte is.
        sign: cell => sign(chunk, cell, quote),
        answers,
      }
      yield { chunk, lineEnds: { '\r\n': crlfs, '\n': lfs, '\r': crs }, lineCount, reach }
      head = end
    }
  }
}

type Head = readonly [
  start: number,
  length: number,
  rowCount: number,
  crlfs: number,
  lfs: number,
  crs: number,
  lineCount: number,
  reach: number,
  quote: number,
  end: number,
]

/** Whether a list lies otherwise in its eight bytes than a place does: into shared memory it would go byte by byte. */
function areApart(words: Uint32Array, at: number, list: Uint32Array | undefined): boolean {
  return list !== undefined && (words.byteOffset + 4 * at - list.byteOffset) % 8 !== 0
}
