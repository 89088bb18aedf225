import { labelsOf } from '../model/other-parts'
import type { Described } from '../model/table'
import type { Key } from './rule'

/** A key that no two rows may share: in this file, and in those of the same table that come before it. */
export function withPartsBefore<Kept extends Key>(key: Kept, described: Described): readonly Kept[] {
  const labels = labelsOf(key.columns, described)
  const before = described.parts?.before
  const keys = before?.keys(labels, key.reads ?? labels.map(() => undefined))
  if (typeof keys !== 'object') return [key]
  // Refers to all keys but those that are there: a row that has one of these is found.
  const refersTo = { has: (low: number, high: number) => !keys.has(low, high), candidates: [], label: undefined }
  return [key, { ...key, part: { path: before!.path ?? '', labels }, refersTo }]
}
