import type { Field } from './field'
import type { Lists } from './lists'

/**
 * Draws a small fact, as plain data, from values: small, so that most edits leave it as it is. It depends on nothing but
 * what it is given, and stands outside the rule's check, so that it is the same one each time.
 */
export type Lesson<Fact> = Reading<Fact> | Tally<Fact> | Share<Fact>

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

/** A lesson how many of the values pass a test, roughly: only as many are looked at as leave no doubt. */
export interface Share<Fact = boolean> {
  readonly test: (value: string, of: Learner) => boolean
  /** The fact when so many of so many values pass: one for few of them, even below 0, and another for more. */
  readonly isEnough: (passing: number, values: number) => Fact
}

/** How many values pass the test of a share, at least and at most: not all of them need be looked at. */
export interface Passing {
  readonly least: number
  readonly most: number
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

/** Ties the test of a share to what is enough. */
export const share = (lesson: Share): Share => lesson

/** What a lesson makes of values. */
export function factOf<Fact>(lesson: Lesson<Fact>, values: readonly string[], of: Learner): Fact {
  if (typeof lesson === 'function') return lesson(values, of)
  if (isShare(lesson)) return lesson.isEnough(passingOf(lesson, values, of).least, values.length)
  const counts = new Map<unknown, number>()
  const counted = lesson.leavesOut ? values.slice(lesson.leavesOut(values.length)) : values
  for (const value of counted) addTo(counts, lesson.kindOf(value, of), 1)
  return lesson.judge(counts, of)
}

/** Adds so many of a kind, or takes them out below 0; a value without a kind does not count. */
export function addTo(counts: Map<unknown, number>, kind: unknown, more: number): void {
  if (kind === undefined) return
  const count = (counts.get(kind) ?? 0) + more
  if (count === 0) counts.delete(kind)
  else counts.set(kind, count)
}

export function isShare<Fact>(lesson: Tally<Fact> | Share<Fact>): lesson is Share<Fact> {
  return 'isEnough' in lesson
}

/** Looks at values until a few more or less that pass could not change the fact. */
export function passingOf(lesson: Share<unknown>, values: readonly string[], of: Learner): Passing {
  let [least, most] = [0, values.length]
  for (const value of values) {
    if (isSure(lesson, { least: least - RESERVE, most: most + RESERVE }, values.length)) break
    if (lesson.test(value, of)) least++
    else most--
  }
  return { least, most }
}

/** Values that may come or go before the others must be looked at. */
const RESERVE = 30

/** Whether the fact is the same however many pass within these bounds. */
export function isSure({ isEnough }: Share<unknown>, { least, most }: Passing, values: number): boolean {
  return isEnough(least, values) === isEnough(most, values)
}

/** A share as a tally, for whom all values that pass must be known. */
export function tallyOf<Fact>({ test, isEnough }: Share<Fact>): Tally<Fact> {
  return { kindOf: test, judge: counts => isEnough(counts.get(true) ?? 0, totalOf(counts)) }
}

/** The lesson whether at least that share of a column's values passes the test; false when there is no value. */
export function mostlyOf(least: number, test: (value: string, of: Learner) => boolean): Share {
  return { test, isEnough: (passing, values) => values > 0 && passing >= least * values }
}

/** Values of all kinds together. */
export function totalOf(counts: ReadonlyMap<unknown, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
