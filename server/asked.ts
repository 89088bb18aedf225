import { fixesOf, type ReadyFix } from './engine/fix'
import type { Dataset } from './engine/dataset'
import type { Diagnostic } from './engine/model/diagnostic'
import type { Language } from './engine/model/language'
import { messageOf } from './engine/say'
import type { Asked } from './protocol'

/** What a person is told of a repair that must be confirmed, offered for a finding. */
export function askedOf(title: string, diagnostic: Diagnostic, language: Language): Asked {
  return { title, reason: messageOf(diagnostic, language) }
}

/** The same of the repair of these findings, which says whether their values may be told. */
export function askedFor(asked: Asked, dataset: Dataset, diagnostics: readonly Diagnostic[]): Asked {
  const [first] = diagnostics
  const isWithheld =
    diagnostics.some(one => one.isWithheld) || (first && fixesOf(dataset, first).some(fix => fix.changes.some(isWider)))
  return isWithheld ? { ...asked, isWithheld } : asked
}

/** Whether a change writes or takes out other values than those of its finding, by which alone it was judged. */
function isWider(change: ReadyFix['changes'][number]): boolean {
  if ('set' in change) return change.set === 'row' || change.set === 'order'
  return 'move' in change || ('remove' in change && change.remove !== 'cells')
}
