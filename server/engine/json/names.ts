import { readText } from './text'

/** Keys beyond which no column is made of them; nobody could read so many. */
const MOST = 2_000

/** The keys of the records of a list, each with the column that it fills. */
export class Names {
  readonly #columns = new Map<string, number>()
  /** By column: the bytes of the key as it is mostly written; undefined where these need an escape. */
  readonly #bytes: (Uint8Array | undefined)[] = []
  /** Number of the next column, which members of two objects may share. */
  readonly #next: () => number

  constructor(next: () => number) {
    this.#next = next
  }

  get entries(): ReadonlyMap<string, number> {
    return this.#columns
  }

  /** The column of a key; −1 when none has it. */
  named(name: string): number {
    return this.#columns.get(name) ?? -1
  }

  /**
   * The column of the key that lies between two bytes, −1 when none has it. `near`: the column that it had in the record
   * before, which mostly has the same keys in the same order.
   */
  of(bytes: Uint8Array, from: number, to: number, near: number): number {
    const known = this.#bytes[near]
    if (known && known.length === to - from) {
      let i = 0
      while (i < known.length && known[i] === bytes[from + i]) i++
      if (i === known.length) return near
    }
    return this.named(keyText(bytes, from, to))
  }

  /** Gives a key a column, unless it has one or there are too many. */
  add(name: string): number {
    const known = this.#columns.get(name)
    if (known !== undefined) return known
    if (this.#columns.size >= MOST) return -1
    const column = this.#next()
    this.#columns.set(name, column)
    const written = JSON.stringify(name)
    if (!written.includes('\\')) this.#bytes[column] = new TextEncoder().encode(written.slice(1, -1))
    return column
  }
}

/** The name of the key that lies between two bytes, quotes left out. */
export function keyText(bytes: Uint8Array, from: number, to: number): string {
  return readText(bytes.subarray(0, to + 1), from - 1, () => undefined).text
}
