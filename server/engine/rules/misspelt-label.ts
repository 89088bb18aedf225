import { shown } from '../model/shown'
import { tableRule } from './rule'

/** A label that is almost the name of a field. */
export const misspeltLabel = tableRule<{ label: string; name: string; alike: boolean }>({
  id: 'misspelt-label',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['data-schema'],
  frictionless: 'incorrect-label',
  schema: true,
  insteadOf: [
    'missing-label',
    'extra-label',
    'label-style',
    'moved-label',
    'duplicate-label',
    'edge-whitespace',
    'invisible-character',
    'decomposed-accent',
    'html-entity',
    'mojibake',
    'lost-character',
  ],

  *check({ table: { headerRow: row, labels }, header }) {
    if (row === undefined) return
    for (const { column, field, alike } of header.misspelt)
      yield { row, column, facts: { label: labels[column]!, name: field.name, alike } }
  },

  message: {
    fr: ({ label, name, alike }) =>
      alike
        ? `La colonne ${shown.fr(label)} doit s’appeler ${shown.fr(name)}, à la lettre : les logiciels qui suivent le schéma ne la trouvent pas autrement.`
        : `La colonne ${shown.fr(label)} est sans doute ${shown.fr(name)} : les logiciels qui suivent le schéma ne la trouvent que sous ce nom exact.`,
    en: ({ label, name, alike }) =>
      alike
        ? `The column ${shown.en(label)} must be called ${shown.en(name)}, to the letter: software that follows the schema cannot find it otherwise.`
        : `The column ${shown.en(label)} is most likely ${shown.en(name)}: software that follows the schema finds it only under that exact name.`,
  },

  fix: ({ name }, { row, column }) =>
    row === undefined || column === undefined ? undefined : [{ set: 'cell', row, column, value: name }],
  safe: ({ alike }) => alike,
})
