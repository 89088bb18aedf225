import { type Packed, ascending, signed } from './packed'

interface Served {
  /** Where the codes of each commune begin in `all`. */
  readonly starts: Uint32Array
  /** Places among the codes. */
  readonly all: Uint16Array
}

/** Which postal codes there are, and which communes each serves. */
export class PostalCodes {
  readonly #codes: Uint32Array
  readonly #isCode = new Uint8Array(100_000)
  readonly #communes: Uint32Array
  /** How many codes each commune has, and how far each lies from the first of its département. */
  readonly #counts: () => Uint32Array
  readonly #distances: () => Uint32Array
  #known: Served | undefined

  /** `communes`: the numbers of their codes. */
  constructor(packed: Packed, communes: Uint32Array) {
    this.#communes = communes
    this.#codes = ascending(packed.numbers()())
    for (const code of this.#codes) this.#isCode[code] = 1
    this.#counts = packed.numbers()
    this.#distances = packed.numbers()
  }

  codesOf(commune: number): readonly string[] {
    const { starts, all } = this.#served()
    const own = all.subarray(starts[commune], starts[commune + 1])
    return Array.from(own, place => written(this.#codes[place]!))
  }

  /** Places of the communes that a code serves. */
  *communesOf(code: string): Generator<number> {
    if (!/^\d{5}$/.test(code) || this.#isCode[Number(code)] === 0) return
    const { starts, all } = this.#served()
    const place = this.#codes.indexOf(Number(code))
    for (let commune = 0; commune + 1 < starts.length; commune++)
      for (let at = starts[commune]!; at < starts[commune + 1]!; at++) if (all[at] === place) yield commune
  }

  /** Worked out when it is first asked for: most columns only ask whether there is a code. */
  #served(): Served {
    if (this.#known) return this.#known
    const counts = this.#counts()
    const distances = this.#distances()
    const all = new Uint16Array(distances.length)
    const starts = new Uint32Array(this.#communes.length + 1)
    const firstOf = new Map<number, number>()
    let at = 0
    this.#communes.forEach((number, commune) => {
      const place = Math.floor(number / 1000)
      // Both halves of Corsica have the postal codes 20.
      const start = (place >= 100 ? 20 : place) * 1000
      let first = firstOf.get(start)
      if (first === undefined) {
        const found = this.#codes.findIndex(code => code >= start)
        first = Math.max(0, found)
        firstOf.set(start, first)
      }
      for (let i = 0; i < counts[commune]!; i++, at++) all[at] = first + signed(distances[at]!)
      starts[commune + 1] = at
    })
    return (this.#known = { starts, all })
  }

  /** At most that many codes that begin so. */
  beginning(digits: string, most: number): readonly string[] {
    const found: string[] = []
    for (let place = 0; place < this.#codes.length && found.length < most; place++) {
      const code = written(this.#codes[place]!)
      if (code.startsWith(digits)) found.push(code)
    }
    return found
  }

  has(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from !== 5) return false
    let number = 0
    for (let i = from; i < to; i++) {
      const digit = bytes[i]! - 48
      if (digit < 0 || digit > 9) return false
      number = number * 10 + digit
    }
    return this.#isCode[number] === 1
  }
}

function written(code: number): string {
  return String(code).padStart(5, '0')
}
