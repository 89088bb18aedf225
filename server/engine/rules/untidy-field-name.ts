import { shown } from '../model/shown'
import { defectRule } from './rule'

/** Spaces or invisible characters at the ends or inside of a field's name: no label of a file is spelt so. */
export const untidyFieldName = defectRule({
  id: 'untidy-field-name',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'schema-error',
  defects: ['untidy-name'],

  message: {
    fr: ({ name, meant }) =>
      `Le nom ${shown.fr(name)} contient des espaces en trop ou des caractères invisibles, et aucun en-tête ne s’écrira ainsi : le nom voulu est sans doute ${shown.fr(meant)}.`,
    en: ({ name, meant }) =>
      `The name ${shown.en(name)} has stray spaces or invisible characters, and no header will be spelt so: the name meant is probably ${shown.en(meant)}.`,
  },

  fix: ({ meant }, node) => [{ set: 'value', node, value: meant }],
})
