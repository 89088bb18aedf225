import { newPlaceKey, placeKey } from '../model/place-name'

/** Finds names by their keys, whole or by how they begin. What nobody asks for is not worked out. */
export class NameIndex {
  readonly #names: readonly string[]
  /** Keys of the names that were looked at. */
  readonly #keys: (string | undefined)[] = []
  /** Places of the names, by the ends of their keys. */
  #byEnds: ReadonlyMap<number, readonly number[]> | undefined
  /** Places of the names in the order of their keys. */
  #order: Uint32Array | undefined

  constructor(names: readonly string[]) {
    this.#names = names
  }

  /** Places of the names that are the same, in ascending order. */
  named(name: string): readonly number[] {
    const key = placeKey(name)
    this.#byEnds ??= this.#placesByEnds()
    const near = this.#byEnds.get(endsOf(key)) ?? []
    return near.filter(place => this.#keyOf(place) === key)
  }

  /** Places of at most that many names that begin so, in alphabetical order. */
  beginning(text: string, most: number): readonly number[] {
    const key = placeKey(text)
    const order = (this.#order ??= this.#ordered())
    const first = this.#firstFrom(order, key)
    return [...order.subarray(first, first + most)].filter(place => this.#keyOf(place).startsWith(key))
  }

  #keyOf(place: number): string {
    return (this.#keys[place] ??= newPlaceKey(this.#names[place]!))
  }

  /** Plain letters at the ends of a name are at the ends of its key too: few names are read whole. */
  #placesByEnds(): ReadonlyMap<number, readonly number[]> {
    const places = new Map<number, number[]>()
    for (let place = 0; place < this.#names.length; place++) {
      const name = this.#names[place]!
      const ends = endsOf(isPlain(name) ? name : this.#keyOf(place))
      const there = places.get(ends)
      if (there) there.push(place)
      else places.set(ends, [place])
    }
    return places
  }

  #ordered(): Uint32Array {
    const keys = this.#names.map((_, place) => this.#keyOf(place))
    return Uint32Array.from(keys.keys()).toSorted((a, b) => {
      const [one, other] = [keys[a]!, keys[b]!]
      return one < other ? -1 : one > other ? 1 : a - b
    })
  }

  #firstFrom(order: Uint32Array, key: string): number {
    let low = 0
    for (let high = order.length; low < high; ) {
      const middle = (low + high) >> 1
      if (this.#keyOf(order[middle]!) < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The first letter and the last two. */
function endsOf(text: string): number {
  const [first, last, before] = [0, text.length - 1, text.length - 2].map(at => lowerCase(text.charCodeAt(at)))
  return (first! << 16) ^ (last! << 8) ^ before!
}

/** Whether a name begins with a plain letter and its last word ends with three, so that it is no `St` to be written out. */
function isPlain(name: string): boolean {
  const last = name.length - 1
  return [0, last, last - 1, last - 2].every(at => isLetter(name.charCodeAt(at)))
}

function isLetter(code: number): boolean {
  const letter = lowerCase(code)
  return letter >= 97 && letter <= 122
}

/** Of a plain letter. */
function lowerCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}
