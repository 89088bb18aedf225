import type { Diagnostic } from './diagnostic'
import type { Spill } from './spill'

/** Of the bytes that memory takes, those that findings may, and how many one of them takes. */
const SHARE = 1 / 4
const BYTES = 256

/** Findings that are added in order and read once in order: of very many most are spilled, as JSON. */
export class DiagnosticList {
  readonly #spill: Spill | undefined
  readonly #most: number
  readonly #spilled: { readonly place: number; readonly bytes: number }[] = []
  #last: Diagnostic[] = []

  constructor(spill?: Spill) {
    this.#spill = spill
    this.#most = spill ? (spill.limit * SHARE) / BYTES : Infinity
  }

  add(diagnostic: Diagnostic): void {
    this.#last.push(diagnostic)
    if (this.#last.length > this.#most) this.#empty()
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
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
