import type { TreeChange } from '../model/change'
import { type Description, type Statement, statements } from '../model/description'
import { highValueCategories } from '../model/high-value'
import { licenceOf } from '../model/licence'
import { pointerOf } from '../model/tree'
import { additions } from './missing-statement'
import { treeRule } from './rule'

type Lack = 'category' | 'licence' | 'contact' | 'api' | 'documentation'

interface Facts {
  readonly lacks: readonly Lack[]
  /** The categories where they can be written, of which a person chooses one. */
  readonly choices: readonly TreeChange[]
}

/**
 * A dataset said to be of high value without what regulation (EU) 2023/138 asks of one: its category, a licence no
 * stricter than CC BY 4.0, somebody to write to, an API, documentation.
 */
export const incompleteHighValueMetadata = treeRule<Facts>({
  id: 'incomplete-high-value-metadata',
  severity: 'warning',
  preset: 'standard',
  concepts: ['high-value-datasets'],

  *check({ descriptions }) {
    for (const description of descriptions) {
      const tag = tagOf(description)
      const lacks = tag ? lacksOf(description) : []
      if (tag && lacks.length > 0)
        yield {
          pointer: pointerOf(tag.node),
          facts: { lacks, choices: lacks.includes('category') ? categories(description, tag) : [] },
        }
    }
  },

  message: {
    fr: ({ lacks }) =>
      `Ce jeu est déclaré « de forte valeur », ce qui oblige : il y manque ${lacks.map(lack => LACKS.fr[lack]).join(', ')}.`,
    en: ({ lacks }) =>
      `This dataset is declared to be of high value, which has duties: it lacks ${lacks.map(lack => LACKS.en[lack]).join(', ')}.`,
  },

  choices: ({ choices }) => choices,
})

const LACKS: Readonly<Record<'fr' | 'en', Readonly<Record<Lack, string>>>> = {
  fr: {
    category: 'sa catégorie parmi les six du règlement européen 2023/138',
    licence: 'une licence pas plus stricte que CC BY 4.0, comme la Licence Ouverte',
    contact: 'un contact',
    api: 'une API',
    documentation: 'une documentation',
  },
  en: {
    category: 'its category among the six of the European regulation 2023/138',
    licence: 'a licence no stricter than CC BY 4.0, such as the Licence Ouverte',
    contact: 'a contact',
    api: 'an API',
    documentation: 'documentation',
  },
}

function tagOf(description: Description): Statement | undefined {
  return (
    statements(description, 'keyword').find(({ text }) => /^hvd$/i.test(text)) ??
    statements(description, 'legislation').find(({ text }) => text.includes('reg_impl/2023/138')) ??
    statements(description, 'high-value-category')[0]
  )
}

/** A place of its own, else one more tag. */
function categories({ slots }: Description, { node }: Statement): readonly TreeChange[] {
  const slot = slots.get('high-value-category')
  if (slot) return additions({ slot })
  const list = node.parent?.kind === 'array' ? pointerOf(node.parent) : undefined
  return list === undefined ? [] : highValueCategories.map(({ tag }) => ({ add: 'item', node: list, value: tag }))
}

const TAGS = new Set(highValueCategories.flatMap(({ tag }) => [tag, tag.replace(/s$/, '')]))

function lacksOf(description: Description): readonly Lack[] {
  const said = (aspect: 'high-value-category' | 'contact') => statements(description, aspect).length > 0
  const hasTag = statements(description, 'keyword').some(({ text }) => TAGS.has(text))
  const isFree = statements(description, 'licence').some(({ text }) => licenceOf(text)?.isFree)
  const isExplained = description.resources.some(one => one.role === 'documentation' || one.description !== undefined)
  const found: readonly (readonly [Lack, boolean])[] = [
    ['category', hasTag || said('high-value-category')],
    ['licence', isFree],
    ['contact', said('contact')],
    ['api', !description.slots.has('api')],
    ['documentation', isExplained],
  ]
  return found.flatMap(([lack, isThere]) => (isThere ? [] : [lack]))
}
