import { placeKey } from '../model/place-name'

/** Finds names by their keys, whole or by how they begin. */
export class NameIndex {
  readonly #keys: readonly string[]
  /** Places of the names in the order of their keys. */
  readonly #order: Uint32Array

  constructor(names: readonly string[]) {
    const keys = names.map(placeKey)
    this.#keys = keys
    this.#order = Uint32Array.from(keys.keys()).toSorted((a, b) => {
      const [one, other] = [keys[a]!, keys[b]!]
      return one < other ? -1 : one > other ? 1 : a - b
    })
  }

  /** Places of the names that are the same. */
  named(name: string): readonly number[] {
    const key = placeKey(name)
    const found: number[] = []
    for (let at = this.#firstFrom(key); this.#keyAt(at) === key; at++) found.push(this.#order[at]!)
    return found
  }

  /** Places of at most that many names that begin so, in alphabetical order. */
  beginning(text: string, most: number): readonly number[] {
    const key = placeKey(text)
    const first = this.#firstFrom(key)
    const places = this.#order.slice(first, first + most)
    return [...places].filter(place => this.#keys[place]!.startsWith(key))
  }

  #keyAt(at: number): string | undefined {
    return this.#keys[this.#order[at]!]
  }

  #firstFrom(key: string): number {
    let low = 0
    for (let high = this.#order.length; low < high; ) {
      const middle = (low + high) >> 1
      if (this.#keyAt(middle)! < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
