import type { Evidence } from './encoding'
import { LetterContexts } from './letters'
import { countSequences, nonAsciiAt, type Sequences, wholeCharacters } from './utf8'

/** What is told by the bytes of a file that is gone through once, page by page, from its beginning to its end. */
export class GatheredEvidence implements Evidence {
  readonly head: Uint8Array
  readonly length: number
  #wellFormed = 0
  #illFormed = 0
  #isAscii = true
  #hasNul = false
  readonly #letters = new LetterContexts()
  /** The bytes that were not counted yet, behind one that was, if any was. */
  #rest = new Uint8Array()
  #counted = 0

  /** `head`: the first 64 KiB of the file, or more; `length`: its bytes. */
  constructor(head: Uint8Array, length: number) {
    this.head = head
    this.length = length
  }

  /** Takes the bytes that follow those before; `isLast`: whether the file ends with them. */
  take(page: Uint8Array, isLast: boolean): void {
    this.#hasNul ||= page.includes(0)
    this.#isAscii &&= nonAsciiAt(page) === page.length
    const bytes = joined(this.#rest, page)
    const from = this.#counted
    // A letter is judged by what follows it.
    const to = isLast ? bytes.length : Math.max(from, wholeCharacters(bytes.subarray(0, -1)))
    const { wellFormed, illFormed } = countSequences(bytes.subarray(from, to))
    this.#wellFormed += wellFormed
    this.#illFormed += illFormed
    this.#letters.add(bytes, from, to)
    this.#counted = Math.min(1, to)
    this.#rest = bytes.slice(to - this.#counted)
  }

  readonly isUtf8 = (): boolean => this.#illFormed === 0
  readonly isAscii = (): boolean => this.#isAscii
  readonly hasNul = (): boolean => this.#hasNul
  readonly sequences = (): Sequences => ({ wellFormed: this.#wellFormed, illFormed: this.#illFormed })
  readonly letters = (): LetterContexts => this.#letters
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
