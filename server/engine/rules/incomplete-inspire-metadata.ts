import type { TreeChange } from '../model/change'
import { type Aspect, type Description, type Statement, statements } from '../model/description'
import { nodeAt, pointerOf, type Tree } from '../model/tree'
import { additions } from './missing-statement'
import { treeRule } from './rule'

/** What is lacking: nothing is said of it, or what is said does not do. */
type Lack = Aspect | 'locator' | 'date' | 'precision'

interface Facts {
  readonly lacks: readonly Lack[]
  readonly changes: readonly TreeChange[]
}

/**
 * A dataset said to be under INSPIRE (directive 2007/2/EC) without elements that its metadata must have: regulation (EC)
 * 1205/2008, technical guidelines 2.0. Of a format that has no place for one it is not asked.
 */
export const incompleteInspireMetadata = treeRule<Facts>({
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

  *check({ descriptions, tree }) {
    for (const description of descriptions) {
      const tag = tagOf(description)
      const lacks = tag ? lacksOf(description) : []
      if (tag && lacks.length > 0)
        yield {
          about: pointerOf(description.node),
          pointer: pointerOf(tag.node),
          facts: { lacks, changes: lacks.flatMap(lack => changeOf(lack, description, tree)) },
        }
    }
  },

  message: {
    fr: ({ lacks }) =>
      `Ce jeu est déclaré sous INSPIRE, qui demande aussi ${lacks.map(lack => NAMES.fr[lack]).join(', ')} : sans cela, le géocatalogue national le refusera.`,
    en: ({ lacks }) =>
      `This dataset is declared to be under INSPIRE, which also asks for ${lacks.map(lack => NAMES.en[lack]).join(', ')}: without these the national catalogue will refuse it.`,
  },

  fix: ({ changes }) => (changes.length > 0 ? changes : undefined),
})

/** Elements that have a place of their own. */
const ELEMENTS: readonly Aspect[] = [
  'title',
  'description',
  'identifier',
  'language',
  'topic',
  'spatial',
  'extent',
  'provenance',
  'resolution',
  'conformity',
  'access',
  'licence',
  'steward',
  'contact',
  'record',
]

const NAMES: Readonly<Record<'fr' | 'en', Readonly<Partial<Record<Lack, string>>>>> = {
  fr: {
    title: 'un titre',
    description: 'un résumé',
    identifier: 'un identifiant unique',
    language: 'la langue',
    topic: 'la catégorie thématique',
    keyword: 'un mot-clé pris parmi les 34 thèmes',
    spatial: 'le territoire',
    extent: 'l’emprise géographique',
    precision: 'deux décimales à l’emprise',
    date: 'une date ou une période',
    provenance: 'la généalogie',
    resolution: 'la résolution spatiale',
    conformity: 'la conformité',
    access: 'les restrictions d’accès',
    licence: 'les conditions d’utilisation',
    steward: 'l’organisation responsable',
    contact: 'un contact',
    locator: 'une adresse',
    record: 'la date de la fiche elle-même',
  },
  en: {
    title: 'a title',
    description: 'an abstract',
    identifier: 'a unique identifier',
    language: 'the language',
    topic: 'the topic category',
    keyword: 'a keyword from the 34 themes',
    spatial: 'the territory',
    extent: 'the geographic extent',
    precision: 'two decimals in the extent',
    date: 'a date or a period',
    provenance: 'the lineage',
    resolution: 'the spatial resolution',
    conformity: 'conformity',
    access: 'limitations on access',
    licence: 'the conditions of use',
    steward: 'the responsible party',
    contact: 'a contact',
    locator: 'an address',
    record: 'the date of the description itself',
  },
}

function tagOf(description: Description): Statement | undefined {
  return (
    statements(description, 'keyword').find(({ text }) => IS_TAG.test(text)) ??
    statements(description, 'legislation').find(({ text }) => text.includes('dir/2007/2'))
  )
}

const IS_TAG = /\binspire\b/i

function lacksOf(description: Description): readonly Lack[] {
  const { said, slots, resources } = description
  const isSaid = (...aspects: readonly Aspect[]) => aspects.some(aspect => statements(description, aspect).length > 0)
  // A theme of the European register names INSPIRE too, and is more than the bare tag.
  const hasTheme = [...statements(description, 'keyword'), ...statements(description, 'topic')].some(
    ({ text }) => !IS_TAG.test(text) || /\/theme\//.test(text),
  )
  const isDated = isSaid('created', 'issued', 'modified', 'temporal')
  const isLocated = resources.some(({ paths }) => paths.length > 0)
  return [
    ...ELEMENTS.filter(aspect => (slots.has(aspect) || said.has(aspect)) && !isSaid(aspect)),
    ...(hasTheme ? [] : (['keyword'] as const)),
    ...(isDated ? [] : (['date'] as const)),
    ...(isLocated ? [] : (['locator'] as const)),
    ...(statements(description, 'extent').some(isCoarse) ? (['precision'] as const) : []),
  ]
}

/** Whether no side has the two decimals that are asked for; JSON drops the last zero of a number. */
function isCoarse({ text }: Statement): boolean {
  return text.split(' ').every(side => !/\.\d\d/.test(side))
}

function changeOf(lack: Lack, { slots }: Description, tree: Tree): readonly TreeChange[] {
  // A box tells the territory as well.
  if (lack === 'spatial' && slots.has('extent')) return []
  const slot = slots.get(lack === 'date' ? 'temporal' : (lack as Aspect))
  const isWritten = slot && nodeAt(tree, slot.parent)?.children.some(({ key }) => key?.name === slot.name)
  return slot && !isWritten ? additions({ slot }).slice(0, 1) : []
}
