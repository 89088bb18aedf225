import type { Field } from '../model/field'
import { inLanguage } from '../model/localised'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly field: Field
  /** What says that there is no value; empty for an empty cell. */
  readonly text: string
}

/** A cell without a value where the schema wants one. */
export const required = cellRule<Facts>({
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
      test: text => (text === '' || missingValues.includes(text) ? { field, text } : undefined),
    }
  },

  message: {
    fr: ({ field, text }) =>
      `${text.trim() === '' ? 'Cette cellule est vide' : `${shown.fr(text)} dit qu’il n’y a pas de valeur`} alors que ${shown.fr(inLanguage(field.title, 'fr') ?? field.name)} est obligatoire : sans cette valeur, la ligne est incomplète et son réutilisateur ne peut pas la deviner.`,
    en: ({ field, text }) =>
      `${text.trim() === '' ? 'This cell is empty' : `${shown.en(text)} says that there is no value`} although ${shown.en(inLanguage(field.title, 'en') ?? field.name)} is required: without this value the row is incomplete, and whoever reuses it cannot guess it.`,
  },
})
