import { inSlices } from '../slices'
import { rangeOf } from '../editor/convert'
import { periodInSteps } from '../engine/describe'
import { isJson } from '../engine/open'
import type { Session } from '../editor/one-client'
import type { OpenFile } from '../editor/open-file'
import { verdictOn } from '../preview/overview'
import { standingOf, unreadStanding } from '../report/standing'
import type { Placed } from './standings'

/** What a file is worth that is not too large to be held; undefined for JSON that holds no data. Edits begin it again. */
export async function placedIn(session: Session, file: OpenFile): Promise<Placed | undefined> {
  const path = session.platform.pathOf(file.uri)
  for (;;) {
    const checked = await file.checked()
    const reading = await file.reading()
    // JSON may hold anything.
    if (!checked || !reading) return isJson(path) ? undefined : { standing: unreadStanding(path) }
    if (checked.generation !== reading.generation) continue
    const dataset = checked.isText ? checked.source.dataset : (reading.disk ?? checked.source.dataset)
    const period = await inSlices(periodInSteps(dataset), () => file.generation !== checked.generation)
    if (!period) continue
    const { firsts, verdict } = verdictOn(checked)
    const [worst] = verdict.first
    const first = firsts.find(({ first: { rule, column } }) => rule === worst?.rule && column === worst.column)?.first
    const source = checked.onDisk.find(({ diagnostic }) => diagnostic === first)?.source ?? checked.source
    const standing = standingOf(path, { dataset, verdict, last: period.outcome?.last, told: undefined })
    return first && checked.isText ? { standing, place: rangeOf(source, first.span) } : { standing }
  }
}
