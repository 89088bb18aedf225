import { describedBy } from './document'
import { type QualityScore, scoresIn } from '../engine/quality-score'
import type { Around } from './resources'
import { today } from '../today'

/** The score on data.gouv.fr of the document that describes a file, and its path seen from there; undefined when none does. */
export async function metadataScore(
  file: string,
  around: Around,
): Promise<{ readonly score: QualityScore; readonly document: string } | undefined> {
  const found = await describedBy(file, around)
  const [score] = found ? scoresIn(found.dataset, today()) : []
  return found && score && { score, document: found.document }
}
