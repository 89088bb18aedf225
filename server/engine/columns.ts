import type { FirstRows } from './first-rows'
import type { Field } from './model/field'
import type { Lists } from './model/lists'
import type { Column, Lesson } from './model/table'

/** The columns of a table, each with the evidence of its first rows, read when first asked for. */
export function columnsOf(
  labels: readonly string[],
  fields: readonly (Field | undefined)[],
  firstRows: FirstRows,
  lists: () => Lists | undefined,
): readonly Column[] {
  const columns = labels.map((label, index): Column => {
    const learnt = new Map<Lesson<unknown>, Map<string, unknown>>()
    const field = fields[index]
    return {
      index,
      label,
      field,
      learnt,
      learn<Fact>(lesson: Lesson<Fact>, about = ''): Fact {
        const facts = learnt.get(lesson) ?? new Map<string, unknown>()
        learnt.set(lesson, facts)
        const of = {
          field,
          label,
          about,
          get lists() {
            return lists()
          },
        }
        if (!facts.has(about)) facts.set(about, lesson(firstRows.values(index), of))
        return facts.get(about) as Fact
      },
      get usual() {
        return firstRows.habit(index).usual
      },
      get isUsuallyFilled() {
        return firstRows.habit(index).isUsuallyFilled
      },
      get lists() {
        return lists()
      },
      get beside() {
        return columns
      },
    }
  })
  return columns
}
