/** Bytes that are given away together, and room for one more piece. */
const ENOUGH = 1 << 16
const ROOM = ENOUGH + (1 << 12)

/** The largest number whose digits are found without fractions, which take twice as long. */
const LARGEST = 0x7fffffff

const encoder = new TextEncoder()

/** Bytes that nobody has cleared. */
const roomFor = (length: number): Uint8Array => Buffer.allocUnsafeSlow(length)

/** A text that is written as the UTF-8 that it will be, piece after piece. */
export class ByteText {
  #bytes = roomFor(ROOM)
  #end = 0

  add(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#makeRoom(3 * text.length)
    this.#end += encoder.encodeInto(text, this.#bytes.subarray(this.#end)).written
  }

  addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length)
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  /** In decimal digits; not below 0. */
  addNumber(number: number): void {
    if (number > LARGEST) return this.add(String(number))
    let digits = 1
    for (let least = 10; number >= least; least *= 10) digits++
    this.#makeRoom(digits)
    this.#end += digits
    for (let at = this.#end - 1, left = number; digits > 0; at--, digits--) {
      const next = (left / 10) | 0
      this.#bytes[at] = 48 + left - 10 * next
      left = next
    }
  }

  /** Whether so much was written that it should be taken. */
  get isLong(): boolean {
    return this.#end >= ENOUGH
  }

  /** What was written since it was last taken, which is the caller's then. */
  taken(): Uint8Array {
    const bytes = this.#bytes.subarray(0, this.#end)
    this.#bytes = roomFor(ROOM)
    this.#end = 0
    return bytes
  }

  #makeRoom(length: number): void {
    if (this.#end + length <= this.#bytes.length) return
    const longer = roomFor(2 * (this.#end + length))
    longer.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = longer
  }
}
