import type { Field } from '../model/field'
import { inLanguage } from '../model/localised'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** A cell without a value where the schema wants one. */
export const required = cellRule<{ field: Field }>({
  id: 'required',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['completeness'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['one-of-required', 'conditional-required'],
  missing: true,

  check({ field }) {
    if (!field?.constraints.required) return undefined
    const { missingValues } = field
    const isAnyText = missingValues.every(value => value === '')
    return {
      accept: (_bytes, from, to) => to > from && isAnyText,
      // It is shown an empty cell only where that is no value.
      test: text => (text === '' || missingValues.includes(text) ? { field } : undefined),
    }
  },

  message: {
    fr: ({ field }) =>
      `Cette cellule est vide alors que ${shown.fr(inLanguage(field.title, 'fr') ?? field.name)} est obligatoire : sans cette valeur, la ligne est incomplète et son réutilisateur ne peut pas la deviner.`,
    en: ({ field }) =>
      `This cell is empty although ${shown.en(inLanguage(field.title, 'en') ?? field.name)} is required: without this value the row is incomplete, and whoever reuses it cannot guess it.`,
  },
})
