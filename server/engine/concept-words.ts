import { conceptIn, nameOfAddress } from './concept'
import type { ConceptId } from './concepts'
import { dutyInWords } from './publication-duty'
import { plain } from './markdown'
import type { Reader } from './model/reader'
import type { Language } from './model/language'

/** A concept as a hover tells it, with the way to its page: to an official what it is, what is at stake and what to ask, to an agent all of it. */
export function conceptMarkdown(id: ConceptId, { language, level, authority }: Reader): string {
  const { title, definition, stake, example, facts, mistake, repair, question, references } = conceptIn(id, language)
  const say = words[language]
  const parts = [`**[${plain(title)}](${glossaryLink(id)} "${say.open}")** — ${plain(definition)}`]
  if (stake) parts.push(say.stake(plain(stake)))
  const duty = dutyInWords(id, authority, language)
  if (duty) parts.push(plain(duty))
  if (level === 'agent') {
    if (example) parts.push(say.example(plain(example)))
    if (facts) parts.push(say.facts(plain(facts)))
    if (mistake) parts.push(say.mistake(plain(mistake)))
    if (repair) parts.push(say.repair(plain(repair)))
  }
  if (question) parts.push(say.question(plain(question)))
  if (level === 'agent' && references.length > 0)
    parts.push(say.references(references.map(one => linked(one, language)).join(', ')))
  return parts.join('\n\n')
}

/** A web address under the name of its site. */
function linked(address: string, language: Language): string {
  return `[${plain(nameOfAddress(address, language))}](${address})`
}

/** The command that opens the glossary at a concept, as the address of a link. */
function glossaryLink(id: ConceptId): string {
  return `command:vigie.glossary?${encodeURIComponent(JSON.stringify([id]))}`
}

const words: Readonly<
  Record<
    Language,
    {
      readonly open: string
      readonly stake: (text: string) => string
      readonly example: (text: string) => string
      readonly facts: (text: string) => string
      readonly mistake: (text: string) => string
      readonly repair: (text: string) => string
      readonly question: (text: string) => string
      readonly references: (text: string) => string
    }
  >
> = {
  fr: {
    open: 'Ouvrir le glossaire',
    stake: text => `*L’enjeu* : ${text}`,
    example: text => `*Exemple* : ${text}`,
    facts: text => `*À savoir* : ${text}`,
    mistake: text => `*Erreur fréquente* : ${text}`,
    repair: text => `*Pour corriger* : ${text}`,
    question: text => `*La question à poser* : ${text}`,
    references: text => `*Références officielles* : ${text}`,
  },
  en: {
    open: 'Open the glossary',
    stake: text => `*What is at stake*: ${text}`,
    example: text => `*Example*: ${text}`,
    facts: text => `*Worth knowing*: ${text}`,
    mistake: text => `*Usual mistake*: ${text}`,
    repair: text => `*To put it right*: ${text}`,
    question: text => `*The question to ask*: ${text}`,
    references: text => `*Official references*: ${text}`,
  },
}
