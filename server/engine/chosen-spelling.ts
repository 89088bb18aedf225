import type { Dataset } from './dataset'
import { changeEdits } from './fix'
import { meets } from './model/constraint'
import { dataRows } from './model/data-rows'
import type { Diagnostic } from './model/diagnostic'
import type { Edit } from './model/span'
import { ruleById } from './rules/by-id'

/** A spelling at fault that a person may prefer to the usual one of its column. */
export interface Spelling {
  readonly text: string
  readonly usual: string
}

/** The spelling of a finding's cell; undefined where its rule leaves no such choice, or where the schema refuses it. */
export function spellingOf(
  { described }: Dataset,
  { rule: id, column, value, facts }: Diagnostic,
): Spelling | undefined {
  const rule = ruleById(id)
  if (rule?.scope !== 'column' || !rule.usual || column === undefined || value === undefined) return undefined
  const text = value.trim()
  const { field } = described.columns[column] ?? {}
  return field && !meets(field, text) ? undefined : { text, usual: rule.usual(facts) }
}

/** The edits that write it in every cell of the column with the usual spelling, or with another that is at fault beside it. */
export function spelledEverywhere(
  dataset: Dataset,
  found: readonly Diagnostic[],
  column: number,
  { text, usual }: Spelling,
): readonly Edit[] {
  const others = new Set([usual])
  for (const diagnostic of found) {
    const other = spellingOf(dataset, diagnostic)
    if (other?.usual === usual) others.add(other.text)
  }
  others.delete(text)
  const edits: Edit[] = []
  for (const row of dataRows(dataset.table))
    if (others.has(row.text(column)?.trim() ?? ''))
      edits.push(...changeEdits(dataset, { set: 'cell', row: row.index, column, value: text }))
  return edits
}
