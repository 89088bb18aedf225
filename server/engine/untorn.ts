import { putIn } from './model/put-in'
import type { Edit } from './model/span'

/** Whether two edits may be made together. */
export type AreFree = (one: Edit, other: Edit) => boolean

/**
 * The edits of repairs, in order of position, none of which is torn: one that touches what another changes is left out
 * whole. Those of most places go first, a column taken out before a cell of it, then those of one place by position.
 */
export function untorn(repairs: Iterable<readonly Edit[]>, areFree: AreFree): readonly Edit[] {
  const several: (readonly Edit[])[] = []
  // There may be hundreds of thousands, one for each cell of a column.
  const single: Edit[] = []
  for (const edits of repairs)
    if (edits.length > 1) several.push(edits)
    else single.push(...edits)
  if (several.length === 0) return free(single, [], areFree)
  const taken = new Taken(areFree)
  for (const edits of several.toSorted((a, b) => b.length - a.length))
    if (edits.every(edit => taken.isFree(edit))) for (const edit of edits) taken.add(edit)
  const others = taken.edits.toSorted(byPosition)
  return [...others, ...free(single, others, areFree)].toSorted(byPosition)
}

/** Of edits, in order of position, those that touch neither one before them nor any of others, which are in that order. */
function free(edits: readonly Edit[], others: readonly Edit[], areFree: AreFree): readonly Edit[] {
  const kept: Edit[] = []
  let passed = 0
  for (const edit of edits.toSorted(byPosition)) {
    while (passed < others.length && others[passed]!.span.end < edit.span.start) passed++
    let isFree = kept.length === 0 || areFree(kept.at(-1)!, edit)
    for (let at = passed; isFree && at < others.length && others[at]!.span.start <= edit.span.end; at++)
      isFree = areFree(others[at]!, edit)
    if (isFree) kept.push(edit)
  }
  return kept
}

/** By where edits begin, the shorter first. */
export function byPosition({ span: a }: Edit, { span: b }: Edit): number {
  return a.start - b.start || a.end - b.end
}

/** Bytes of a stretch of the text. */
const STRETCH = 1_024

/** Edits that were chosen, found by the stretches of the text that they reach. */
class Taken {
  readonly edits: Edit[] = []
  readonly #near = new Map<number, Edit[]>()
  readonly #areFree: AreFree

  constructor(areFree: AreFree) {
    this.#areFree = areFree
  }

  isFree(edit: Edit): boolean {
    for (const stretch of reached(edit))
      if (this.#near.get(stretch)?.some(other => !this.#areFree(edit, other))) return false
    return true
  }

  add(edit: Edit): void {
    this.edits.push(edit)
    for (const stretch of reached(edit)) putIn(this.#near, stretch, edit)
  }
}

/** The numbers of the stretches that an edit reaches, with where it ends. */
function* reached({ span: { start, end } }: Edit): Generator<number> {
  for (let stretch = Math.floor(start / STRETCH); stretch <= end / STRETCH; stretch++) yield stretch
}
