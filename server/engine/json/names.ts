import { readText } from './text'

/** Keys beyond which no column is made of them; nobody could read so many. */
export const MOST = 2_000

/** Keys of objects, numbered in the order in which they were added. */
export class Names {
  readonly #numbers = new Map<string, number>()
  /** By number: the bytes of the key as it is mostly written; undefined where these need an escape. */
  readonly #bytes: (Uint8Array | undefined)[] = []

  /** The number of a key; −1 when it has none. */
  named(name: string): number {
    return this.#numbers.get(name) ?? -1
  }

  /**
   * The number of the key that lies between two bytes, −1 when it has none. `near`: the number that it had in the object
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

  /** Gives a key a number, unless it has one; −1 when there are too many. */
  add(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#bytes.length
    if (number >= MOST) return -1
    this.#numbers.set(name, number)
    const written = JSON.stringify(name)
    this.#bytes.push(written.includes('\\') ? undefined : new TextEncoder().encode(written.slice(1, -1)))
    return number
  }
}

/** The name of the key that lies between two bytes, quotes left out. */
export function keyText(bytes: Uint8Array, from: number, to: number): string {
  return readText(bytes.subarray(0, to + 1), from - 1, () => undefined).text
}
