import type { FirstRows } from './first-rows'
import type { Field } from './model/field'
import type { FormerTable } from './model/former'
import type { FileTable } from './model/file-table'
import type { Lesson } from './model/lesson'
import type { Lists } from './model/lists'
import type { Column } from './model/table'

/** The columns of a table, each with the evidence of its first rows, read when first asked for. */
export function columnsOf(
  { labels, ownColumns, paths, listsAt, kept }: Pick<FileTable, 'labels' | 'ownColumns' | 'paths' | 'listsAt' | 'kept'>,
  fields: readonly (Field | undefined)[],
  firstRows: FirstRows,
  lists: () => Lists | undefined,
  former: FormerTable | undefined,
): readonly Column[] {
  const columns = labels.map((label, index): Column => {
    const field = fields[index]
    const learner = (about: string) => ({
      field,
      label,
      about,
      get lists() {
        return lists()
      },
    })
    // Most lessons are about nothing in particular, and asked for once a row.
    const ofWhole = learner('')
    return {
      index,
      label,
      isOwn: ownColumns.includes(index),
      element: elementOf(paths?.[index], listsAt[index]),
      field,
      isEdited: kept !== undefined,
      learn<Fact>(lesson: Lesson<Fact>, about?: string): Fact {
        return firstRows.learn(index, lesson, about === undefined ? ofWhole : learner(about)) as Fact
      },
      get isUsuallyFilled() {
        return firstRows.habit(index).isUsuallyFilled
      },
      get lists() {
        return lists()
      },
      former,
      get beside() {
        return columns
      },
    }
  })
  return columns
}

function elementOf(path: readonly string[] | undefined, listAt: number | undefined): number | undefined {
  return path === undefined || listAt === undefined ? undefined : Number(path[listAt])
}
