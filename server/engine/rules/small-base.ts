import { askedOnce } from '../model/asked-once'
import { wordsOf } from '../model/identifier'
import { numberReading } from '../model/measure'
import { baseOf, holdsRates, mayBeShare } from '../model/rate'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { rowRule } from './rule'

/** Cases below which one more or less moves a percentage by more than three points. */
const LEAST = 30

interface Facts {
  readonly text: string
  readonly base: number
  readonly label: string
}

/** A percentage that stands on very few cases. */
export const smallBase = rowRule<Facts>({
  id: 'small-base',
  severity: 'information',
  preset: 'standard',
  concepts: ['margin-of-error', 'denominator'],

  check({ columns, table }) {
    if (isBallot(columns)) return undefined
    const pairs = columns.flatMap(rate => {
      const base = holdsRates(rate) ? baseOf(rate) : undefined
      return base ? [{ rate, base, rates: numberReading(rate), counts: numberReading(base.column) }] : []
    })
    if (pairs.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { rate, base, rates, counts } of pairs) {
        const text = row.text(rate.index).trim()
        const count = counts.of(row.text(base.column.index))
        if (!/\d/.test(text) || !Number.isInteger(count) || count <= 0 || count >= LEAST) continue
        if (base.isTold || mayBeShare(rates.of(text), decimalsOf(text), count))
          return { column: rate.index, facts: { text, base: count, label: base.column.label } }
      }
      return undefined
    }
  },

  message: {
    fr: ({ text, base, label }) =>
      `${shown.fr(text)} est calculé sur ${base} cas seulement (colonne ${shown.fr(label)}) : un cas de plus ou de moins le changerait beaucoup, publiez plutôt l’effectif ou regroupez.`,
    en: ({ text, base, label }) =>
      `${shown.en(text)} is computed on ${base} cases only (column ${shown.en(label)}): one case more or less would change it a lot, so rather publish the count, or group.`,
  },
})

function decimalsOf(text: string): number {
  return /\d[.,](\d+)/.exec(text)?.[1]!.length ?? 0
}

/** Whether the rows are results of a ballot: all who may vote are asked, and the counts are published beside. */
const isBallot = askedOnce((columns: readonly Column[]) =>
  ['inscrits', 'votants', 'exprimes'].every(name => columns.some(column => wordsOf(column).includes(name))),
)
