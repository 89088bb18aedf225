import { fromBound } from '../model/constraint'
import { shown } from '../model/shown'
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
    const bound = field?.constraints.exclusiveMaximum
    if (!field || bound === undefined) return undefined
    return text => (fromBound(field, text, bound) >= 0 ? { text, bound } : undefined)
  },

  message: {
    fr: ({ text, bound }) =>
      `${shown.fr(text)} doit être plus petit que ${bound}, sans l’égaler, selon le schéma : vérifiez l’unité et les chiffres de cette valeur.`,
    en: ({ text, bound }) =>
      `${shown.en(text)} must be less than ${bound}, and not equal to it, by the schema: check the unit and the digits of this value.`,
  },
})
