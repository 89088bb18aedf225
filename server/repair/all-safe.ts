import type { TextEdit } from 'vscode-languageserver'
import type { Checked } from '../editor/checked'
import { textEdits } from '../editor/convert'
import type { Language } from '../engine/model/language'
import type { Requests } from '../protocol'
import { evidenceLost, readingsLost, repairsByRule } from './told'
import { safeEdits, type Wish } from './safe-edits'

/** The edits of all that is safe, and what is said of them. */
export interface AllSafe extends Omit<Requests['vigie/fixAll']['result'], 'version' | 'edits' | 'repairs'> {
  readonly edits: readonly TextEdit[]
  /** How many findings they repair, which is counted when asked. */
  readonly repairs: () => number
}

/** All that is safe, as the editor makes it, and what a person who asked for it is told; nothing while it is not known which rules are wanted. */
export function safeRepairs(checked: Checked, wish: Wish, language: Language): AllSafe {
  if (checked.unsettled) return { edits: [], repairs: () => 0, because: checked.unsettled[language] }
  const { edits, ...outcome } = safeEdits(checked, wish)
  const repairs = () => repairsByRule(outcome).reduce((sum, [, count]) => sum + count, 0)
  const told = wish === 'invoked' ? [readingsLost(outcome, language), evidenceLost(outcome, language)] : []
  const lost = told.filter(one => one !== undefined).join(' ')
  return { edits: textEdits(checked.source, edits), repairs, ...(lost !== '' && { lost }) }
}
