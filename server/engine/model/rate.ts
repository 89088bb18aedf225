import { wordsOf } from './identifier'
import { areWrittenNumbers } from './written-number'
import type { Column } from './table'

const RATE = /^(?:taux|rate|part|parts|pourcentages?|pct|percent|percentage|proportions?|ratio)$/
const COUNT = /^(?:nombres?|nb|nbre|effectifs?|total|totaux|count|number|base|denominateur)$/
/** Words that name the count on which rates are computed, whatever they are rates of. */
const BASE =
  /^(?:base|denominateur|effectifs?|echantillon|repondants?|reponses?|inscrits?|candidats?|presents?|enquetes?|sample|respondents?|registered)$/
const FILLING = /^(?:de|du|des|d|la|le|les|l|a|au|aux|en|of|the|in|total|totaux)$/

/** True for a column of percentages by its label, whose values are numbers. */
export function holdsRates({ label, field, learn }: Pick<Column, 'label' | 'field' | 'learn'>): boolean {
  const isRate = label.includes('%') || wordsOf({ label, field }).some(word => RATE.test(word))
  return isRate && (field ? field.type === 'number' || field.type === 'integer' : learn(areWrittenNumbers))
}

/** The column of the counts on which rates are computed: of the same thing, or the only one that is called a base. */
export function baseOf(rate: Column): Column | undefined {
  const others = rate.beside.filter(
    other => other !== rate && other.index !== rate.index && !holdsRates(other) && isCount(other),
  )
  const subject = subjectOf(rate)
  const same = subject === '' ? [] : others.filter(other => subjectOf(other) === subject)
  if (same.length === 1) return same[0]
  const bases = others.filter(other => wordsOf(other).some(word => BASE.test(word)))
  return bases.length === 1 ? bases[0] : undefined
}

/** True for a column that counts or measures something, on which a rate may be computed. */
function isCount(column: Pick<Column, 'label' | 'field' | 'learn'>): boolean {
  const words = wordsOf(column)
  return (
    words.some(word => COUNT.test(word) || BASE.test(word)) &&
    (column.field ? column.field.type === 'integer' || column.field.type === 'number' : column.learn(areWrittenNumbers))
  )
}

function subjectOf(column: Pick<Column, 'label' | 'field'>): string {
  return wordsOf(column)
    .filter(word => !RATE.test(word) && !COUNT.test(word) && !FILLING.test(word))
    .map(word => word.replace(/s$/, ''))
    .join(' ')
}
