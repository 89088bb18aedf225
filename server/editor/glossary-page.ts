import { type Concept, conceptIn, glossary, nameOfAddress } from '../engine/concept'
import type { ConceptId } from '../engine/concepts'
import type { Language } from '../engine/model/language'
import { putIn } from '../engine/model/put-in'
import { rules } from '../engine/rules'
import { ruleTitle } from '../engine/say'
import { escaped } from '../report/html-page'

/** The glossary as the body of a page: a search, a list of all concepts, and an article for each, linked with its neighbours and its rules. */
export function glossaryPage(language: Language): { readonly title: string; readonly body: string } {
  const say = words[language]
  const concepts = glossary(language)
  const ofConcept = rulesByConcept()
  const entries = concepts.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`)
  const articles = concepts.map(concept => article(concept, ofConcept.get(concept.id) ?? [], language))
  return {
    title: say.title,
    body:
      `<header><h1>${say.title}</h1>\n` +
      `<p role="search"><label for="search">${say.search}</label> <input id="search" type="search" autocomplete="off" aria-controls="concepts list">` +
      ` <button id="save" type="button">${say.save}</button></p>\n` +
      `<p id="count" role="status" data-all="${concepts.length}" data-one="${say.one}" data-several="${say.several}" data-none="${say.none}"></p></header>\n` +
      `<nav id="list" aria-label="${say.list}"><ul>\n${entries.join('\n')}\n</ul></nav>\n` +
      `<main id="concepts">\n${articles.join('\n')}\n</main>\n`,
  }
}

function article(concept: Concept, ruleIds: readonly string[], language: Language): string {
  const say = words[language]
  const { id, title, definition, stake, example, facts, mistake, repair, question, see, references } = concept
  const parts = [
    [say.stake, stake],
    [say.example, example],
    [say.facts, facts],
    [say.mistake, mistake],
    [say.repair, repair],
    [say.question, question],
  ] as const
  const told = parts.filter(([, text]) => text !== '')
  const neighbours = see.map(other => `<a href="#${other}">${escaped(conceptIn(other, language).title)}</a>`)
  const links = ruleIds.map(rule => `<a href="#" data-rule="${rule}">${escaped(ruleTitle(rule, language))}</a>`)
  return (
    `<article id="${id}" tabindex="-1" aria-labelledby="${id}-title"><h2 id="${id}-title">${escaped(title)}</h2>\n` +
    `<p class="definition">${escaped(definition)}</p>\n` +
    `<dl>${told.map(([name, text]) => `<dt>${name}</dt><dd>${escaped(text)}</dd>`).join('\n')}</dl>\n` +
    (neighbours.length > 0 ? `<p>${say.see} ${neighbours.join(', ')}</p>\n` : '') +
    (references.length > 0
      ? `<p>${say.references} ${references.map(address => `<a href="${escaped(address)}">${escaped(nameOfAddress(address, language))}</a>`).join(', ')}</p>\n`
      : '') +
    (links.length > 0 ? `<p>${say.rules} ${links.join(', ')}</p>\n` : '') +
    `</article>`
  )
}

function rulesByConcept(): ReadonlyMap<ConceptId, readonly string[]> {
  const found = new Map<ConceptId, string[]>()
  for (const { id, concepts } of rules) for (const concept of concepts) putIn(found, concept, id)
  return found
}

const words = {
  fr: {
    title: 'Glossaire',
    search: 'Chercher une notion',
    save: 'Enregistrer pour imprimer',
    list: 'Toutes les notions',
    one: 'notion',
    several: 'notions',
    none: 'Aucune notion ne contient ces mots.',
    stake: 'L’enjeu',
    example: 'Exemple',
    facts: 'À savoir',
    mistake: 'Erreur fréquente',
    repair: 'Pour corriger',
    question: 'La question à poser',
    see: 'Voir aussi\u00A0:',
    references: 'Références officielles :',
    rules: 'Règles qui s’y rapportent\u00A0:',
  },
  en: {
    title: 'Glossary',
    search: 'Look for a concept',
    save: 'Save for printing',
    list: 'All concepts',
    one: 'concept',
    several: 'concepts',
    none: 'No concept holds these words.',
    stake: 'What is at stake',
    example: 'Example',
    facts: 'Worth knowing',
    mistake: 'Usual mistake',
    repair: 'To put it right',
    question: 'The question to ask',
    see: 'See also:',
    references: 'Official references:',
    rules: 'Rules about it:',
  },
} as const
