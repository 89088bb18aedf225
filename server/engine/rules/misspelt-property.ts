import { shown } from '../model/shown'
import { defectRule } from './rule'

/** A property of Table Schema spelt in another way: tools pass over it without a word. */
export const misspeltProperty = defectRule({
  id: 'misspelt-property',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'schema-error',
  defects: ['misspelt-key'],
  marks: 'key',

  message: {
    fr: ({ key, meant }) =>
      `Table Schema ne connaît pas la propriété ${shown.fr(key)} et la plupart des outils l’ignorent sans le dire : écrivez ${shown.fr(meant)}.`,
    en: ({ key, meant }) =>
      `Table Schema has no property ${shown.en(key)} and most tools ignore it without a word: write ${shown.en(meant)}.`,
  },

  fix: ({ meant }, node) => [{ set: 'key', node, name: meant }],
})
