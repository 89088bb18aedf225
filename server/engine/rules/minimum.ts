import { shown } from '../model/shown'
import { type BrokenBound, boundTest, saidOfBound } from './bound'
import { cellRule } from './rule'

/** A value below the least one that the schema allows. */
export const minimum = cellRule<BrokenBound>({
  id: 'minimum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['unexpected-negative', 'outlier'],

  check: ({ field }) => boundTest(field, 'minimum'),

  message: saidOfBound(
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} est sous le minimum que fixe le schéma, qui est ${bound} : vérifiez le signe, l’unité et les chiffres de cette valeur.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} is below the minimum that the schema sets, which is ${bound}: check the sign, the unit and the digits of this value.`,
    },
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} est avant ${bound}, le plus tôt que le schéma admette : vérifiez chaque partie de cette valeur à la source.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} is before ${bound}, the earliest that the schema allows: check each part of this value at the source.`,
    },
  ),
})
