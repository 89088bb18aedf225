import { isShare, type Learner, type Lesson, tallyOf } from './lesson'
import type { Evidence } from './table'

/** Some of the values of a column: those that pass a test, or all but some at the beginning. */
export interface Part {
  readonly keeps?: (value: string, of: Learner) => boolean
  readonly leavesOut?: (values: number) => number
}

/** The column as it would be with a part of its values. */
export function partOf({ field, label, learn }: Evidence, part: Part): Evidence {
  const made = lessons.get(part) ?? new WeakMap<Lesson<unknown>, Lesson<unknown>>()
  lessons.set(part, made)
  return {
    field,
    label,
    learn<Fact>(lesson: Lesson<Fact>, about?: string): Fact {
      const ofPart = made.get(lesson) ?? lessonOf(lesson, part)
      made.set(lesson, ofPart)
      return learn(ofPart, about) as Fact
    },
  }
}

/** A lesson is known by what it is: the same part and the same lesson make the same one. */
const lessons = new WeakMap<Part, WeakMap<Lesson<unknown>, Lesson<unknown>>>()

function lessonOf(lesson: Lesson<unknown>, { keeps, leavesOut }: Part): Lesson<unknown> {
  if (typeof lesson === 'function')
    return (values, of) => {
      const rest = values.slice(leavesOut?.(values.length) ?? 0)
      return lesson(keeps ? rest.filter(value => keeps(value, of)) : rest, of)
    }
  const { kindOf, judge } = isShare(lesson) ? tallyOf(lesson) : lesson
  return {
    kindOf: (value, of) => (!keeps || keeps(value, of) ? kindOf(value, of) : undefined),
    judge,
    ...(leavesOut && { leavesOut }),
  }
}
