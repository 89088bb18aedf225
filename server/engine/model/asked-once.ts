import { type Named, wordsOf } from './identifier'

/**
 * The same question about all columns of a table, which each of them asks, answered once for each table. It may ask for
 * labels and fields only, which stay as long as the columns do.
 */
export function askedOnce<Columns extends object, Answer>(
  ask: (columns: Columns) => Answer,
): (columns: Columns) => Answer {
  const known = new WeakMap<Columns, { readonly answer: Answer }>()
  return columns => {
    const before = known.get(columns)
    if (before) return before.answer
    const answer = ask(columns)
    known.set(columns, { answer })
    return answer
  }
}

/** Whether a column of a table has such a word in its label, or in the name of its field; answered once for each table. */
export function anyNamed(word: RegExp): (beside: readonly Named[]) => boolean {
  return askedOnce(beside => beside.some(column => wordsOf(column).some(one => word.test(one))))
}
