/** What stands between two values of a key; one that holds it may have the hash of others. */
const COMMA = 0x2c
const LOW = 0x9e3779b9
const HIGH = 0x85ebca6b
/** Bytes that are mixed at once, in lanes that do not wait for each other. */
const BLOCK = 32

/** Mixes bytes into 64 bits, kept as two halves of which the upper one is never 0; not a secret, only well spread. */
export class Hash {
  low = 0
  high = 0
  readonly #lows = new Int32Array(BLOCK / 8)
  readonly #highs = new Int32Array(BLOCK / 8)
  /** The values of a key, one behind the other. */
  #values = new Uint8Array(1 << 8)
  #length = 0
  #isBegun = false

  /** The values of a key come one after the other. */
  begin(): void {
    this.#length = 0
    this.#isBegun = false
  }

  /** The bytes of the next value, from `from` up to `to`. */
  add(bytes: Uint8Array, from: number, to: number): void {
    while (this.#length + 1 + to - from > this.#values.length) this.#values = grown(this.#values)
    if (this.#isBegun) this.#values[this.#length++] = COMMA
    this.#isBegun = true
    for (let at = from; at < to; at++) this.#values[this.#length++] = bytes[at]!
  }

  /** All values have come. */
  end(): void {
    this.of(this.#values, 0, this.#length)
  }

  /** Of one value: its bytes by eights, the last of which is filled up with zeros, and that they end here. */
  of(bytes: Uint8Array, from: number, to: number): void {
    this.low = LOW
    this.high = HIGH
    let at = from
    if (to - from >= BLOCK) at = this.#readBlocks(bytes, from, to)
    for (; at < to; at += 8) this.#mix(wordAt(bytes, at, to), wordAt(bytes, at + 4, to))
    let low = Math.imul(this.low ^ (to - from + 1), 0xc2b2ae35)
    low ^= low >>> 15
    let high = Math.imul(this.high ^ low, 0x27d4eb2f)
    high ^= high >>> 16
    this.low = low ^ high
    this.high = high || 1
  }

  /** Mixes all that fills blocks, and returns where it ends. */
  #readBlocks(bytes: Uint8Array, from: number, to: number): number {
    const [lows, highs] = [this.#lows, this.#highs]
    for (let lane = 0; lane < lows.length; lane++) {
      lows[lane] = LOW + lane
      highs[lane] = HIGH + lane
    }
    let at = from
    for (; at + BLOCK <= to; at += BLOCK)
      for (let lane = 0; lane < lows.length; lane++) {
        this.low = lows[lane]!
        this.high = highs[lane]!
        this.#mix(wordAt(bytes, at + 8 * lane, to), wordAt(bytes, at + 8 * lane + 4, to))
        lows[lane] = this.low
        highs[lane] = this.high
      }
    this.low = lows[2]!
    this.high = highs[2]!
    this.#mix(lows[3]!, highs[3]!)
    const [low, high] = [this.low, this.high]
    this.low = lows[0]!
    this.high = highs[0]!
    this.#mix(lows[1]!, highs[1]!)
    this.#mix(low, high)
    return at
  }

  /** What differs in the uppermost bits only is multiplied twice: else one digit could undo another of the next eight. */
  #mix(first: number, second: number): void {
    let low = Math.imul(this.low ^ first, 0xcc9e2d51)
    low ^= low >>> 15
    let high = Math.imul(this.high ^ low ^ second, 0x1b873593)
    high ^= high >>> 13
    low = Math.imul(low ^ high, 0x85ebca6b)
    this.low = low ^ (low >>> 16)
    this.high = high
  }
}

/** Four bytes as a number, with zeros in place of those from `to` on. */
function wordAt(bytes: Uint8Array, at: number, to: number): number {
  if (at + 4 <= to) return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  let word = 0
  for (let i = at; i < to; i++) word |= bytes[i]! << (8 * (i - at))
  return word
}

/** Slots up to which one table holds all hashes, and the tables among which they are shared out beyond. */
const ONE = 16_384
const MANY = 64

/** Numbers 64-bit hashes in the order in which they are first met. */
export class HashNumbers {
  /** Numbers counted from 1, by hash: many tables, so that none takes long to grow however many hashes there are. */
  #tables = [new Uint32Array(1_024)]
  /** Slots that are taken in each of them. */
  #taken = [0]
  /** The halves of each hash side by side: to compare them costs one look at the memory. */
  #halves = new Uint32Array(2 * 512)
  size = 0

  /** The number of a hash, from 0; `size` grows when it is a new one. */
  numberOf(low: number, high: number): number {
    const halves = this.#halves
    const mixed = mix(low, high)
    const table = tableOf(mixed, this.#tables)
    const slots = this.#tables[table]!
    const mask = slots.length - 1
    let slot = mixed & mask
    for (;;) {
      const known = slots[slot]!
      if (known === 0) break
      const at = 2 * (known - 1)
      if (halves[at] === low >>> 0 && halves[at + 1] === high >>> 0) return known - 1
      slot = (slot + 1) & mask
    }
    slots[slot] = this.size + 1
    this.#keep(low, high)
    if (3 * ++this.#taken[table]! > 2 * slots.length) this.#grow(table)
    return this.size++
  }

  /** The number of a hash that was met; undefined for another. */
  knownNumberOf(low: number, high: number): number | undefined {
    const halves = this.#halves
    const mixed = mix(low, high)
    const slots = this.#tables[tableOf(mixed, this.#tables)]!
    const mask = slots.length - 1
    let slot = mixed & mask
    for (;;) {
      const known = slots[slot]!
      if (known === 0) return undefined
      const at = 2 * (known - 1)
      if (halves[at] === low >>> 0 && halves[at + 1] === high >>> 0) return known - 1
      slot = (slot + 1) & mask
    }
  }

  /** The lower half of the hash of that number. */
  lowOf(number: number): number {
    return this.#halves[2 * number]!
  }

  /** The upper half of the hash of that number. */
  highOf(number: number): number {
    return this.#halves[2 * number + 1]!
  }

  /** Forgets all others and counts those that are kept anew, in their order; the room stays. */
  keepOnly(isKept: (number: number) => boolean): void {
    const { size } = this
    for (const slots of this.#tables) slots.fill(0)
    this.#taken.fill(0)
    this.size = 0
    // A new number is never above the former one: what is read of the halves was not written over.
    for (let number = 0; number < size; number++)
      if (isKept(number)) this.numberOf(this.lowOf(number), this.highOf(number))
  }

  #keep(low: number, high: number): void {
    const at = 2 * this.size
    if (at === this.#halves.length) this.#halves = grown(this.#halves)
    this.#halves[at] = low
    this.#halves[at + 1] = high
  }

  /** Gives a table twice as many slots, or many tables to all: no more than two thirds of the slots are taken. */
  #grow(table: number): void {
    const before = this.#tables[table]!
    if (this.#tables.length === 1 && before.length === ONE) {
      this.#tables = Array.from({ length: MANY }, () => new Uint32Array((2 * ONE) / MANY))
      this.#taken = Array.from({ length: MANY }, () => 0)
    } else {
      this.#tables[table] = new Uint32Array(2 * before.length)
      this.#taken[table] = 0
    }
    for (const number of before) if (number > 0) this.#put(number)
  }

  #put(number: number): void {
    const mixed = mix(this.lowOf(number - 1), this.highOf(number - 1))
    const table = tableOf(mixed, this.#tables)
    const slots = this.#tables[table]!
    const mask = slots.length - 1
    let slot = mixed & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = number
    if (3 * ++this.#taken[table]! > 2 * slots.length) this.#grow(table)
  }
}

/** Bits of which the uppermost and the lowest are well spread. */
export function mix(low: number, high: number): number {
  return low ^ Math.imul(high, 0x9e3779b1)
}

function tableOf(mixed: number, { length }: readonly Uint32Array[]): number {
  return (mixed >>> 26) & (length - 1)
}

/** The same numbers in an array twice as long. */
export function grown(array: Uint32Array): Uint32Array<ArrayBuffer>
export function grown(array: Uint8Array): Uint8Array<ArrayBuffer>
export function grown(array: Uint32Array | Uint8Array): Uint32Array | Uint8Array {
  const larger = array instanceof Uint8Array ? new Uint8Array(array.length * 2) : new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
