import assert from 'node:assert/strict'
import type { Dataset } from '../../../server/engine/dataset'
import type { ColumnProfile } from '../../../server/engine/model/profile'
import { profile } from '../../../server/engine/profile'
import { type Judged, judgedBy } from './duckdb'

/** Profiles a dataset and holds what is found against DuckDB; returns how many columns were compared. */
export async function sameAsDuckDb(dataset: Dataset, name: string): Promise<number> {
  const { columns } = profile(dataset)
  // What is no number, what only we understand and a text for no value have other figures in DuckDB.
  const compared = columns.filter(
    ({ unread, dates, found, absent }) => unread === 0 && !dates && (found.type !== 'string' || absent === 0),
  )
  const judged = await judgedBy(dataset, compared)
  for (const [i, column] of compared.entries()) same(column, judged[i]!, `${name}, ${column.label}`)
  return compared.length
}

function same(column: ColumnProfile, judged: Judged, name: string): void {
  const { filled, absent, distinct, numbers, texts } = column
  assert.equal(filled + absent, judged.filled, `${name}: filled`)
  near(distinct.count, judged.distinct, distinct.margin * 2, `${name}: distinct`)
  if (numbers) {
    const { least, greatest, mean, deviation = Number.NaN, lowerQuartile, median, upperQuartile } = numbers
    assert.deepEqual([least, greatest], [Number(judged.least) + 0, Number(judged.greatest) + 0], name)
    near(mean, judged.mean!, 1e-9, `${name}: mean`)
    near(deviation, judged.deviation ?? Number.NaN, 1e-6, `${name}: deviation`)
    for (const [i, quartile] of [lowerQuartile, median, upperQuartile].entries())
      near(quartile, judged.quartiles![i]!, 1e-12, `${name}: quartile ${i + 1}`)
  } else if (texts) {
    const { least, greatest } = judged as { least: string; greatest: string }
    assert.ok(
      texts.least.trim() === least.trim() || isCut(texts.least, least),
      `${name}: ${JSON.stringify([texts.least, least])}`,
    )
    assert.ok(
      texts.greatest.trim() === greatest.trim() || isCut(texts.greatest, greatest),
      `${name}: ${texts.greatest}`,
    )
  }
}

function isCut(told: string, whole: string): boolean {
  return told.endsWith('…') && whole.startsWith(told.slice(0, -1))
}

function near(ours: number, theirs: number, margin: number, name: string): void {
  if (Number.isNaN(ours) && Number.isNaN(theirs)) return
  const scale = Math.max(Math.abs(ours), Math.abs(theirs), 1e-300)
  assert.ok(Math.abs(ours - theirs) <= margin * scale, `${name}: ${ours} is not ${theirs}`)
}
