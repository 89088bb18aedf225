import { conceptIn } from '../engine/concept'
import { type ConceptId, conceptIds } from '../engine/concepts'
import type { Language } from '../engine/model/language'
import { conceptPage, rulePage } from '../engine/pages'
import { ruleById } from '../engine/rules/by-id'
import { ruleTitle } from '../engine/say'
import type { Refusal } from './grounds'
import { listOf, objectOf, text } from './json-schema'
import type { Answer, Around, Tool } from './tool'
import { unknownName } from './unknown-name'

export const explainTool: Tool = {
  name: 'vigie_explain',
  title: { fr: 'Expliquer une règle ou une notion', en: 'Explain a rule or a concept' },
  description: {
    fr: 'La page d’une règle (ce qui est trouvé, pourquoi, un exemple, quand la taire) ou d’une notion (définition, enjeu, exemple, erreur courante, question à se poser, références officielles). id est le rule ou le concept d’un constat ; un mot qui n’est pas un identifiant fait proposer ceux qui en parlent.',
    en: 'The page of a rule (what is found, why, an example, when to turn it off) or of a concept (definition, stake, example, usual mistake, question to ask, official references). id is the rule or the concept of a finding; for a word that is no id, those that speak of it are offered.',
  },
  input: language => objectOf({ id: { type: 'string', description: member[language] } }),
  output: objectOf({
    id: text,
    kind: { enum: ['rule', 'concept'] },
    title: text,
    page: text,
    see: listOf(text),
    references: listOf(text),
  }),
  writes: false,
  run: async (asked: Asked, { language }: Around) => explained(asked, language),
}

interface Asked {
  readonly id: string
}

function explained({ id }: Asked, language: Language): Answer | Refusal {
  const rule = ruleById(id)
  if (rule) {
    const page = rulePage(id, language)
    const facts = { id, kind: 'rule', title: ruleTitle(id, language), page, see: [...rule.concepts], references: [] }
    return { text: page, facts }
  }
  const known = conceptIds.find(concept => concept === id)
  return known ? conceptExplained(known, language) : { problem: unknownName(id) }
}

function conceptExplained(id: ConceptId, language: Language): Answer {
  const { title, see, references } = conceptIn(id, language)
  const body = conceptPage(id, language).replace(/^---\n[^]*?\n---\n/, '')
  const page = `# ${title}\n\n${body.trim()}\n`
  return { text: [page, ...references].join('\n'), facts: { id, kind: 'concept', title, page, see, references } }
}

const member = {
  fr: 'L’identifiant d’une règle ou d’une notion, par exemple local-date ; ou un mot.',
  en: 'The id of a rule or a concept, for example local-date; or a word.',
} as const
