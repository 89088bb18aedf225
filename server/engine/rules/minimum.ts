import { comparing } from '../model/accept'
import { boundOf, keepsBound } from '../model/constraint'
import { shown } from '../model/shown'
import { isNaNText, notComparable } from './not-comparable'
import { cellRule } from './rule'

/** A value below the least one that the schema allows. */
export const minimum = cellRule<{ text: string; bound: string }>({
  id: 'minimum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['unexpected-negative', 'outlier'],

  check({ field }) {
    const declared = boundOf(field, 'minimum')
    if (!declared) return undefined
    const { bound, limit, numberAt } = declared
    return {
      accept: comparing(numberAt, '>=', limit),
      test: text => (keepsBound(declared.field, text, 'minimum') ? undefined : { text, bound }),
    }
  },

  message: {
    fr: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.fr({ bound })
        : `${shown.fr(text)} est sous le minimum que fixe le schéma, qui est ${bound} : vérifiez le signe, l’unité et les chiffres de cette valeur.`,
    en: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.en({ bound })
        : `${shown.en(text)} is below the minimum that the schema sets, which is ${bound}: check the sign, the unit and the digits of this value.`,
  },
})
