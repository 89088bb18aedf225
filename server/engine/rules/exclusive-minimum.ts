import { shown } from '../model/shown'
import { type BrokenBound, boundTest, saidOfBound } from './bound'
import { cellRule } from './rule'

/** A value at or below a bound that the schema leaves out. */
export const exclusiveMinimum = cellRule<BrokenBound>({
  id: 'exclusive-minimum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['unexpected-negative', 'outlier'],

  check: ({ field }) => boundTest(field, 'exclusiveMinimum'),

  message: saidOfBound(
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} doit être plus grand que ${bound}, sans l’égaler, selon le schéma : vérifiez le signe, l’unité et les chiffres de cette valeur.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} must be greater than ${bound}, and not equal to it, by the schema: check the sign, the unit and the digits of this value.`,
    },
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} doit venir après ${bound}, sans l’égaler, selon le schéma : vérifiez chaque partie de cette valeur à la source.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} must come after ${bound}, and not be the same, by the schema: check each part of this value at the source.`,
    },
  ),
})
