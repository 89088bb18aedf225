import { holdsMeasures } from '../model/measure'
import { wordsOf } from '../model/identifier'
import { areOrganisations, isPublic } from '../model/persons'
import type { Column } from '../model/table'
import { numberRule } from './rule'

/** Share of a total above which one contributor can be read from it (Insee, business statistics). */
const SHARE = 0.85
/** Contributors below which the share says nothing. */
const LEAST = 3

/** One company that makes nearly all of a total. */
export const dominantContributor = numberRule<Record<never, never>>({
  id: 'dominant-contributor',
  severity: 'information',
  preset: 'complet',
  concepts: ['small-counts'],

  check(column) {
    if (!isOfCompanies(column)) return undefined
    return numbers => {
      const count = numbers.between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
      if (count < LEAST || numbers.sum <= 0 || numbers.quantile(0) < 0) return undefined
      return { ofCells: [{ from: SHARE * numbers.sum, to: Number.POSITIVE_INFINITY, facts: () => ({}) }] }
    }
  },

  message: {
    fr: () =>
      `Cette entreprise fait à elle seule plus de ${SHARE * 100} % du total de la colonne : qui publierait ce total publierait son chiffre ; ne diffusez pas le total, ou regroupez-le.`,
    en: () =>
      `This company alone makes more than ${SHARE * 100}% of the column’s total: whoever publishes the total publishes its figure; do not release the total, or group it.`,
  },
})

/** Whether a column tells of companies what they keep to themselves; what they receive from the public purse is public. */
function isOfCompanies(column: Column): boolean {
  if (isPublic(column) || !areOrganisations(column.beside) || !holdsMeasures(column)) return false
  const words = wordsOf(column)
  return words.some(word => BUSINESS.test(word)) && !words.some(word => PUBLIC_MONEY.test(word))
}

const BUSINESS =
  /^(?:chiffre|ca|consommations?|conso|production|effectifs?|salaries|emplois|tonnages?|volumes?|ventes|exportations?|turnover|output|staff)$/
const PUBLIC_MONEY = /^(?:subventions?|aides?|marches?|budget|dotation|versements?|grants?)$/
