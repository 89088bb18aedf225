import { comparing } from '../model/accept'
import { boundOf, keepsBound } from '../model/constraint'
import { shown } from '../model/shown'
import { isNaNText, notComparable } from './not-comparable'
import { cellRule } from './rule'

/** A value at or above a bound that the schema leaves out. */
export const exclusiveMaximum = cellRule<{ text: string; bound: string }>({
  id: 'exclusive-maximum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['outlier', 'magnitude-slip'],

  check({ field }) {
    const declared = boundOf(field, 'exclusiveMaximum')
    if (!declared) return undefined
    const { bound, limit, numberAt } = declared
    return {
      accept: comparing(numberAt, '<', limit),
      test: text => (keepsBound(declared.field, text, 'exclusiveMaximum') ? undefined : { text, bound }),
    }
  },

  message: {
    fr: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.fr({ bound })
        : `${shown.fr(text)} doit être plus petit que ${bound}, sans l’égaler, selon le schéma : vérifiez l’unité et les chiffres de cette valeur.`,
    en: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.en({ bound })
        : `${shown.en(text)} must be less than ${bound}, and not equal to it, by the schema: check the unit and the digits of this value.`,
  },
})
