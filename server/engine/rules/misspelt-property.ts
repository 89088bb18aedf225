import type { MisspeltMember } from '../model/misspelt-member'
import { shown } from '../model/shown'
import { treeRule } from './rule'

interface Facts extends MisspeltMember {
  /** Whether it is a property of Table Schema rather than of metadata. */
  readonly isOfSchema: boolean
}

/** A property of a schema or of metadata spelt in another way: tools pass over it without a word. */
export const misspeltProperty = treeRule<Facts>({
  id: 'misspelt-property',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'schema-error',

  *check({ schemas, misspelt }) {
    const ofSchemas = schemas.flatMap(({ defects }) => defects.filter(({ kind }) => kind === 'misspelt-key'))
    for (const [members, isOfSchema] of [
      [ofSchemas as readonly MisspeltMember[], true],
      [misspelt, false],
    ] as const)
      for (const { path, key, meant } of members)
        yield { pointer: path, facts: { path, key, meant, isOfSchema }, marks: 'key' }
  },

  message: {
    fr: ({ key, meant, isOfSchema }) =>
      isOfSchema
        ? `Table Schema ne connaît pas la propriété ${shown.fr(key)} et la plupart des outils l’ignorent sans le dire : écrivez ${shown.fr(meant)}.`
        : `La norme de cette fiche ne connaît pas la propriété ${shown.fr(key)} et les catalogues l’ignorent sans le dire : écrivez ${shown.fr(meant)}.`,
    en: ({ key, meant, isOfSchema }) =>
      isOfSchema
        ? `Table Schema has no property ${shown.en(key)} and most tools ignore it without a word: write ${shown.en(meant)}.`
        : `The standard of this document has no property ${shown.en(key)} and catalogues ignore it without a word: write ${shown.en(meant)}.`,
  },

  fix: ({ meant }, node) => [{ set: 'key', node, name: meant }],
})
