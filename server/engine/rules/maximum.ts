import { shown } from '../model/shown'
import { type BrokenBound, boundTest, saidOfBound } from './bound'
import { cellRule } from './rule'

/** A value above the greatest one that the schema allows. */
export const maximum = cellRule<BrokenBound>({
  id: 'maximum',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['outlier', 'magnitude-slip'],

  check: ({ field }) => boundTest(field, 'maximum'),

  message: saidOfBound(
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} dépasse le maximum que fixe le schéma, qui est ${bound} : vérifiez l’unité et les chiffres de cette valeur.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} is above the maximum that the schema sets, which is ${bound}: check the unit and the digits of this value.`,
    },
    {
      fr: ({ text, bound }) =>
        `${shown.fr(text)} est après ${bound}, le plus tard que le schéma admette : vérifiez chaque partie de cette valeur à la source.`,
      en: ({ text, bound }) =>
        `${shown.en(text)} is after ${bound}, the latest that the schema allows: check each part of this value at the source.`,
    },
  ),
})
