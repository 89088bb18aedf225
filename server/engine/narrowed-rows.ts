import type { Run } from './draft'
import { type Keyed, RepeatedKeys } from './keys'
import type { KeyQuestion } from './model/answers'
import type { Chunk } from './model/chunk'
import type { Repeats } from './model/repeats'
import { Hash } from './model/hash'
import { RowSet } from './model/row-set'

/** Two keys: rows that share the wide one share the narrow one, which is a single column, or have no value there. */
interface Narrowing {
  readonly narrow: Keyed
  readonly wide: Keyed
}

/** The key of whole rows, and one that is a column of it; undefined where there are no such two. */
export function narrowingOf({ dataset: { described } }: Run, keys: readonly Keyed[]): Narrowing | undefined {
  const plain = keys.filter(({ key: { near, refersTo } }) => !(near || refersTo))
  const wide = plain.find(({ key }) => key.missing === 'all' && !key.reads)
  const narrow = plain.find(({ key: { columns } }) => {
    const [column] = columns
    if (column === undefined || columns.length > 1 || !wide?.key.columns.includes(column)) return false
    // What has no value would be told by how it is spelt, with spaces or without.
    return described.columns[column]?.field?.missingValues.every(text => text === '') ?? true
  })
  return wide && narrow && { narrow, wide }
}

/**
 * Has whole rows compared only where they may be alike, in a table whose rows are gone through twice: the narrow key is
 * read the first time, and the wide one the second time of the rows that share a narrow one, or have none.
 */
export class NarrowedRows {
  readonly #narrowing: Narrowing
  readonly #narrow: RepeatedKeys
  readonly #wide: RepeatedKeys
  /** Rows that may be alike. */
  readonly #rows = new RowSet()

  /** `repeats`: those of all keys of the table. */
  constructor(run: Run, narrowing: Narrowing, repeats: Repeats) {
    this.#narrowing = narrowing
    this.#narrow = new RepeatedKeys(run, narrowing.narrow, repeats, narrowing.wide.key.edgeSpace)
    this.#wide = new RepeatedKeys(run, narrowing.wide, repeats)
  }

  /** The rows that repeat one of the two keys; undefined for another key. */
  of(keyed: Keyed): RepeatedKeys | undefined {
    if (keyed === this.#narrowing.narrow) return this.#narrow
    return keyed === this.#narrowing.wide ? this.#wide : undefined
  }

  /** What the kernel is asked about each chunk, the first time. */
  get questions(): readonly KeyQuestion[] {
    return this.#narrow.questions
  }

  /** Whether it reads the rows for a key. */
  reads(key: unknown): boolean {
    return key === this.#narrow || key === this.#wide
  }

  /** Reads a chunk for the first time. */
  add(chunk: Chunk): void {
    const hashes = this.#narrow.add(chunk)
    for (let i = 0; i < chunk.rowCount; i++) {
      const high = hashes[2 * i + 1]!
      if (high === 0 || (high === blank.high && hashes[2 * i] === blank.low)) this.#rows.add(chunk.firstRow + i)
    }
  }

  /** To be called when all chunks were read once. */
  narrow(): void {
    for (const [row, first] of this.#narrow.alike()) {
      this.#rows.add(row)
      this.#rows.add(first)
    }
  }

  /** Reads a chunk for the second time. */
  addAgain(chunk: Chunk): void {
    this.#wide.addSome(chunk, this.#rows)
  }
}

/** The hash of spaces alone, which are no value to one who ignores them. */
const blank = hashOfNothing()

function hashOfNothing(): { readonly low: number; readonly high: number } {
  const hash = new Hash()
  hash.of(new Uint8Array(0), 0, 0)
  return { low: hash.low >>> 0, high: hash.high >>> 0 }
}
