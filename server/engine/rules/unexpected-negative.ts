import { labelWords } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { holdsQuantities } from '../model/quantity'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import { columnRule } from './rule'

/** Words for what is counted or measured, and cannot be less than nothing. */
const NEVER_NEGATIVE =
  /^(?:nombre|nb|nbr|effectifs?|population|habitants?|surface|superficie|aire|longueur|largeur|hauteur|distance|capacite|places?|quantite|prix|tarif|age|duree|poids|volume|inscrits|votants|exprimes|count|number|area|length|width|height|capacity|quantity|price|weight)$/
/** Words for amounts, differences and readings, which may well be negative, whatever they are divided by. */
const MAY_BE_NEGATIVE =
  /^(?:montants?|soldes?|ecarts?|variations?|evolution|differences?|resultats?|epargne|taux|altitude|temperature|amount|balance|change|difference|growth|net)$/
/** Other numbers that there must be for each negative one, and in all. */
const OTHERS = 20
const LEAST = 8

interface Facts {
  readonly text: string
}

/** A count, a size or a price below zero among others that are not. */
export const unexpectedNegative = columnRule<Facts>({
  id: 'unexpected-negative',
  severity: 'warning',
  preset: 'complet',
  concepts: ['accuracy'],
  insteadOf: ['outlier'],
  concerns: signature.digit,

  check(column) {
    const { field, label } = column
    const words = [...labelWords(label), ...labelWords(field?.name ?? '')]
    if (!words.some(word => NEVER_NEGATIVE.test(word)) || words.some(word => MAY_BE_NEGATIVE.test(word)))
      return undefined
    if (!holdsQuantities(column, areNumbers)) return undefined
    const least = field?.constraints.minimum ?? field?.constraints.exclusiveMinimum
    // The schema has thought of it.
    if (least !== undefined) return undefined
    return {
      kindOf(text) {
        const plain = text.trim()
        if (!NUMBER.test(plain)) return undefined
        return plain.startsWith('-') && /[1-9]/.test(plain) ? 'negative' : 'other'
      },
      judge(counts) {
        const negative = counts.get('negative') ?? 0
        const others = counts.get('other') ?? 0
        if (negative === 0 || others < LEAST || others < OTHERS * negative) return new Map()
        return new Map([['negative', text => ({ text })]])
      },
    }
  },

  message: {
    fr: ({ text }) =>
      `${shown.fr(text)} est négatif, alors que cette colonne compte ou mesure ce qui ne peut pas descendre sous zéro : un signe de trop, une correction ou une soustraction faussera les totaux.`,
    en: ({ text }) =>
      `${shown.en(text)} is negative, while this column counts or measures what cannot go below zero: a sign too many, a correction or a subtraction will spoil the totals.`,
  },
})

const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,15})?$/

const areNumbers = mostlyOf(0.8, value => NUMBER.test(value.trim()))
