import type { Field } from './field'
import type { Lists } from './lists'

/**
 * Draws a small fact, as plain data, from values: small, so that most edits leave it as it is. It depends on nothing but
 * what it is given, and stands outside the rule's check, so that it is the same one each time.
 */
export type Lesson<Fact> = Reading<Fact> | Tally<Fact>

/** A lesson that reads all values again: for what costs next to nothing. */
type Reading<Fact> = (values: readonly string[], of: Learner) => Fact

/** A lesson that looks at each value once: when some come or go, only these are looked at. */
export interface Tally<Fact, Kind = any> {
  /** What a value counts as; undefined when it does not count. */
  readonly kindOf: (value: string, of: Learner) => Kind | undefined
  /** The fact, from how many values there are of each kind, in no order. */
  readonly judge: (counts: ReadonlyMap<Kind, number>, of: Learner) => Fact
  /** How many of so many values are left out at the beginning. */
  readonly leavesOut?: (values: number) => number
}

/** The column for which a lesson is learnt, and what it is asked about. */
export interface Learner {
  readonly field: Field | undefined
  readonly label: string
  /** The official lists, as for a column. */
  readonly lists: Lists | undefined
  readonly about: string
}

/** Ties the kinds of a tally to its judge. */
export const tally = <Fact, Kind>(lesson: Tally<Fact, Kind>): Tally<Fact, Kind> => lesson

/** What a lesson makes of values. */
export function factOf<Fact>(lesson: Lesson<Fact>, values: readonly string[], of: Learner): Fact {
  if (typeof lesson === 'function') return lesson(values, of)
  const counts = new Map<unknown, number>()
  countInto(counts, lesson, lesson.leavesOut ? values.slice(lesson.leavesOut(values.length)) : values, of)
  return lesson.judge(counts, of)
}

/** Adds values to counts. */
export function countInto(
  counts: Map<unknown, number>,
  { kindOf }: Tally<unknown>,
  values: readonly string[],
  of: Learner,
): void {
  for (const value of values) addTo(counts, kindOf(value, of), 1)
}

/** Adds so many of a kind, or takes them out below 0; a value without a kind does not count. */
export function addTo(counts: Map<unknown, number>, kind: unknown, more: number): void {
  if (kind === undefined) return
  const count = (counts.get(kind) ?? 0) + more
  if (count === 0) counts.delete(kind)
  else counts.set(kind, count)
}

/** The lesson whether at least that share of a column's values passes the test; false when there is no value. */
export function mostlyOf(share: number, test: (value: string, of: Learner) => boolean): Lesson<boolean> {
  return tally<boolean, boolean>({
    kindOf: test,
    judge: counts => counts.size > 0 && (counts.get(true) ?? 0) >= share * totalOf(counts),
  })
}

/** Values of all kinds together. */
export function totalOf(counts: ReadonlyMap<unknown, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
