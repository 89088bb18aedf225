import { absenceIn } from '../model/absence'
import { inPercent, rounded } from '../model/counted'
import type { FormerColumn, Quartiles } from '../model/former'
import { totalOf } from '../model/lesson'
import { numberReading } from '../model/measure'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { columnRule } from './rule'

/** Rows below which a share says nothing. */
const LEAST = 20
/** By how much the share of a category, or of empty cells, may change. */
const SHARE = 0.2
const BLANKS = 0.1
/** The share of the values beyond a former quartile, where a quarter was, that has the median lie beyond it. */
const HALF = 0.5

const BLANK = 'blank'
/** What says that there is no value: it was none in the former version either. */
const ABSENT = 'absent'
const OTHER = 'other'
const BELOW = 'below'
const ABOVE = 'above'

type Facts =
  | { readonly kind: 'blank'; readonly former: number; readonly share: number }
  | { readonly kind: 'category'; readonly text: string; readonly former: number; readonly share: number }
  | { readonly kind: 'below' | 'above'; readonly quartiles: Quartiles; readonly share: number }

/** A column that is spread otherwise than in the former version: other levels, other main categories, more or fewer blanks. */
export const distributionDrift = columnRule<Facts>({
  id: 'distribution-drift',
  severity: 'information',
  preset: 'complet',
  concepts: ['series-break'],
  missing: true,
  readsFormer: true,

  check(column) {
    const former = column.former?.columns.find(({ label }) => label === column.label)
    // What stands at one place of lists depends on how long they are.
    if (!former || column.element !== undefined) return undefined
    return {
      kindOf: kindsOf(column, former),
      judge: () => new Map(),
      ofColumn: counts => driftOf(counts, former),
    }
  },

  message: {
    fr(facts) {
      const share = inPercent(facts.share, 'fr')
      if (facts.kind === 'blank')
        return `${share} des cellules de cette colonne sont vides, contre ${inPercent(facts.former, 'fr')} dans la version précédente : cherchez ce qui a changé dans la saisie ou dans l’export.`
      if (facts.kind === 'category')
        return `${shown.fr(facts.text)} fait ${share} des valeurs, contre ${inPercent(facts.former, 'fr')} dans la version précédente : a-t-on changé de périmètre, ou la façon de classer ?`
      const { lower, median, upper } = facts.quartiles
      return facts.kind === 'above'
        ? `${share} des valeurs dépassent ${rounded(upper, 'fr')}, ce qu’un quart faisait dans la version précédente (médiane : ${rounded(median, 'fr')}) : a-t-on changé d’unité, de périmètre ou de méthode ?`
        : `${share} des valeurs n’atteignent pas ${rounded(lower, 'fr')}, ce qu’un quart faisait dans la version précédente (médiane : ${rounded(median, 'fr')}) : a-t-on changé d’unité, de périmètre ou de méthode ?`
    },
    en(facts) {
      const share = inPercent(facts.share, 'en')
      if (facts.kind === 'blank')
        return `${share} of the cells of this column are empty, against ${inPercent(facts.former, 'en')} in the former version: look for what has changed in how they are typed or exported.`
      if (facts.kind === 'category')
        return `${shown.en(facts.text)} makes ${share} of the values, against ${inPercent(facts.former, 'en')} in the former version: has the scope changed, or the way of sorting?`
      const { lower, median, upper } = facts.quartiles
      return facts.kind === 'above'
        ? `${share} of the values are above ${rounded(upper, 'en')}, as a quarter was in the former version (median: ${rounded(median, 'en')}): have the unit, the scope or the method changed?`
        : `${share} of the values are below ${rounded(lower, 'en')}, as a quarter was in the former version (median: ${rounded(median, 'en')}): have the unit, the scope or the method changed?`
    },
  },
})

function kindsOf(column: Column, { quartiles, categories }: FormerColumn): (text: string) => string {
  const { of } = numberReading(column)
  const missing = new Set(column.field?.missingValues)
  return text => {
    const value = text.trim()
    if (value === '') return BLANK
    if (missing.has(text)) return ABSENT
    if (categories?.has(value)) return `= ${value}`
    const number = quartiles ? of(text) : Number.NaN
    if (quartiles && number < quartiles.lower) return BELOW
    if (quartiles && number > quartiles.upper) return ABOVE
    const absence = Number.isNaN(number) ? absenceIn(value) : undefined
    return absence && (quartiles || absence === 'sure') ? ABSENT : OTHER
  }
}

function driftOf(counts: ReadonlyMap<string, number>, former: FormerColumn): Facts | undefined {
  const rows = totalOf(counts)
  if (rows < LEAST) return undefined
  const blank = (counts.get(BLANK) ?? 0) / rows
  if (Math.abs(blank - former.blank) >= BLANKS) return { kind: 'blank', former: former.blank, share: blank }
  const values = rows - (counts.get(BLANK) ?? 0) - (counts.get(ABSENT) ?? 0)
  if (values < LEAST) return undefined
  const shareOf = (kind: string) => (counts.get(kind) ?? 0) / values
  const { quartiles, categories = [] } = former
  if (quartiles)
    for (const kind of [BELOW, ABOVE] as const)
      if (shareOf(kind) > HALF) return { kind, quartiles, share: shareOf(kind) }
  const moved = [...categories]
    .map(([text, before]) => ({ kind: 'category', text, former: before, share: shareOf(`= ${text}`) }) as const)
    .filter(({ former: before, share }) => Math.abs(share - before) >= SHARE)
  return moved.toSorted((a, b) => Math.abs(b.share - b.former) - Math.abs(a.share - a.former))[0]
}
