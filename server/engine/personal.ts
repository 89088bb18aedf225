import type { Dataset } from './dataset'
import { lint } from './lint'
import { rules } from './rules'

const PERSONAL = rules.filter(({ personal, preset }) => personal && preset !== 'complet')

/** The rule that finds personal data in a table first; undefined where none does. */
export function personalRuleOf(dataset: Dataset): string | undefined {
  for (const { rule } of lint(dataset, { rules: PERSONAL })) if (PERSONAL.some(({ id }) => id === rule)) return rule
  return undefined
}
