import type { Head } from './model/cut'
import type { Draft } from './draft'
import type { Finding } from './fix'
import type { Learnt } from './learnt'
import { meet } from './live-state'
import { type CellsNoted, countsOf, type Noted } from './noted'

/** What was found in the rows of a text under edit, chunk by chunk. */
export class LiveNotes {
  readonly #noted = new Map<Head, Noted>()
  /** Those of them of which there is something to tell. */
  readonly #found = new Map<Head, Noted>()
  /** The cells at fault, by rule and column, in the chunks that have some. */
  readonly #cells = new Map<string, { count: number; readonly in: Map<Head, Noted> }>()
  /** The same in order, as it was when it was last asked for. */
  #ordered: readonly (readonly [Head, Noted])[] = []
  /** Chunks that were noted or taken out since then. */
  readonly #changed = new Set<Head>()

  of(head: Head): Noted | undefined {
    return this.#noted.get(head)
  }

  /** By rule and column. */
  get cells(): ReadonlyMap<string, CellsNoted> {
    return this.#cells
  }

  set(head: Head, known: Noted): void {
    this.#leaveOut(head)
    for (const [key, drafts] of known.cells) {
      const there = this.#cells.get(key) ?? { count: 0, in: new Map<Head, Noted>() }
      this.#cells.set(key, there)
      there.in.set(head, known)
      there.count += drafts.length
    }
    this.#noted.set(head, known)
    this.#changed.add(head)
    if (known.drafts.length > 0 || known.unchecked.size > 0) this.#found.set(head, known)
    else this.#found.delete(head)
  }

  remove(head: Head): void {
    this.#leaveOut(head)
    this.#noted.delete(head)
    this.#changed.add(head)
    this.#found.delete(head)
  }

  clear(): void {
    this.#noted.clear()
    this.#cells.clear()
    this.#ordered = []
    this.#changed.clear()
    this.#found.clear()
  }

  /** Counts the cells of a chunk no longer. */
  #leaveOut(head: Head): void {
    for (const [key, drafts] of this.#noted.get(head)?.cells ?? []) {
      const there = this.#cells.get(key)!
      there.in.delete(head)
      there.count -= drafts.length
      if (there.count === 0) this.#cells.delete(key)
    }
  }

  /** Chunks that were judged by one of these facts. */
  decidedBy(facts: ReadonlySet<Learnt>): readonly Head[] {
    return [...this.#noted].filter(([, { asked }]) => meet(facts, asked)).map(([head]) => head)
  }

  /** Chunks that were judged by the habits of one of these columns: see `columnBit`. */
  habitual(columns: number): readonly Head[] {
    return [...this.#noted].filter(([, { habitual }]) => (habitual & columns) !== 0).map(([head]) => head)
  }

  inOrder(): readonly (readonly [Head, Noted])[] {
    if (this.#changed.size > 0) {
      const kept = this.#ordered.filter(([head]) => !this.#changed.has(head))
      const come = [...this.#changed].flatMap(head => {
        const known = this.#found.get(head)
        return known ? [[head, known] as const] : []
      })
      this.#ordered = [...kept, ...come].toSorted(([a], [b]) => a.start - b.start)
      this.#changed.clear()
    }
    return this.#ordered
  }

  /** The findings of a chunk, where they are now. */
  in(head: Head): Draft[] {
    return (this.#noted.get(head)?.drafts ?? []).map(draft => placed(draft, head))
  }

  /** Values that a test gave up on, by column. */
  addUnchecked(unchecked: Map<number, number>): void {
    for (const known of this.#found.values())
      for (const [column, values] of known.unchecked) unchecked.set(column, (unchecked.get(column) ?? 0) + values)
  }

  /** How many findings pass a test, by rule and by rule and column. */
  counts(test: (finding: Finding) => boolean): Map<string, number> {
    const counts = new Map<string, number>()
    for (const known of this.#found.values())
      for (const [key, count] of countsOf(known, test)) counts.set(key, (counts.get(key) ?? 0) + count)
    return counts
  }
}

/** A finding that was noted, where its chunk is now. */
export function placed(draft: Draft, head: Head): Draft {
  const { row, span } = draft
  return {
    ...draft,
    ...(row === undefined ? {} : { row: row + head.firstRow }),
    ...(span && { span: { start: span.start + head.start, end: span.end + head.start } }),
  }
}
