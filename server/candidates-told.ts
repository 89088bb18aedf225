import type { Dataset } from './engine/dataset'
import type { Candidate } from './engine/schema/recognise'
import { Withheld } from './engine/withheld'

/** The schemas that a table may follow, without the labels that are not told: a first row of data may pass for them. */
export function candidatesTold(dataset: Dataset): readonly Candidate[] {
  const withheld = new Withheld(dataset)
  const told = new Set(dataset.described.columns.map(({ index }) => withheld.labelOf(index)))
  return dataset.candidates.map(candidate => ({
    ...candidate,
    former: candidate.former.filter(({ label }) => told.has(label)),
    unknown: candidate.unknown.filter(label => told.has(label)),
  }))
}
