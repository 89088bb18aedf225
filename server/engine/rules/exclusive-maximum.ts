import { shown } from '../model/shown'
import { type BrokenBound, boundTest, saidOfBound } from './bound'
import { cellRule } from './rule'

/** A value at or above a bound that the schema leaves out. */
export const exclusiveMaximum = cellRule<BrokenBound>({
  id: 'exclusive-maximum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['outlier', 'magnitude-slip'],

  check: ({ field }) => boundTest(field, 'exclusiveMaximum'),

  message: saidOfBound(
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} doit être plus petit que ${bound}, sans l’égaler, selon le schéma : vérifiez l’unité et les chiffres de cette valeur.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} must be less than ${bound}, and not equal to it, by the schema: check the unit and the digits of this value.`,
    },
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} doit venir avant ${bound}, sans l’égaler, selon le schéma : vérifiez chaque partie de cette valeur à la source.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} must come before ${bound}, and not be the same, by the schema: check each part of this value at the source.`,
    },
  ),
})
