import { holdsMeasures } from '../model/measure'
import { holdsRates } from '../model/rate'
import { shown } from '../model/shown'
import { tableRule } from './rule'

/** Rates in a table that says nowhere on how many cases they are computed. */
export const rateWithoutBase = tableRule<{ label: string }>({
  id: 'rate-without-base',
  severity: 'hint',
  preset: 'complet',
  concepts: ['denominator'],

  *check({ columns, table: { headerRow: row } }) {
    const first = columns.find(column => column.field === undefined && holdsRates(column))
    if (!first || columns.some(column => !holdsRates(column) && holdsMeasures(column))) return
    yield { ...(row !== undefined && { row }), column: first.index, facts: { label: first.label } }
  },

  message: {
    fr: ({ label }) =>
      `${shown.fr(label)} est un taux, et aucune colonne ne dit sur combien de cas il est calculé : ajoutez l’effectif, sans lequel on ne peut ni le vérifier ni le regrouper.`,
    en: ({ label }) =>
      `${shown.en(label)} is a rate, and no column says on how many cases it is computed: add their count, without which it can be neither checked nor grouped.`,
  },
})
