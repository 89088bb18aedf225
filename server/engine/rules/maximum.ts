import { comparing } from '../model/accept'
import { boundOf, keepsBound } from '../model/constraint'
import { shown } from '../model/shown'
import { isNaNText, notComparable } from './not-comparable'
import { cellRule } from './rule'

/** A value above the greatest one that the schema allows. */
export const maximum = cellRule<{ text: string; bound: string }>({
  id: 'maximum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['outlier', 'magnitude-slip'],

  check({ field }) {
    const declared = boundOf(field, 'maximum')
    if (!declared) return undefined
    const { bound, limit, numberAt } = declared
    return {
      accept: comparing(numberAt, '<=', limit),
      test: text => (keepsBound(declared.field, text, 'maximum') ? undefined : { text, bound }),
    }
  },

  message: {
    fr: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.fr({ bound })
        : `${shown.fr(text)} dépasse le maximum que fixe le schéma, qui est ${bound} : vérifiez l’unité et les chiffres de cette valeur.`,
    en: ({ text, bound }) =>
      isNaNText(text)
        ? notComparable.en({ bound })
        : `${shown.en(text)} is above the maximum that the schema sets, which is ${bound}: check the unit and the digits of this value.`,
  },
})
