/** Bytes that are given away together, and room for one more piece. */
const ENOUGH = 1 << 16
const ROOM = ENOUGH + (1 << 12)

const encoder = new TextEncoder()

/** Bytes that nobody has cleared; no `Buffer`, whose `slice` copies nothing. */
const roomFor = (length: number): Uint8Array => new Uint8Array(Buffer.allocUnsafeSlow(length).buffer)

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

  /** Bytes in which numbers not below 0 take the place of others of as many decimal digits; `ends`: where each one ends. */
  addFilled(bytes: Uint8Array, ends: readonly number[], numbers: readonly number[]): void {
    const start = this.#end
    this.addBytes(bytes)
    for (let i = 0; i < ends.length; i++) writeDigits(this.#bytes, start + ends[i]!, numbers[i]!)
  }

  /** Whether so much was written that it should be given away. */
  get isLong(): boolean {
    return this.#end >= ENOUGH
  }

  /**
   * What was written since it was last asked for: lent until more is written. Memory of its own for each piece would be
   * memory that the system has to hand out first.
   */
  lent(): Uint8Array {
    const bytes = this.#bytes.subarray(0, this.#end)
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

/** The largest number whose digits are found without fractions, which take twice as long. */
const LARGEST = 0x7fffffff

/** How many decimal digits a number not below 0 has. */
export function digitsOf(number: number): number {
  let digits = 1
  for (let least = 10; number >= least; least *= 10) digits++
  return digits
}

/** Writes a number that ends before a byte. */
function writeDigits(into: Uint8Array, end: number, number: number): void {
  let at = end - 1
  if (number > LARGEST) {
    const text = String(number)
    for (let i = text.length - 1; i >= 0; i--) into[at--] = text.charCodeAt(i)
    return
  }
  let left = number
  do {
    const next = (left / 10) | 0
    into[at--] = 48 + left - 10 * next
    left = next
  } while (left > 0)
}
