import type { Dataset } from './dataset'
import type { Draft, Run } from './draft'
import { kernel } from './kernel/kernel'
import { isOff } from './loudness'
import type { KeyQuestion } from './model/answers'
import { type Chunk, contentEnd, contentStart, ROW_LIMIT, signatureAt } from './model/chunk'
import { Hash } from './model/hash'
import { isPlainKey } from './model/key-value'
import type { Repeats } from './model/repeats'
import type { RowSet } from './model/row-set'
import { isNested, signature } from './model/signature'
import { columnPlan, type ColumnPlan } from './plan'
import type { Key, KeyRule, Repeated, Rule } from './rules/rule'

/** A key of the table and the rule that wants it to be kept. */
export interface Keyed {
  readonly rule: KeyRule
  readonly key: Key
}

/** The keys that no two rows may share. */
export function keysOf(run: Run, rules: readonly Rule[]): readonly Keyed[] {
  return rules.flatMap(rule => {
    if (rule.scope !== 'key') return []
    const keys = run.safely(rule, () => rule.check(run.dataset.described)) ?? []
    return keys.filter(({ columns: [first] }) => !isOff(run.asked, rule.id, first)).map(key => ({ rule, key }))
  })
}

/** What of a key tells how it is read. */
type KeyParts = Pick<Key, 'columns' | 'missing' | 'edgeSpace' | 'reads' | 'plainMarks'>

/** Rows of a chunk that are read one by one; of more it takes less time to read all. */
const FEW = 8

/** Reads the hash of a key in each row that has one. Rows of more than 1 MiB are not compared. */
export class KeyReader {
  readonly #dataset: Dataset
  readonly #key: KeyParts
  /** Parallel to the columns of the key; none for a column that the table has not. */
  readonly #plans: readonly (ColumnPlan | undefined)[]
  readonly #hash = new Hash()
  /** Those of a chunk of which the kernel does not tell them. */
  #own = new Uint32Array(0)
  readonly #question: KeyQuestion
  /** No row is a comment, only an empty cell has no value, and bytes tell which values are compared as they are written. */
  readonly #isPlain: boolean

  constructor(dataset: Dataset, key: KeyParts) {
    this.#dataset = dataset
    this.#key = key
    const { columns } = dataset.described
    const { missing, edgeSpace, plainMarks } = key
    const { doubledQuote } = dataset.table
    this.#question = { columns: key.columns, missing, edgeSpace, ...(plainMarks && { plainMarks }), doubledQuote }
    this.#plans = key.columns.map(index => columns[index] && columnPlan(columns[index], []))
    const isSpelt = this.#plans.some(plan => plan && plan.missingValues.size > 0)
    const isRead = key.reads?.some((read, i) => read !== undefined && plainMarks?.[i] === undefined) ?? false
    this.#isPlain = !isSpelt && !isRead && !dataset.table.hasComments
  }

  /** What the kernel is asked about each chunk. */
  get questions(): readonly KeyQuestion[] {
    return this.#isPlain ? [this.#question] : []
  }

  /** Tells the row, from 0, and the two halves of the hash. */
  each(chunk: Chunk, told: (row: number, low: number, high: number) => void): void {
    const hashes = this.hashes(chunk)
    // With signs: beyond 2 ** 31 each half would be made an object.
    for (let i = 0; i < chunk.rowCount; i++)
      if (hashes[2 * i + 1] !== 0) told(chunk.firstRow + i, hashes[2 * i]! | 0, hashes[2 * i + 1]! | 0)
  }

  /** The two halves of the hash of each row, the upper one 0 where it has none. They are overwritten by the next call. */
  hashes(chunk: Chunk): Uint32Array {
    const { rowCount } = chunk
    const told = this.#told(chunk)
    if (told) {
      if (told[2 * rowCount]! > 0)
        for (let i = 0; i < rowCount; i++) if (told[2 * i + 1] === 0 && told[2 * i] === 1) this.#put(told, chunk, i)
      return told.subarray(0, 2 * rowCount)
    }
    const hashes = this.#ownOf(rowCount)
    for (let i = 0; i < rowCount; i++) if (this.#counts(chunk, i)) this.#put(hashes, chunk, i)
    return hashes
  }

  /** The same, at least of those rows of a chunk that are in a set; of others it may say that they have none. */
  hashesOfSome(chunk: Chunk, rows: RowSet): Uint32Array {
    const { rowCount, firstRow } = chunk
    const asked: number[] = []
    for (let i = 0; i < rowCount; i++) if (rows.has(firstRow + i)) asked.push(i)
    if (asked.length > FEW) return this.hashes(chunk)
    const hashes = this.#ownOf(rowCount)
    for (const i of asked) if (this.#counts(chunk, i)) this.#put(hashes, chunk, i)
    return hashes
  }

  /** What the kernel makes of the rows; undefined where it cannot tell which of them count. */
  #told(chunk: Chunk): Uint32Array | undefined {
    const { table } = this.#dataset
    const isWhole = chunk.firstColumn === 0 && chunk.rowEnded
    const from = Math.min(chunk.rowCount, Math.max(0, table.firstDataRow - chunk.firstRow))
    return this.#isPlain && isWhole && !table.isPlain ? kernel()?.keyHashes(chunk, from, this.#question) : undefined
  }

  /** Room for the hashes of so many rows, none of which has one yet. */
  #ownOf(rowCount: number): Uint32Array {
    if (this.#own.length < 2 * rowCount) this.#own = new Uint32Array(2 * rowCount)
    return this.#own.subarray(0, 2 * rowCount).fill(0)
  }

  /** Whether a row is data, and whole, and not too long to be compared. */
  #counts(chunk: Chunk, row: number): boolean {
    const { rowCount, rowCells, cellStart, cellEnd, firstColumn, rowEnded } = chunk
    const isWhole = (row > 0 || firstColumn === 0) && (row < rowCount - 1 || rowEnded)
    const length = cellEnd[rowCells[row + 1]! - 1]! - cellStart[rowCells[row]!]!
    return isWhole && length <= ROW_LIMIT && this.#dataset.table.isDataIn(chunk, row)
  }

  /** Writes the hash of a row to its place. */
  #put(hashes: Uint32Array, chunk: Chunk, row: number): void {
    const has = this.#read(chunk, row)
    hashes[2 * row] = has ? this.#hash.low : 0
    hashes[2 * row + 1] = has ? this.#hash.high : 0
  }

  /** Hashes the key of a row; false when the row does not count. */
  #read(chunk: Chunk, row: number): boolean {
    const { columns, missing, reads } = this.#key
    const from = chunk.rowCells[row]!
    const width = chunk.rowCells[row + 1]! - from
    const hash = this.#hash
    hash.begin()
    let absent = 0
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!
      const cell = from + column
      const isAbsent = column >= width
      if (isAbsent || this.#isMissing(chunk, cell, this.#plans[i])) {
        if (missing === 'none') return false
        absent++
        if (isAbsent) hash.add(chunk.bytes, 0, 0)
        if (isAbsent) continue
      }
      const mask = signatureAt(chunk, cell)
      const read = this.#isPlainAt(chunk, cell, i) ? undefined : reads?.[i]
      if ((mask & signature.escaped && !isNested(mask)) || read) {
        const text = comparable(this.#dataset.table.textAt(chunk, cell), this.#key)
        const value = read ? read(text) : text
        if (value === undefined) return false
        const bytes = encoder.encode(String(value))
        hash.add(bytes, 0, bytes.length)
      } else {
        let start = contentStart(chunk, cell, mask)
        let end = contentEnd(chunk, cell, mask)
        if (mask & signature.edgeSpace && this.#key.edgeSpace === 'ignored') {
          while (start < end && isSpace(chunk.bytes[start]!)) start++
          while (end > start && isSpace(chunk.bytes[end - 1]!)) end--
        }
        hash.add(chunk.bytes, start, end)
      }
    }
    hash.end()
    return absent < columns.length
  }

  /** Whether the bytes of a cell tell that its value is compared as it is written; `part`: of the key. */
  #isPlainAt(chunk: Chunk, cell: number, part: number): boolean {
    const mark = this.#key.plainMarks?.[part]
    if (mark === undefined) return false
    const mask = signatureAt(chunk, cell)
    return isPlainKey(chunk.bytes, contentStart(chunk, cell, mask), contentEnd(chunk, cell, mask), mark)
  }

  #isMissing(chunk: Chunk, cell: number, plan: ColumnPlan | undefined): boolean {
    if (signatureAt(chunk, cell) <= 0xffff) return true
    return (plan?.missingValues.size ?? 0) > 0 && plan!.missingValues.has(this.#dataset.table.textAt(chunk, cell))
  }
}

/** The rows of a table that repeat the key of one before them. */
export class RepeatedKeys {
  readonly #run: Run
  readonly #keyed: Keyed
  readonly #reader: KeyReader
  readonly #repeats: Repeats
  /** Its number there. */
  readonly #number: number
  /** By the first row with a hash: the first rows of other keys that have it too, by their values. */
  readonly #others = new Map<number, Map<string, number>>()

  /** `repeats`: those of all keys of the table; `edgeSpace`: which rows may be alike, to be told apart by their texts. */
  constructor(run: Run, keyed: Keyed, repeats: Repeats, edgeSpace = keyed.key.edgeSpace) {
    this.#run = run
    this.#keyed = keyed
    this.#reader = new KeyReader(run.dataset, { ...keyed.key, edgeSpace })
    this.#repeats = repeats
    this.#number = repeats.begin()
  }

  get questions(): readonly KeyQuestion[] {
    return this.#reader.questions
  }

  /** Returns the hashes of the rows, as the reader of a key has them. */
  add(chunk: Chunk): Uint32Array {
    return this.#added(chunk, this.#reader.hashes(chunk))
  }

  /** At least the rows of a chunk that are in a set: no other is like one of them. */
  addSome(chunk: Chunk, rows: RowSet): void {
    this.#added(chunk, this.#reader.hashesOfSome(chunk, rows))
  }

  /** The rows that have, as it seems, the key of a row before them, each followed by the first of these. */
  alike(): Iterable<readonly [row: number, first: number]> {
    return this.#repeats.pairs(this.#number)
  }

  /** One finding for each row that repeats a key, in order. */
  *drafts(): Generator<Draft> {
    const { table, described } = this.#run.dataset
    if (this.#keyed.key.isTold?.(described) === false) return
    for (const [row, first] of this.alike()) {
      const draft = repeatedDraft(this.#run, this.#keyed, row, first) ?? this.#otherDraft(row, first)
      // The row is at hand now.
      const span = draft?.column === undefined ? undefined : table.cellSpan(row, draft.column)
      if (draft) yield span ? { ...draft, span } : draft
    }
  }

  #added(chunk: Chunk, hashes: Uint32Array): Uint32Array {
    this.#repeats.add(this.#number, chunk.firstRow, hashes)
    return hashes
  }

  /** The same of a row that only has the hash of the first one: it may have the key of another such row. */
  #otherDraft(row: number, first: number): Draft | undefined {
    const { table } = this.#run.dataset
    const { key } = this.#keyed
    const values = JSON.stringify([
      ...key.columns.map((column, i) => comparedAs(table.text(row, column) ?? '', key, i)),
      key.marks === 'row' ? table.rest(row) : '',
    ])
    const others = this.#others.get(first) ?? new Map<string, number>()
    this.#others.set(first, others)
    const known = others.get(values)
    if (known !== undefined) return repeatedDraft(this.#run, this.#keyed, row, known)
    others.set(values, row)
    return undefined
  }
}

/** The finding that a row has the key of an earlier one; undefined when only the hashes are alike. */
export function repeatedDraft(run: Run, keyed: Keyed, row: number, first: number): Draft | undefined {
  const shared = sharedValues(run, keyed, row, first)
  return shared && draftOf(run, keyed, { row, first, ...shared })
}

/** The values of the key of a row, when they are those of an earlier one. */
function sharedValues({ dataset }: Run, { key }: Keyed, row: number, first: number): Shared | undefined {
  const texts = (at: number) => key.columns.map(column => dataset.table.text(at, column) ?? '')
  // The row itself is read last: who goes on with it has it at hand.
  const before = texts(first)
  const values = texts(row)
  if (!values.every((text, i) => comparedAs(text, key, i) === comparedAs(before[i]!, key, i))) return undefined
  if (key.marks === 'row' && dataset.table.rest(row) !== dataset.table.rest(first)) return undefined
  return { values, isRespelt: key.reads !== undefined && values.some((text, i) => text !== before[i]) }
}

/** The values of a key that two rows have, as the later one writes them. */
type Shared = Pick<Repeated, 'values' | 'isRespelt'>

/** Two rows with the same values of a key. */
interface Pair extends Shared {
  readonly row: number
  readonly first: number
}

function draftOf(run: Run, { rule, key }: Keyed, { row, first, values, isRespelt }: Pair): Draft | undefined {
  const labels = key.columns.map(column => run.dataset.described.columns[column]?.label ?? '')
  if (key.near) return nearDraft(run, { rule, key }, row, { key, first, values, isRespelt, labels })
  const facts: Repeated = { key, first, values, isRespelt, labels }
  const [column] = key.columns
  if (key.marks === 'row' || column === undefined) return { rule, row, facts }
  return { rule, row, column, facts, value: values[0] ?? '' }
}

/** The same where another cell must be near to that of the first row. */
function nearDraft({ dataset: { table } }: Run, { rule, key }: Keyed, row: number, facts: Repeated): Draft | undefined {
  const { column, isNear } = key.near!
  const value = table.text(row, column) ?? ''
  const first = table.text(facts.first, column) ?? ''
  return isNear(value, first)
    ? { rule, row, column, facts: { ...facts, near: { column, value, first } }, value }
    : undefined
}

const encoder = new TextEncoder()

/** What makes the part of a key the same as another. */
function comparedAs(text: string, key: KeyParts, part: number): string {
  const compared = comparable(text, key)
  return String(key.reads?.[part]?.(compared) ?? compared)
}

function comparable(text: string, { edgeSpace }: KeyParts): string {
  return edgeSpace === 'ignored' ? text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : text
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13
}
