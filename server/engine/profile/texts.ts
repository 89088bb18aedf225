import type { TextProfile } from '../model/profile'

/** Bytes of a value that are compared with others, and kept. */
const COMPARED = 256
/** Characters of a value that are told. */
const TOLD = 200

/** The extremes of the texts of a column. */
export class Texts {
  #least: Uint8Array | undefined
  #greatest: Uint8Array | undefined
  #shortest = Number.POSITIVE_INFINITY
  #longest = 0

  /** The text of the bytes `from` up to `to`. */
  add(bytes: Uint8Array, from: number, to: number): void {
    let length = 0
    for (let at = from; at < to; at++) if ((bytes[at]! & 0xc0) !== 0x80) length++
    if (length < this.#shortest) this.#shortest = length
    if (length > this.#longest) this.#longest = length
    const end = Math.min(to, from + COMPARED)
    if (!this.#least || compared(bytes, from, end, this.#least) < 0) this.#least = bytes.slice(from, end)
    if (!this.#greatest || compared(bytes, from, end, this.#greatest) > 0) this.#greatest = bytes.slice(from, end)
  }

  get profile(): TextProfile | undefined {
    if (!this.#least || !this.#greatest) return undefined
    return {
      least: told(textOf(this.#least)),
      greatest: told(textOf(this.#greatest)),
      shortest: this.#shortest,
      longest: this.#longest,
    }
  }
}

/** A value as it is told, its end cut off when it is long. */
export function told(text: string): string {
  const characters = Array.from(text.slice(0, 2 * TOLD + 2))
  return characters.length > TOLD ? `${characters.slice(0, TOLD - 1).join('')}…` : text
}

/** A character that the cut has broken is left out. */
function textOf(bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  return bytes.length < COMPARED ? text : `${text.replace(/\uFFFD$/, '')}…`
}

/** The order of UTF-8 bytes is that of characters in Unicode. */
function compared(bytes: Uint8Array, from: number, to: number, other: Uint8Array): number {
  const length = Math.min(to - from, other.length)
  for (let i = 0; i < length; i++) {
    const difference = bytes[from + i]! - other[i]!
    if (difference !== 0) return difference
  }
  return to - from - other.length
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
