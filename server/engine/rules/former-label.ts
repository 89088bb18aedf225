import { shown } from '../model/shown'
import { tableRule } from './rule'

/** A label by which an earlier version of the schema called a field. */
export const formerLabel = tableRule<{ label: string; name: string; version: string | undefined }>({
  id: 'former-label',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['data-schema'],
  frictionless: 'incorrect-label',
  schema: true,
  insteadOf: ['missing-label', 'extra-label', 'label-style', 'moved-label', 'edge-whitespace', 'invisible-character'],

  *check({ table: { headerRow: row, labels }, header, schema }) {
    if (row === undefined) return
    for (const { column, field } of header.former)
      yield { row, column, facts: { label: labels[column]!, name: field.name, version: schema?.version } }
  },

  message: {
    fr: ({ label, name, version }) =>
      version === undefined
        ? `La colonne ${shown.fr(label)} porte le nom d’une ancienne version du schéma : elle s’appelle désormais ${shown.fr(name)}, vérifiez que ses valeurs suivent aussi les règles d’aujourd’hui.`
        : `La colonne ${shown.fr(label)} porte le nom d’une ancienne version du schéma : dans la version ${version} elle s’appelle ${shown.fr(name)}, vérifiez que ses valeurs suivent aussi les règles d’aujourd’hui.`,
    en: ({ label, name, version }) =>
      version === undefined
        ? `The column ${shown.en(label)} has the name of an earlier version of the schema: it is called ${shown.en(name)} now, so check that its values follow today’s rules too.`
        : `The column ${shown.en(label)} has the name of an earlier version of the schema: in version ${version} it is called ${shown.en(name)}, so check that its values follow today’s rules too.`,
  },

  fix: ({ name }, { row, column }) =>
    row === undefined || column === undefined ? undefined : [{ set: 'cell', row, column, value: name }],
})
