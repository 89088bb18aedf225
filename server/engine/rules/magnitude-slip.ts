import { about } from '../model/about'
import { holdsMeasures, measuresDiffer } from '../model/measure'
import { decimalMark } from '../model/quantity'
import { shifted } from '../model/shifted'
import { shown } from '../model/shown'
import { slipsOf } from '../model/slip'
import { numberRule } from './rule'

interface Facts {
  readonly text: string
  readonly factor: number
  readonly isAbove: boolean
  readonly median: number
  readonly fixed: string | undefined
}

/** A number a hundred or a thousand times the others, or as much below: most likely in another unit. */
export const magnitudeSlip = numberRule<Facts>({
  id: 'magnitude-slip',
  severity: 'warning',
  preset: 'standard',
  concepts: ['units-and-magnitude'],
  insteadOf: ['outlier', 'mean-median-gap'],

  check(column) {
    if (!holdsMeasures(column) || measuresDiffer(column.beside)) return undefined
    const { constraints } = column.field ?? {}
    const hasMost = constraints?.maximum !== undefined || constraints?.exclusiveMaximum !== undefined
    return numbers => ({
      // The schema has said how great a number may be.
      ofCells: slipsOf(numbers).flatMap(({ from, to, places, median }) => {
        if (hasMost && places > 0) return []
        const facts = (text: string) => ({
          text,
          factor: 10 ** Math.abs(places),
          isAbove: places > 0,
          median,
          fixed: /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? shifted(text, -places, decimalMark(column)) : undefined,
        })
        return [{ from, to, facts }]
      }),
    })
  },

  message: {
    fr: ({ text, factor, isAbove, median }) =>
      `${shown.fr(text)} est environ ${about(factor, 'fr')} fois plus ${isAbove ? 'grand' : 'petit'} que la valeur habituelle de la colonne (médiane : environ ${about(median, 'fr')}) : vérifiez l’unité, elle fausserait à elle seule le total et la moyenne.`,
    en: ({ text, factor, isAbove, median }) =>
      `${shown.en(text)} is about ${about(factor, 'en')} times ${isAbove ? 'greater' : 'smaller'} than is usual in the column (median: about ${about(median, 'en')}): check its unit, for it would spoil the total and the mean on its own.`,
  },

  fix: (_text, { fixed }) => fixed,
})
