import type { Span } from '../model/span'
import type { Flaw, Node } from '../model/tree'
import type { KeyColumns } from './columns'
import type { Form } from './form'
import { Grid, type RecordChunk } from './grid'
import type { KeyLearner } from './met-keys'
import { putRecord } from './put-record'
import { featureFaults } from './odd-feature'
import { readValue } from './read'
import { RecordPasser, type Told } from './record'
import type { RecordFlaw } from './record-flaw'
import { forgetPrototype, passedPrototype, SHORT, skipSpace, skipValue } from './skip'

/** Bytes of a record that is not strict JSON beyond which nobody can tell what was meant. */
const ROOM = 1 << 20
/** Bytes of any record beyond which it is not read: it would take too much memory. */
const LONGEST = 1 << 27
/** Cells of a chunk, beyond those of its last row. */
const CELLS = 1 << 16

/** Flaws beside which it is plain which keys a record has. */
const LEAVE_KEYS: ReadonlySet<Flaw['kind']> = new Set(['duplicate-key', 'prototype-key', 'too-deep'])

/** A key that is no column, or a list of which elements are none. */
export interface LateKey {
  readonly name: string
  /** What it is of: the record or its inner member, the record beside that one, elements of the list of that name. */
  readonly of: 'members' | 'own' | 'elements'
  readonly row: number
  readonly span: Span
}

/** A chunk of records, and what reading it brought up. */
export interface Scanned {
  readonly chunk: RecordChunk
  /** Flaws that its bytes alone do not show: those told by what follows, and those of what is not read. */
  readonly flaws: readonly RecordFlaw[]
  /** Each once. */
  readonly lateKeys: readonly LateKey[]
  /** By column, and behind the last one by holder: in how many rows its key is not there, and the first of them. */
  readonly absent: ReadonlyMap<number, { readonly count: number; readonly first: number }>
  /** Whether the list ends behind the chunk: its bracket follows, or nothing, or nothing that can be read. */
  readonly isLast: boolean
}

/** How a stretch of records is read. */
interface ScanOptions {
  readonly form: Form
  readonly columns?: KeyColumns
  /** Nothing follows the bytes. */
  readonly isWhole: boolean
  /** Who learns the keys where the columns are not known: of records that are strict JSON, and of others. */
  readonly learners?: { readonly strict: KeyLearner; readonly broken: KeyLearner }
}

/**
 * Reads records from the first byte, before which a bracket or a comma stands, until at least `size` bytes are read and
 * another record begins. Undefined when the bytes end before that, and are not all that there is.
 */
export function scanRecords(
  bytes: Uint8Array,
  from: { readonly start: number; readonly row: number },
  size: number,
  options: ScanOptions,
): Scanned | undefined {
  return new Scan(bytes, options).upTo(size, from)
}

class Scan {
  readonly #bytes: Uint8Array
  readonly #options: ScanOptions
  readonly #grid: Grid
  readonly #flaws: RecordFlaw[] = []
  /** Those that the bytes of the chunk alone do not show. */
  readonly #flawsBehind: RecordFlaw[] = []
  readonly #lateKeys = new Map<string, LateKey>()
  /** Those that are new in the record at hand. */
  readonly #lateHere: string[] = []
  readonly #passer: RecordPasser | undefined
  /** Bytes in which a broken record is read, and the beginning of the next one is found. */
  readonly #room: number
  #at = 0
  #isLast = false

  constructor(bytes: Uint8Array, options: ScanOptions) {
    this.#bytes = bytes
    this.#options = options
    this.#room = ROOM + (options.form.indent?.length ?? 0) + 1
    const { form, columns } = options
    this.#grid = new Grid(columns)
    const told: Told = (name, start, end, of) => this.#late(name, of, { start, end })
    this.#passer = columns && new RecordPasser(form, columns, this.#grid, told)
  }

  upTo(size: number, from: { readonly start: number; readonly row: number }): Scanned | undefined {
    const isRead = this.#options.form.parted === 'line' ? this.#lines(size) : this.#list(size)
    if (!isRead) return undefined
    const chunk = this.#grid.chunk(this.#bytes.subarray(0, this.#at), from, this.#flaws)
    const { absent } = this.#grid
    return { chunk, absent, flaws: this.#flawsBehind, lateKeys: [...this.#lateKeys.values()], isLast: this.#isLast }
  }

  #isFull(size: number): boolean {
    return this.#grid.rowCount > 0 && (this.#at >= size || this.#grid.cellCount >= CELLS)
  }

  #list(size: number): boolean {
    const bytes = this.#bytes
    const { isWhole } = this.#options
    /** Where the comma before the next record stands; the chunk begins behind one. */
    let comma: number | undefined = -1
    for (;;) {
      this.#at = skipSpace(bytes, this.#at)
      const byte = bytes[this.#at]
      if (byte === undefined) return isWhole && (this.#isLast = true)
      if (byte === 93) {
        if (comma !== undefined && comma >= 0)
          this.#tellBetween({ kind: 'trailing-comma', span: { start: comma, end: comma + 1 } }, this.#flawsBehind)
        return (this.#isLast = true)
      }
      if (byte === 44) {
        if (comma !== undefined) this.#tellBetween({ kind: 'stray-sign', span: { start: this.#at, end: this.#at + 1 } })
        comma = this.#at++
        continue
      }
      if (byte === 47) {
        if (!this.#comment()) return false
        continue
      }
      if (byte === 125 || byte === 58) {
        this.#tellBetween({ kind: 'stray-sign', span: { start: this.#at, end: ++this.#at } })
        continue
      }
      const isFull = this.#isFull(size)
      if (comma === undefined)
        this.#tellBetween(
          { kind: 'missing-comma', span: { start: this.#at, end: this.#at + 1 } },
          isFull ? this.#flawsBehind : this.#flaws,
        )
      if (isFull) return true
      const read = this.#record(bytes, isWhole)
      if (read === 'short') return false
      if (read === 'lost') return true
      // The comma behind a record that is never closed was taken for a part of it.
      comma = read === 'open' ? -1 : undefined
    }
  }

  #lines(size: number): boolean {
    const bytes = this.#bytes
    const { isWhole } = this.#options
    for (;;) {
      this.#at = skipSpace(bytes, this.#at)
      if (this.#at >= bytes.length) return isWhole && (this.#isLast = true)
      if (this.#isFull(size)) return true
      const found = bytes.indexOf(10, this.#at)
      const end = found < 0 ? bytes.length : found + 1
      if (end - this.#at > LONGEST) {
        this.#lose('long', this.#at)
        return true
      }
      if (found < 0 && !isWhole) return false
      const line = bytes.subarray(0, end)
      const read = this.#record(line, true)
      if (read === 'lost') return true
      const behind = skipSpace(line, this.#at)
      if (behind < line.length) this.#tellBetween({ kind: 'text-after', span: { start: behind, end: line.length - 1 } })
      this.#at = line.length
    }
  }

  /** Passes over a comment, which JSON has not; false when its end is not there yet. */
  #comment(): boolean {
    const bytes = this.#bytes
    const start = this.#at
    const isBlock = bytes[start + 1] === 42
    let at = start + 1
    if (isBlock) while (at < bytes.length && !(bytes[at] === 42 && bytes[at + 1] === 47 && at > start + 2)) at++
    else if (bytes[at] === 47) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    if (at >= bytes.length && !this.#options.isWhole) return false
    this.#at = Math.min(bytes.length, isBlock ? at + 2 : at)
    this.#tellBetween({
      kind: bytes[start + 1] === 47 || isBlock ? 'comment' : 'stray-sign',
      span: { start, end: this.#at },
    })
    return true
  }

  /** Reads one record of bytes, behind which nothing comes when they are whole. */
  #record(bytes: Uint8Array, isWhole: boolean): 'read' | 'open' | 'short' | 'lost' {
    const { form, learners } = this.#options
    const start = this.#at
    const isRow = form.record === 'row'
    this.#grid.begin()
    this.#lateHere.length = 0
    forgetPrototype()
    const isLong = bytes.length - start > LONGEST
    const within = isLong ? bytes.subarray(0, start + LONGEST) : bytes
    const end = (this.#passer ?? learners?.strict)?.pass(within, start) ?? skipValue(within, start)
    if (end >= 0) {
      if (passedPrototype) this.#tellPrototypes(bytes.subarray(0, end), start)
      if (bytes[start] !== (isRow ? 91 : 123)) this.#odd({ start, end })
      else if (this.#passer?.isOdd) this.#tellFeature(readValue(bytes.subarray(0, end), start).root)
      this.#at = end
      this.#grid.end(start, end)
      return 'read'
    }
    this.#grid.again()
    this.#forgetLate()
    if (end === SHORT && isLong) {
      this.#lose('long', start)
      return 'lost'
    }
    // A record may be longer than the bytes, or than what is worth reading once it is surely broken.
    if (!isWhole && (end === SHORT || bytes.length - start < this.#room)) return 'short'
    return this.#tolerant(bytes, start, isWhole)
  }

  /** Leaves the rest unread from a record on. */
  #lose(why: 'open' | 'long', start: number): void {
    this.#flawsBehind.push({ kind: 'lost', why, row: this.#grid.rowCount, span: { start, end: start + 1 } })
    this.#isLast = true
  }

  /** Reads a record as it was meant. */
  #tolerant(bytes: Uint8Array, start: number, isWhole: boolean): 'read' | 'open' | 'lost' {
    const { form, columns } = this.#options
    const bound = this.#bound(bytes, start)
    const isCut = bound === undefined && bytes.length - start > ROOM
    const within = bound === undefined ? (isCut ? bytes.subarray(0, start + ROOM) : bytes) : bytes.subarray(0, bound)
    const { root, flaws, end, isClosed } = readValue(within, start)
    if (!isClosed && bound === undefined && (isCut || !isWhole)) {
      for (const flaw of flaws.slice(0, 1)) this.#flawsBehind.push({ kind: 'flaw', row: this.#grid.rowCount, flaw })
      this.#lose('open', start)
      return 'lost'
    }
    for (const flaw of flaws) this.#tell(flaw)
    this.#learn(root, flaws)
    this.#at = Math.max(end, start + 1)
    const isRow = form.record === 'row'
    this.#grid.begin()
    if (form.record === 'feature') this.#tellFeature(root)
    if (root?.kind === (isRow ? 'array' : 'object')) putRecord(root, { bytes, form, columns, grid: this.#grid })
    else this.#odd({ start, end: this.#at })
    this.#grid.end(start, this.#at)
    return isClosed ? 'read' : 'open'
  }

  /** Of what is no JSON no key is learnt, unless there is nothing else, or it is plain which keys there are. */
  #learn(root: Node | undefined, flaws: readonly Flaw[]): void {
    const { learners } = this.#options
    const learner = flaws.every(({ kind }) => LEAVE_KEYS.has(kind)) ? learners?.strict : learners?.broken
    learner?.tolerant(root)
  }

  /** Where the next record begins on a line of its own, which a broken one surely does not reach. */
  #bound(bytes: Uint8Array, start: number): number | undefined {
    const { form } = this.#options
    const indent = form.indent
    if (!indent || form.parted === 'line') return undefined
    const open = form.record === 'row' ? 91 : 123
    const most = Math.min(bytes.length, start + ROOM)
    for (let at = bytes.indexOf(10, start); at >= 0 && at < most; at = bytes.indexOf(10, at + 1)) {
      let i = 0
      while (i < indent.length && bytes[at + i] === indent[i]) i++
      if (i === indent.length && bytes[at + i] === open) return at + i
    }
    return undefined
  }

  #late(name: string, of: LateKey['of'], span: Span): void {
    const known = `${of} ${name}`
    if (this.#lateKeys.has(known)) return
    this.#lateKeys.set(known, { name, of, row: this.#grid.rowCount, span })
    this.#lateHere.push(known)
  }

  /** Forgets what is told of a record that is read otherwise, or again: it may lie in the next one. */
  #forgetLate(): void {
    for (const known of this.#lateHere) this.#lateKeys.delete(known)
  }

  #odd(span: Span): void {
    this.#flaws.push({ kind: 'odd-record', row: this.#grid.rowCount, span })
  }

  #tellFeature(root: Node | undefined): void {
    if (root?.kind !== 'object' || !this.#passer) return
    for (const fault of featureFaults(root)) this.#flaws.push({ kind: 'odd-feature', row: this.#grid.rowCount, fault })
  }

  #tellPrototypes(bytes: Uint8Array, start: number): void {
    for (const flaw of readValue(bytes, start).flaws) if (flaw.kind === 'prototype-key') this.#tell(flaw)
  }

  #tell(flaw: Flaw): void {
    this.#flaws.push({ kind: 'flaw', row: this.#grid.rowCount, flaw })
  }

  /** Tells a flaw between two records, of the one before it. */
  #tellBetween(flaw: Flaw, flaws = this.#flaws): void {
    flaws.push({ kind: 'flaw', row: Math.max(0, this.#grid.rowCount - 1), flaw })
  }
}
