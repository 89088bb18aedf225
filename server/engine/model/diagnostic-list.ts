import type { Diagnostic } from './diagnostic'
import type { Spill } from './spill'

/** Of the bytes that memory takes, those that findings may; and how many one of them takes besides its value. */
const SHARE = 1 / 4
const BYTES = 256

/** Findings that are added in order and read once in order: of very many most are spilled, as JSON. */
export class DiagnosticList {
  readonly #spill: Spill | undefined
  /** Bytes of findings that memory keeps. */
  readonly #most: number
  readonly #spilled: { readonly place: number; readonly bytes: number }[] = []
  #last: Diagnostic[] = []
  /** Bytes that these take. */
  #bytes = 0

  constructor(spill?: Spill) {
    this.#spill = spill
    this.#most = spill ? spill.limit * SHARE : Infinity
  }

  add(diagnostic: Diagnostic): void {
    this.#last.push(diagnostic)
    // A value may be as long as a row, and stands among the facts too.
    this.#bytes += BYTES + 2 * (diagnostic.value?.length ?? 0)
    if (this.#bytes > this.#most) this.#empty()
  }

  *all(): Generator<Diagnostic> {
    for (const { place, bytes } of this.#spilled) {
      const text = new Uint8Array(bytes)
      this.#spill!.read(place, text)
      yield* JSON.parse(decoder.decode(text)) as Diagnostic[]
    }
    yield* this.#last
  }

  #empty(): void {
    const text = encoder.encode(JSON.stringify(this.#last))
    this.#spilled.push({ place: this.#spill!.write(text), bytes: text.length })
    this.#last = []
    this.#bytes = 0
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
