import type { Dataset } from './dataset'
import { dataRows } from './model/data-rows'
import type { FormerColumn, FormerKey, FormerTable } from './model/former'
import type { ColumnProfile, TableProfile } from './model/profile'
import { valueKind } from './model/value-kind'
import { profileInSteps } from './profile'
import { namesKey } from './schema/infer/codes'

/** Values of a key that are kept; beyond them rows are only counted. */
const MOST_KEYS = 5_000

/**
 * What later versions of a table are compared with, in steps of some milliseconds; undefined for what is no table. What
 * a rule about personal data finds is not kept.
 */
export function* formerInSteps(dataset: Dataset): Generator<unknown, FormerTable | undefined> {
  if (!dataset.readable || dataset.tree) return undefined
  const profile = yield* profileInSteps(dataset)
  const columns = profile.columns.map(told => columnIn(told, profile, dataset))
  const key = profile.columns.find(told => namesRows(told, profile, dataset))
  return { rows: profile.rows, columns, key: key && keyIn(key, dataset) }
}

function columnIn(told: ColumnProfile, { rows }: TableProfile, { described }: Dataset): FormerColumn {
  const { column, label, filled, absent, isCode, isWithheld, numbers, texts, distinct, top } = told
  const isFew = texts !== undefined && !isCode && distinct.count === top.length && distinct.count * 2 <= filled
  return {
    label,
    kind: isWithheld ? undefined : described.columns[column]!.learn(valueKind),
    blank: rows === 0 ? 0 : (rows - filled - absent) / rows,
    quartiles:
      numbers && !isCode
        ? { lower: numbers.lowerQuartile, median: numbers.median, upper: numbers.upperQuartile }
        : undefined,
    categories: isFew ? new Map(top.map(({ value, count }) => [value, count / filled])) : undefined,
  }
}

/** Whether a column tells the rows apart: the schema says so, or its label, and each row has a value of its own. */
function namesRows(
  { column, label, filled, distinct, isWithheld }: ColumnProfile,
  { rows }: TableProfile,
  { described }: Dataset,
): boolean {
  const isOwn = filled === rows && distinct.count === rows && distinct.margin === 0
  if (!isOwn || isWithheld || rows === 0 || rows > MOST_KEYS) return false
  const { schema, columns } = described
  const primaryKey = schema?.primaryKey ?? []
  return primaryKey.length === 1 ? columns[column]!.field?.name === primaryKey[0] : namesKey(label)
}

function keyIn({ column, label }: ColumnProfile, { table }: Dataset): FormerKey {
  const values = new Set<string>()
  for (const row of dataRows(table)) values.add(row.text(column) ?? '')
  values.delete('')
  return { label, values }
}
