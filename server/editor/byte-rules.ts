import type { Found, Source } from './checked'
import type { LintOptions } from '../engine/checkup'
import type { Dataset } from '../engine/dataset'
import { lintInSteps } from '../engine/lint'
import { rules } from '../engine/rules'
import type { Rule } from '../engine/rules/rule'
import { inSlices } from '../slices'

/** Rules that judge the bytes on disk, which the editor has already decoded. */
const byteRules: ReadonlySet<string> = new Set([
  'legacy-encoding',
  'encoding-mismatch',
  'mixed-encoding',
  'mixed-line-endings',
  'doubled-line-ends',
  'byte-order-mark',
  'not-a-table',
])

/** The rules that judge the editor's text, when others judge the bytes on disk. */
export const textRules: readonly Rule[] = rules.filter(({ id }) => !byteRules.has(id))

/** What the rules about bytes find in a file as it lies on disk. */
export async function judgedOnDisk(disk: Dataset, options: LintOptions): Promise<readonly Found[]> {
  const source: Source = { dataset: disk, shift: 0 }
  const found: Found[] = []
  await inSlices(foundInSteps(), () => false)
  return found

  function* foundInSteps() {
    const byteRulesOnly = { ...options, rules: rules.filter(({ id }) => byteRules.has(id)) }
    for (const step of lintInSteps(disk, byteRulesOnly)) {
      for (const diagnostic of step.found) found.push({ diagnostic, source })
      yield
    }
  }
}
