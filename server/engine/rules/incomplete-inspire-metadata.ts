import { type Aspect, type Description, type Statement, statements } from '../model/description'
import { pointerOf } from '../model/tree'
import { treeRule } from './rule'

/**
 * A dataset said to be under INSPIRE (directive 2007/2/EC) without elements that its metadata must have: regulation (EC)
 * 1205/2008, technical guidelines 2.0. Of a format that has no place for one it is not asked.
 */
export const incompleteInspireMetadata = treeRule<{ readonly lacks: readonly Aspect[] }>({
  id: 'incomplete-inspire-metadata',
  severity: 'warning',
  preset: 'standard',
  concepts: ['inspire'],
  insteadOf: [
    'missing-provenance',
    'missing-spatial-coverage',
    'missing-contact',
    'missing-steward',
    'missing-licence',
    'short-description',
  ],

  *check({ descriptions }) {
    for (const description of descriptions) {
      const tag = tagOf(description)
      const lacks = ELEMENTS.filter(aspect => description.slots.has(aspect))
      if (tag && lacks.length > 0)
        yield { about: pointerOf(description.node), pointer: pointerOf(tag.node), facts: { lacks } }
    }
  },

  message: {
    fr: ({ lacks }) =>
      `Ce jeu est déclaré sous INSPIRE, qui demande aussi ${lacks.map(lack => NAMES.fr[lack]).join(', ')} : sans cela, le géocatalogue national le refusera.`,
    en: ({ lacks }) =>
      `This dataset is declared to be under INSPIRE, which also asks for ${lacks.map(lack => NAMES.en[lack]).join(', ')}: without these the national catalogue will refuse it.`,
  },
})

const ELEMENTS: readonly Aspect[] = [
  'description',
  'identifier',
  'language',
  'topic',
  'spatial',
  'provenance',
  'resolution',
  'conformity',
  'access',
  'licence',
  'steward',
  'contact',
]

const NAMES: Readonly<Record<'fr' | 'en', Readonly<Partial<Record<Aspect, string>>>>> = {
  fr: {
    description: 'un résumé',
    identifier: 'un identifiant unique',
    language: 'la langue',
    topic: 'le thème',
    spatial: 'l’emprise géographique',
    provenance: 'la généalogie',
    resolution: 'la résolution spatiale',
    conformity: 'la conformité',
    access: 'les restrictions d’accès',
    licence: 'les conditions d’utilisation',
    steward: 'l’organisation responsable',
    contact: 'un contact',
  },
  en: {
    description: 'an abstract',
    identifier: 'a unique identifier',
    language: 'the language',
    topic: 'the theme',
    spatial: 'the geographic extent',
    provenance: 'the lineage',
    resolution: 'the spatial resolution',
    conformity: 'conformity',
    access: 'limitations on access',
    licence: 'the conditions of use',
    steward: 'the responsible party',
    contact: 'a contact',
  },
}

function tagOf(description: Description): Statement | undefined {
  return (
    statements(description, 'keyword').find(({ text }) => /\binspire\b/i.test(text)) ??
    statements(description, 'legislation').find(({ text }) => text.includes('dir/2007/2'))
  )
}
