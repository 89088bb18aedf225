import type { Evidence, Lesson } from './table'

/** True when at least that share of the values passes the test; false when there is no value. */
export function mostly(values: readonly string[], share: number, test: (value: string) => boolean): boolean {
  let misses = 0
  const most = values.length - share * values.length
  for (const value of values) if (!test(value) && ++misses > most) return false
  return values.length > 0
}

/** The lesson whether at least that share of a column's values passes the test. */
export function mostlyOf(share: number, test: (value: string) => boolean): Lesson<boolean> {
  return values => mostly(values, share, test)
}

/** The column as it would be with those of its values that `select` leaves. */
export function partOf({ field, label, learn }: Evidence, select: Lesson<readonly string[]>): Evidence {
  const made = lessons.get(select) ?? new WeakMap<Lesson<unknown>, Lesson<unknown>>()
  lessons.set(select, made)
  return {
    field,
    label,
    learn<Fact>(lesson: Lesson<Fact>, about?: string): Fact {
      const ofPart = made.get(lesson) ?? ((values, of) => lesson(select(values, of), of))
      made.set(lesson, ofPart)
      return learn(ofPart, about) as Fact
    },
  }
}

/** A lesson is known by its function: the same two make the same third. */
const lessons = new WeakMap<Lesson<readonly string[]>, WeakMap<Lesson<unknown>, Lesson<unknown>>>()
