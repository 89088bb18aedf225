import { comparing } from '../model/accept'
import { boundOf, keepsBound } from '../model/constraint'
import { shown } from '../model/shown'
import { isNaNText, notComparable } from './not-comparable'
import { cellRule } from './rule'

/** A value at or below a bound that the schema leaves out. */
export const exclusiveMinimum = cellRule<{ text: string; bound: string }>({
  id: 'exclusive-minimum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['unexpected-negative', 'outlier'],

  check({ field }) {
    const declared = boundOf(field, 'exclusiveMinimum')
    if (!declared) return undefined
    const { bound, limit, numberAt } = declared
    return {
      accept: comparing(numberAt, '>', limit),
      test: text => (keepsBound(declared.field, text, 'exclusiveMinimum') ? undefined : { text, bound }),
    }
  },

  message: {
    fr: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.fr({ bound })
        : `${shown.fr(text)} doit être plus grand que ${bound}, sans l’égaler, selon le schéma : vérifiez le signe, l’unité et les chiffres de cette valeur.`,
    en: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.en({ bound })
        : `${shown.en(text)} must be greater than ${bound}, and not equal to it, by the schema: check the sign, the unit and the digits of this value.`,
  },
})
