import { type Cut, type Head as PlacedHead, headAt, KeptChunks, type Recut } from '../model/cut'
import { bytesBetween, type Source } from '../model/source'
import type { Span } from '../model/span'
import type { KeyColumns } from './columns'
import type { Form } from './form'
import type { RecordChunk } from './grid'
import type { RecordFlaw } from './record-flaw'
import { type LateKey, type Scanned, scanRecords } from './scan'

const CHUNK = 16_384
/** Bytes read besides those of the chunk, at first, so that its last record mostly ends among them. */
const SLACK = 4_096
/** How many times as much a chunk may need that is read into a room of its own. */
const ROOM_IN_CHUNKS = 4
/** Rows that are read again together, where not the whole chunk is. */
const STRETCH = 16
/** Cells whose index is kept for who goes through all chunks again: 12 bytes each. */
const PASSED_CELLS = 1_000_000
const NO_BYTES = new Uint8Array()
/** What most chunks have, once for all of them. */
const NONE: readonly never[] = []
const NO_KEYS: Scanned['absent'] = new Map()

/** A chunk of records once its index is dropped. */
export interface Head extends PlacedHead {
  /** Flaws that are not found in its bytes, and those of a chunk without rows. */
  readonly flaws: readonly RecordFlaw[]
  /** Of a text that does not lie in memory without those that were met before. */
  readonly lateKeys: readonly LateKey[]
  readonly absent: Scanned['absent']
  readonly isLast: boolean
  /** Its text, where keeping it costs nothing. */
  readonly bytes: Uint8Array | undefined
  /** Where each stretch of 16 rows begins, in bytes from the chunk's first; none where the text lies in memory. */
  readonly stretches: readonly number[]
}

/** How a list of records is cut. */
interface RecordsOptions {
  readonly form: Form
  readonly columns: KeyColumns
  /** Number of the first record's row. */
  readonly firstRow: number
  /** Least number of bytes in a chunk. */
  readonly size?: number
}

/**
 * A list of records cut into chunks, from the first on, as far as anybody asked. A record is read from its own first byte,
 * whatever came before, so that an edit concerns no other.
 */
export class Records implements Cut {
  readonly heads: Head[] = []
  readonly #source: Source
  readonly #options: RecordsOptions
  readonly size: number
  readonly #kept: KeptChunks<RecordChunk>
  /** Names of keys that no chunk behind need tell. */
  readonly #told = new Set<string>()
  /** Where who goes through all chunks has the bytes of one put, unless the text lies in memory; undefined while somebody does. */
  #room: Uint8Array | undefined
  /** The first chunks that were gone through, without their bytes, unless the text lies in memory. */
  readonly #passed = new Map<Head, RecordChunk>()
  #passedCells = 0
  /** The stretch that was read last. */
  #stretch: RecordChunk | undefined

  constructor(source: Source, options: RecordsOptions) {
    this.#source = source
    this.#options = options
    this.size = options.size ?? CHUNK
    this.#kept = new KeptChunks(source.isHeld)
    this.#room = source.isHeld ? undefined : new Uint8Array(ROOM_IN_CHUNKS * (this.size + SLACK))
  }

  get indexes(): this {
    return this
  }

  /** The chunks from the first to the last; each is good until the next one is asked for, unless it was kept anyway. */
  *each(): Generator<RecordChunk> {
    const room = this.#room
    if (room) return yield* this.#eachIn(room)
    for (let i = 0, chunk = this.at(0); chunk; chunk = this.at(++i)) yield chunk
  }

  at(index: number): RecordChunk | undefined {
    while (this.heads.length <= index) if (!this.cutNext()) return undefined
    return this.of(this.heads[index]!)
  }

  of(head: Head): RecordChunk {
    return this.#kept.of(head) ?? this.#kept.keep(head, this.reread(head))
  }

  /** Rows among which this one is: the whole chunk, or a stretch of it where that would have to be read again. */
  around(head: Head, row: number): RecordChunk {
    return this.#kept.of(head) ?? this.#stretchAt(head, Math.floor((row - head.firstRow) / STRETCH)) ?? this.of(head)
  }

  reread(head: Head, room?: Uint8Array): RecordChunk {
    const bytes = head.bytes ?? bytesBetween(this.#source, head.start, head.start + head.length, room)
    const passed = this.#passed.get(head)
    return passed ? { ...passed, bytes } : this.#chunkIn(bytes, head.start, head.firstRow)
  }

  cutNext(): boolean {
    const scanned = this.#next()
    if (scanned) this.#kept.keep(this.#add(scanned), scanned.chunk)
    return scanned !== undefined
  }

  /** The byte behind the records; reads on to it. */
  get end(): number {
    while (this.cutNext());
    const last = this.heads.at(-1)!
    return last.start + last.length
  }

  indexAt(offset: number): number {
    return headAt(this.heads, offset)
  }

  edited(span: Span, inserted: number): readonly Recut[] | undefined {
    const { heads } = this
    if (span.start < this.#options.form.start) return undefined
    const last = heads.at(-1)
    if (!last) return []
    const knownEnd = last.start + last.length
    if (last.isLast && span.end > knownEnd) return undefined
    if (span.start > knownEnd) return []
    return [this.#recut(span, inserted)]
  }

  #recut(span: Span, inserted: number): Recut {
    const { heads } = this
    const grown = inserted - (span.end - span.start)
    let from = this.indexAt(span.start)
    // What parts two records belongs to the chunk before.
    if (from > 0 && heads[from]!.start === span.start) from--
    const scanned: Scanned[] = []
    let next = { start: heads[from]!.start, row: heads[from]!.firstRow }
    /** The first chunk that may stay. */
    let to = from + 1
    const passTo = (least: number) => {
      while (to < heads.length && !(heads[to]!.start >= span.end && heads[to]!.start + grown >= least)) to++
    }
    passTo(next.start + 1)
    // A chunk that was left small is read with the next one.
    if (to < heads.length && heads[to]!.start + grown - next.start < this.size / 2) passTo(heads[to]!.start + grown + 1)
    let isLast = false
    while (!isLast && to < heads.length) {
      const left = heads[to]!.start + grown - next.start
      if (left === 0) break
      const one = this.#scan(next, left > 2 * this.size ? this.size : left)
      scanned.push(one)
      next = { start: next.start + one.chunk.bytes.length, row: next.row + one.chunk.rowCount }
      ;({ isLast } = one)
      passTo(next.start)
    }
    if (isLast) to = heads.length
    const rows = to < heads.length ? next.row - heads[to]!.firstRow : 0
    for (let i = to; i < heads.length; i++) {
      heads[i]!.start += grown
      heads[i]!.firstRow += rows
    }
    const added = scanned.map(one => this.#headOf(one))
    const gone = heads.splice(from, to - from, ...added)
    const removed = new Map(gone.map(head => [head, this.#kept.take(head)]))
    for (const [i, head] of added.entries()) this.#kept.keep(head, scanned[i]!.chunk)
    return { from, removed, added }
  }

  /** The chunks from the first to the last, each in the room: nobody else has it meanwhile. */
  *#eachIn(room: Uint8Array): Generator<RecordChunk> {
    this.#room = undefined
    try {
      for (let i = 0; ; i++) {
        const chunk = this.#pass(i, room)
        if (!chunk) return
        yield* this.#kept.pass(this.heads[i]!, chunk)
      }
    } finally {
      this.#room = room
    }
  }

  /** The chunk of that number, in the room if it is read; undefined after the last one. */
  #pass(index: number, room: Uint8Array): RecordChunk | undefined {
    const head = this.heads[index]
    if (head) return this.#kept.of(head) ?? this.reread(head, room)
    const scanned = this.#next(room)
    if (scanned) this.#keepIndex(this.#add(scanned), scanned.chunk)
    return scanned?.chunk
  }

  #keepIndex(head: Head, chunk: RecordChunk): void {
    const cells = this.#passedCells + chunk.signatures.length
    if (cells > PASSED_CELLS) return
    this.#passedCells = cells
    this.#passed.set(head, { ...chunk, bytes: NO_BYTES })
  }

  #stretchAt(head: Head, number: number): RecordChunk | undefined {
    const at = head.stretches[number]
    if (at === undefined) return undefined
    const start = head.start + at
    if (this.#stretch?.start === start) return this.#stretch
    const bytes = bytesBetween(this.#source, start, head.start + (head.stretches[number + 1] ?? head.length))
    return (this.#stretch = this.#chunkIn(bytes, start, head.firstRow + number * STRETCH))
  }

  /** The chunk of the records in some bytes, behind which another begins or none does. */
  #chunkIn(bytes: Uint8Array, start: number, row: number): RecordChunk {
    return scanRecords(bytes, { start, row }, Math.max(1, bytes.length), { ...this.#options, isWhole: true })!.chunk
  }

  /** The chunk behind those that are known. */
  #next(room?: Uint8Array): Scanned | undefined {
    const last = this.heads.at(-1)
    if (last?.isLast) return undefined
    const { form, firstRow } = this.#options
    return this.#scan(last ? after(last) : { start: form.start, row: firstRow }, this.size, room)
  }

  #add(scanned: Scanned): Head {
    const head = this.#headOf(scanned)
    this.heads.push(head)
    return head
  }

  /** Reads records until at least `size` bytes are read, with as many bytes as the last of them needs. */
  #scan(from: { readonly start: number; readonly row: number }, size: number, room?: Uint8Array): Scanned {
    for (let least = size + SLACK; ; least *= 2) {
      const bytes = this.#source.window(from.start, least, room)
      const isWhole = from.start + bytes.length >= this.#source.length
      const scanned = scanRecords(bytes, from, size, { ...this.#options, isWhole })
      if (scanned) return scanned
      least = Math.max(least, bytes.length)
    }
  }

  #headOf({ chunk, flaws, lateKeys, absent, isLast }: Scanned): Head {
    const { start, firstRow, rowCount, bytes } = chunk
    const { isHeld } = this.#source
    const toldFlaws = rowCount === 0 ? [...chunk.flaws, ...flaws] : flaws
    const fresh = isHeld
      ? lateKeys
      : lateKeys.filter(({ name, of }) => !this.#told.has(`${of} ${name}`) && this.#told.add(`${of} ${name}`))
    return {
      start,
      firstRow,
      firstColumn: 0,
      length: bytes.length,
      rowCount,
      rowEnded: true,
      flaws: toldFlaws.length > 0 ? toldFlaws : NONE,
      lateKeys: fresh.length > 0 ? fresh : NONE,
      absent: absent.size > 0 ? absent : NO_KEYS,
      isLast,
      bytes: isHeld ? bytes : undefined,
      stretches: isHeld ? NONE : stretchesOf(chunk),
    }
  }
}

function stretchesOf({ rowCount, records }: RecordChunk): number[] {
  return Array.from({ length: Math.ceil(rowCount / STRETCH) }, (_, i) => records[2 * STRETCH * i]!)
}

function after({ start, length, firstRow, rowCount }: Head) {
  return { start: start + length, row: firstRow + rowCount }
}
