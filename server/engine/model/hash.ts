/** Mixes bytes into 64 bits, kept as two halves; not a secret, only well spread. */
export class Hash {
  low = 0
  high = 0

  begin(): void {
    this.low = 0x9e3779b9
    this.high = 0x85ebca6b
  }

  /** The bytes from `from` up to `to`, and that they end here. */
  add(bytes: Uint8Array, from: number, to: number): void {
    let low = this.low
    let high = this.high
    let at = from
    for (; at + 4 <= to; at += 4) {
      const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
      low = Math.imul(low ^ word, 0xcc9e2d51)
      low ^= low >>> 15
      high = Math.imul(high + word, 0x1b873593)
      high ^= high >>> 13
    }
    for (; at < to; at++) {
      low = Math.imul(low ^ bytes[at]!, 0xcc9e2d51)
      low ^= low >>> 15
      high = Math.imul(high + bytes[at]!, 0x1b873593)
      high ^= high >>> 13
    }
    const length = to - from + 1
    low = Math.imul(low ^ length, 0x85ebca6b)
    this.low = low ^ (low >>> 16)
    high = Math.imul(high + length, 0xc2b2ae35)
    this.high = high ^ (high >>> 16) ^ this.low
  }
}

/** Numbers 64-bit hashes in the order in which they are first met. */
export class HashNumbers {
  #slots = new Uint32Array(slotsFor(512))
  /** The halves of each hash side by side: to compare them costs one look at the memory. */
  #halves = new Uint32Array(2 * 512)
  size = 0

  /** The number of a hash, from 0; `size` grows when it is a new one. */
  numberOf(low: number, high: number): number {
    if (2 * this.size === this.#halves.length) this.#grow()
    const slots = this.#slots
    const halves = this.#halves
    const mask = slots.length - 1
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask
    for (;;) {
      const known = slots[slot]!
      if (known === 0) break
      const at = 2 * (known - 1)
      if (halves[at] === low >>> 0 && halves[at + 1] === high >>> 0) return known - 1
      slot = (slot + 1) & mask
    }
    halves[2 * this.size] = low
    halves[2 * this.size + 1] = high
    slots[slot] = this.size + 1
    return this.size++
  }

  /** The number of a hash that was met; undefined for another. */
  knownNumberOf(low: number, high: number): number | undefined {
    const slots = this.#slots
    const halves = this.#halves
    const mask = slots.length - 1
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask
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

  #grow(): void {
    this.#halves = grown(this.#halves)
    const halves = this.#halves
    const slots = new Uint32Array(slotsFor(halves.length / 2))
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = (halves[2 * number]! ^ Math.imul(halves[2 * number + 1]!, 0x9e3779b1)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}

/** A power of two at which no more than two thirds of the slots are taken. */
function slotsFor(room: number): number {
  return 2 ** Math.ceil(Math.log2(room * 1.5))
}

/** The same numbers in an array twice as long. */
export function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
