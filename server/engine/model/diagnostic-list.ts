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
      const { found, facts } = JSON.parse(decoder.decode(text)) as Spilled
      for (const diagnostic of found) yield { ...diagnostic, facts: facts[diagnostic.facts] ?? undefined }
    }
    yield* this.#last
  }

  #empty(): void {
    const text = encoder.encode(JSON.stringify(spilled(this.#last)))
    this.#spilled.push({ place: this.#spill!.write(text), bytes: text.length })
    this.#last = []
    this.#bytes = 0
  }
}

/** Findings to be spilled, and what they found: of what several share there is one, which they share when they are read. */
interface Spilled {
  readonly found: readonly (Diagnostic & { readonly facts: number })[]
  readonly facts: readonly unknown[]
}

function spilled(findings: readonly Diagnostic[]): Spilled {
  const places = new Map<unknown, number>()
  const found = findings.map(diagnostic => {
    const place = places.get(diagnostic.facts) ?? places.size
    places.set(diagnostic.facts, place)
    return { ...diagnostic, facts: place }
  })
  return { found, facts: [...places.keys()] }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
