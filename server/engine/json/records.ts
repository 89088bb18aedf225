import { type Cut, type Head as PlacedHead, headAt, KeptChunks, type Recut } from '../model/cut'
import { bytesBetween, type Source } from '../model/source'
import type { Span } from '../model/span'
import type { Form, KeyColumns } from './form'
import type { RecordChunk } from './grid'
import { type LateKey, type RecordFlaw, type Scanned, scanRecords } from './scan'

const CHUNK = 16_384
/** Bytes read besides those of the chunk, at first, so that its last record mostly ends among them. */
const SLACK = 4_096

/** A chunk of records once its index is dropped. */
export interface Head extends PlacedHead {
  readonly flaws: readonly RecordFlaw[]
  readonly lateKeys: readonly LateKey[]
  readonly absent: Scanned['absent']
  readonly isLast: boolean
  /** Its text, where keeping it costs nothing. */
  readonly bytes: Uint8Array | undefined
}

/** How a list of records is cut. */
export interface RecordsOptions {
  readonly form: Form
  readonly columns: KeyColumns
  readonly width: number
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
  readonly #size: number
  readonly #kept: KeptChunks<RecordChunk>

  constructor(source: Source, options: RecordsOptions) {
    this.#source = source
    this.#options = options
    this.#size = options.size ?? CHUNK
    this.#kept = new KeptChunks(source.isHeld)
  }

  get indexes(): this {
    return this
  }

  at(index: number): RecordChunk | undefined {
    while (this.heads.length <= index) if (!this.cutNext()) return undefined
    return this.of(this.heads[index]!)
  }

  of(head: Head): RecordChunk {
    return this.#kept.of(head) ?? this.#kept.keep(head, this.reread(head))
  }

  reread(head: Head): RecordChunk {
    const bytes = head.bytes ?? bytesBetween(this.#source, head.start, head.start + head.length)
    const from = { start: head.start, row: head.firstRow }
    return scanRecords(bytes, from, Math.max(1, head.length), { ...this.#options, isWhole: true })!.chunk
  }

  cutNext(): boolean {
    const last = this.heads.at(-1)
    if (last?.isLast) return false
    const { form, firstRow } = this.#options
    this.#add(last ? after(last) : { start: form.start, row: firstRow }, this.#size)
    return true
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
    if (to < heads.length && heads[to]!.start + grown - next.start < this.#size / 2)
      passTo(heads[to]!.start + grown + 1)
    let isLast = false
    while (!isLast && to < heads.length) {
      const left = heads[to]!.start + grown - next.start
      if (left === 0) break
      const one = this.#scan(next, left > 2 * this.#size ? this.#size : left)
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
    const removed = heads.splice(from, to - from, ...added)
    for (const head of removed) this.#kept.drop(head)
    for (const [i, head] of added.entries()) this.#kept.keep(head, scanned[i]!.chunk)
    return { from, removed, added }
  }

  #add(next: { readonly start: number; readonly row: number }, size: number): void {
    const scanned = this.#scan(next, size)
    const head = this.#headOf(scanned)
    this.heads.push(head)
    this.#kept.keep(head, scanned.chunk)
  }

  /** Reads records until at least `size` bytes are read, with as many bytes as the last of them needs. */
  #scan(from: { readonly start: number; readonly row: number }, size: number): Scanned {
    for (let least = size + SLACK; ; least *= 2) {
      const bytes = this.#source.window(from.start, least)
      const isWhole = from.start + bytes.length >= this.#source.length
      const scanned = scanRecords(bytes, from, size, { ...this.#options, isWhole })
      if (scanned) return scanned
      least = Math.max(least, bytes.length)
    }
  }

  #headOf({ chunk, flaws, lateKeys, absent, isLast }: Scanned): Head {
    const { start, firstRow, rowCount, bytes } = chunk
    return {
      start,
      firstRow,
      firstColumn: 0,
      length: bytes.length,
      rowCount,
      rowEnded: true,
      flaws,
      lateKeys,
      absent,
      isLast,
      bytes: this.#source.isHeld ? bytes : undefined,
    }
  }
}

function after({ start, length, firstRow, rowCount }: Head) {
  return { start: start + length, row: firstRow + rowCount }
}
