import { isNumeric } from './field'
import { wordsOf } from './identifier'
import { areWrittenNumbers } from './written-number'
import type { Column } from './table'

const RATE = /^(?:taux|rate|part|parts|pourcentages?|pct|percent|percentage|proportions?|ratio)$/
const COUNT = /^(?:nombres?|nb|nbre|effectifs?|total|totaux|count|number|base|denominateur)$/
/** Words that name the count on which rates are computed, whatever they are rates of. */
const BASE = /^(?:base|denominateur|echantillon|repondants?|reponses?|enquetes?|sample|respondents?)$/
/** Words that name a count on which rates may be computed, or others than those beside it. */
const POSSIBLE_BASE = /^(?:effectifs?|inscrits?|candidats?|presents?|registered)$/
/** Rates of places, hours or amounts, on no count of persons. */
const NOT_OF_PERSONS =
  /^(?:occupation|occupancy|remplissage|filling|frequentation|vacance|rotation|turnover|couverture|coverage|equipement|encadrement|croissance|growth|evolution|variation|progression|augmentation|hausse|baisse|change|increase|imposition|tva|vat|tax|interet|interest)$/
const FILLING = /^(?:de|du|des|d|la|le|les|l|a|au|aux|en|of|the|in|total|totaux)$/

/** True for a column of percentages by its label, whose values are numbers. */
export function holdsRates({ label, field, learn }: Pick<Column, 'label' | 'field' | 'learn'>): boolean {
  const isRate = label.includes('%') || wordsOf({ label, field }).some(word => RATE.test(word))
  return isRate && (field ? isNumeric(field) : learn(areWrittenNumbers))
}

/** The column of the counts on which rates are computed. */
interface Base {
  readonly column: Column
  /** Whether its label says so; else the numbers must agree. */
  readonly isTold: boolean
}

/** The column of the counts on which rates are computed: of the same thing, or the only one that is called a base. */
export function baseOf(rate: Column): Base | undefined {
  const others = rate.beside.filter(
    other => other !== rate && other.index !== rate.index && !holdsRates(other) && isCount(other),
  )
  const subject = subjectOf(rate)
  const same = subject === '' ? [] : others.filter(other => subjectOf(other) === subject)
  if (same.length === 1) return { column: same[0]!, isTold: true }
  if (wordsOf(rate).some(word => NOT_OF_PERSONS.test(word))) return undefined
  const bases = others.filter(other => wordsOf(other).some(word => BASE.test(word) || POSSIBLE_BASE.test(word)))
  if (bases.length !== 1) return undefined
  return { column: bases[0]!, isTold: wordsOf(bases[0]!).some(word => BASE.test(word)) }
}

/** Whether a rate of so many decimals, in percent or as a part of one, may be that of some of so many cases. */
export function mayBeShare(rate: number, decimals: number, cases: number): boolean {
  return [rate / 100, rate].some((share, i) => {
    const rounding = (0.5 * cases) / 10 ** (i === 0 ? decimals + 2 : decimals)
    return share <= 1 && Math.abs(share * cases - Math.round(share * cases)) <= rounding + 1e-9
  })
}

/** True for a column that counts or measures something, on which a rate may be computed. */
function isCount(column: Pick<Column, 'label' | 'field' | 'learn'>): boolean {
  const words = wordsOf(column)
  return (
    words.some(word => COUNT.test(word) || BASE.test(word) || POSSIBLE_BASE.test(word)) &&
    (column.field ? isNumeric(column.field) : column.learn(areWrittenNumbers))
  )
}

function subjectOf(column: Pick<Column, 'label' | 'field'>): string {
  return wordsOf(column)
    .filter(word => !RATE.test(word) && !COUNT.test(word) && !FILLING.test(word))
    .map(word => word.replace(/s$/, ''))
    .join(' ')
}
