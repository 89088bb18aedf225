import { isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import { LONGEST, wholeCharacters } from '../engine/csv/utf8'

/** Bytes that are read at once where nobody else reads them. */
const PAGE = 1 << 20

/** Finds out whether a file is well-formed UTF-8, from what others read of it and from what they leave out. */
export class Utf8Trial {
  readonly #file: number
  readonly #size: number
  /** The byte before which all is well-formed: one with which a character begins. */
  #tried = 0
  #isUtf8 = true
  #page: Uint8Array | undefined

  constructor(file: number, size: number) {
    this.#file = file
    this.#size = size
  }

  /**
   * Tries bytes that lie from `at` on in the file, and what was left out before them, unless that is much: then somebody
   * looks ahead, and they will be tried in their turn. False once some are not UTF-8.
   */
  take(at: number, bytes: Uint8Array): boolean {
    if (at > this.#tried + PAGE) return this.#isUtf8
    // The character that `at` cuts in two ends before this.
    while (this.#isUtf8 && this.#tried < at) this.#step(at + LONGEST)
    const end = Math.min(at + bytes.length, this.#size)
    if (this.#isUtf8 && this.#tried < end) this.#try(bytes.subarray(this.#tried - at, end - at))
    return this.#isUtf8
  }

  /** Tries what is left of the file, in steps between which others may have their turn. */
  *rest(): Generator<void, boolean> {
    while (this.#isUtf8 && this.#tried < this.#size) {
      this.#step(this.#size)
      yield
    }
    return this.#isUtf8
  }

  #step(end: number): void {
    const before = this.#tried
    const page = (this.#page ??= Buffer.allocUnsafeSlow(PAGE))
    const count = readSync(this.#file, page, 0, Math.min(PAGE, end - before), before)
    this.#try(page.subarray(0, count))
    // The file has become shorter.
    if (this.#tried === before) this.#isUtf8 = false
  }

  /** Tries what follows; a character that may be cut in two at its end is left to what is tried next. */
  #try(bytes: Uint8Array): void {
    const isLast = this.#tried + bytes.length >= this.#size
    const whole = isLast ? bytes : bytes.subarray(0, wholeCharacters(bytes))
    this.#isUtf8 = isUtf8(whole)
    this.#tried += whole.length
  }
}
