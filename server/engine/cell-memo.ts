/** Slots, each for one content, a power of two; and the cells after which a memo is judged. */
const SMALL = { slots: 1_024, trial: 8_192 }
const LARGE = { slots: 16_384, trial: 32_768 }
/** Memos of a table that may be large. */
const MOST_LARGE = 8
/** Bytes of a cell beyond which it is not worth remembering. */
const LONGEST = 64
/** Cells before which nothing is remembered: a table of a few rows and very many columns has no room for as many memos. */
const FEW = 32
/** Part of the cells that a memo must know not to be given up. */
const WORTHWHILE = 1 / 2
/** Parts of the cells between which a small one is made large: of some thousand contents it knows as many. */
const PROMISING = 1 / 32
const ENOUGH = 7 / 8

/** The memos of a table, of which only some may be large. */
export class Memos {
  #large = 0

  of<Worked>(): CellMemo<Worked> {
    return new CellMemo(() => this.#large++ < MOST_LARGE)
  }
}

/** Remembers what was worked out for the cells of a column, where the same contents come back. */
export class CellMemo<Worked> {
  #slots: ({ readonly bytes: Uint8Array; readonly worked: Worked } | undefined)[] = []
  #size = SMALL
  #asked = 0
  #met = 0
  #isGivenUp = false
  #mayGrow: (() => boolean) | undefined

  /** `mayGrow` is asked once at most; without it a memo stays small. */
  constructor(mayGrow?: () => boolean) {
    this.#mayGrow = mayGrow
  }

  /** What was worked out for these bytes, from `from` up to `to`; undefined when they are new. */
  of(bytes: Uint8Array, from: number, to: number): Worked | undefined {
    if (this.#isGivenUp || to - from > LONGEST) return undefined
    this.#asked++
    const known = this.#slots[this.#slotOf(bytes, from, to)]
    if (known?.bytes.length === to - from && isAt(bytes, from, known.bytes)) {
      this.#met++
      return known.worked
    }
    if (this.#asked > this.#size.trial) this.#judge(this.#met / this.#asked)
    return undefined
  }

  keep(bytes: Uint8Array, from: number, to: number, worked: Worked): void {
    if (this.#isGivenUp || to - from > LONGEST || this.#asked <= FEW) return
    this.#slots[this.#slotOf(bytes, from, to)] = { bytes: bytes.slice(from, to), worked }
  }

  /** Makes the memo large, or gives it up, by the part of the cells that it knew. */
  #judge(known: number): void {
    const isLarge = known >= PROMISING && known < ENOUGH && this.#mayGrow?.() === true
    if (known < ENOUGH) this.#mayGrow = undefined
    if (!isLarge && known >= WORTHWHILE) return
    this.#isGivenUp = !isLarge
    this.#size = LARGE
    this.#slots = []
    this.#asked = FEW
    this.#met = 0
  }

  #slotOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
    return (hash ^ (hash >>> 15)) & (this.#size.slots - 1)
  }
}

function isAt(bytes: Uint8Array, from: number, others: Uint8Array): boolean {
  for (let i = 0; i < others.length; i++) if (others[i] !== bytes[from + i]) return false
  return true
}
