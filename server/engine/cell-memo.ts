/** Slots, each for one content; a power of two. */
const SLOTS = 1_024
/** Bytes of a cell beyond which it is not worth remembering. */
const LONGEST = 64
/** Cells before which nothing is remembered: a table of a few rows and very many columns has no room for as many memos. */
const FEW = 32
/** Cells after which a memo that mostly misses is given up. */
const TRIAL = 8_192

/** Remembers what was worked out for the cells of a column, where the same few contents come back. */
export class CellMemo<Worked> {
  readonly #slots: ({ readonly bytes: Uint8Array; readonly worked: Worked } | undefined)[] = []
  #asked = 0
  #met = 0

  /** What was worked out for these bytes, from `from` up to `to`; undefined when they are new. */
  of(bytes: Uint8Array, from: number, to: number): Worked | undefined {
    if (this.#isIdle(to - from)) return undefined
    this.#asked++
    const known = this.#slots[slotOf(bytes, from, to)]
    if (!known || known.bytes.length !== to - from) return undefined
    for (let i = 0; i < known.bytes.length; i++) if (known.bytes[i] !== bytes[from + i]) return undefined
    this.#met++
    return known.worked
  }

  keep(bytes: Uint8Array, from: number, to: number, worked: Worked): void {
    if (this.#asked > FEW && !this.#isIdle(to - from))
      this.#slots[slotOf(bytes, from, to)] = { bytes: bytes.slice(from, to), worked }
  }

  #isIdle(length: number): boolean {
    return length > LONGEST || (this.#asked > TRIAL && 2 * this.#met < this.#asked)
  }
}

function slotOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
