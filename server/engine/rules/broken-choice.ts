import { shown } from '../model/shown'
import { refusedBecause } from './refused-value'
import { defectRule } from './rule'

/** A value that `enum` allows and another rule of the same field refuses: nobody can ever use it. */
export const brokenChoice = defectRule({
  id: 'broken-choice',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  defects: ['broken-choice'],

  message: {
    fr: ({ choice, because }) =>
      `La valeur ${shown.fr(choice)} est proposée mais ${refusedBecause.fr(because)} : personne ne pourra s’en servir, corrigez-la ou corrigez l’autre règle.`,
    en: ({ choice, because }) =>
      `The value ${shown.en(choice)} is offered but ${refusedBecause.en(because)}: nobody will be able to use it, so correct it or the other rule.`,
  },
})
