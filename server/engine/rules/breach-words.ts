import type { Breach, BreachOf } from '../model/inner-fault'
import type { Language } from '../model/language'
import { shown, shownList } from '../model/shown'
import { formatInWords } from './format-words'
import { jsonTypes } from './json-types'

/** How a part breaks what a JSON Schema says of it, in a sentence; `part`: how it is called at its head. */
export function breachInWords(language: Language, breach: Breach, part: string): string {
  return SENTENCES[language][breach.kind]({ part, breach: breach as never })
}

type Sentences = {
  readonly [Kind in Breach['kind']]: (told: { readonly part: string; readonly breach: BreachOf<Kind> }) => string
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  fr: {
    type: ({ part, breach }) =>
      `${part} devrait être ${breach.expected.map(type => jsonTypes.fr[type] ?? type).join(' ou ')} : le schéma décrit ce que cette cellule contient, et un logiciel s’y fie.`,
    required: ({ part, breach }) =>
      `${part} n’a pas de membre ${shown.fr(breach.member)}, que le schéma rend obligatoire.`,
    additional: ({ part, breach }) =>
      `${part} a un membre ${shown.fr(breach.member)} que le schéma ne connaît pas : il n’en admet pas d’autre que ceux qu’il décrit.`,
    enum: ({ part, breach }) =>
      `${part} n’est pas dans la liste du schéma, qui permet ${shownList.fr(breach.allowed)}.`,
    pattern: ({ part, breach }) =>
      `${part} n’a pas la forme que le schéma demande ici, et qu’il écrit en expression régulière : ${breach.pattern}.`,
    format: ({ part, breach }) =>
      `${part} n’a pas l’écriture que le schéma demande ici : il y faut ${formatInWords('fr', breach.format)}.`,
    minimum: ({ part, breach }) => `${part} passe sous ${breach.bound}, le minimum que le schéma fixe ici.`,
    maximum: ({ part, breach }) => `${part} dépasse ${breach.bound}, le maximum que le schéma fixe ici.`,
    exclusiveMinimum: ({ part, breach }) => `${part} devrait dépasser ${breach.bound}, d’après le schéma.`,
    exclusiveMaximum: ({ part, breach }) => `${part} devrait rester sous ${breach.bound}, d’après le schéma.`,
    multipleOf: ({ part, breach }) => `${part} devrait être un multiple de ${breach.bound}, d’après le schéma.`,
    few: ({ part, breach }) =>
      `${part} a trop peu ${COUNTED.fr[breach.of]} : le schéma en demande au moins ${breach.bound}.`,
    many: ({ part, breach }) =>
      `${part} a trop ${COUNTED.fr[breach.of]} : le schéma en permet au plus ${breach.bound}.`,
    'one-of': ({ part, breach }) =>
      `${part} n’a aucun des membres ${shownList.fr(breach.members)}, dont le schéma demande l’un.`,
    repeated: ({ part }) => `${part} contient deux fois le même élément, alors que le schéma les veut tous différents.`,
    other: ({ part }) => `${part} ne correspond à aucune des descriptions que le schéma en donne.`,
  },
  en: {
    type: ({ part, breach }) =>
      `${part} should be ${breach.expected.map(type => jsonTypes.en[type] ?? type).join(' or ')}: the schema describes what this cell holds, and software relies on it.`,
    required: ({ part, breach }) => `${part} has no member ${shown.en(breach.member)}, which the schema requires.`,
    additional: ({ part, breach }) =>
      `${part} has a member ${shown.en(breach.member)} that the schema does not know: it allows no others than those it describes.`,
    enum: ({ part, breach }) => `${part} is not in the schema’s list, which allows ${shownList.en(breach.allowed)}.`,
    pattern: ({ part, breach }) =>
      `${part} does not have the form that the schema asks for here, written as a regular expression: ${breach.pattern}.`,
    format: ({ part, breach }) =>
      `${part} is not written as the schema asks here: what is needed is ${formatInWords('en', breach.format)}.`,
    minimum: ({ part, breach }) => `${part} is less than ${breach.bound}, the minimum that the schema sets here.`,
    maximum: ({ part, breach }) => `${part} is more than ${breach.bound}, the maximum that the schema sets here.`,
    exclusiveMinimum: ({ part, breach }) => `${part} should be more than ${breach.bound}, says the schema.`,
    exclusiveMaximum: ({ part, breach }) => `${part} should be less than ${breach.bound}, says the schema.`,
    multipleOf: ({ part, breach }) => `${part} should be a multiple of ${breach.bound}, says the schema.`,
    few: ({ part, breach }) => `${part} is too short: the schema asks for at least ${counted(breach)}.`,
    many: ({ part, breach }) => `${part} is too long: the schema allows at most ${counted(breach)}.`,
    'one-of': ({ part, breach }) =>
      `${part} has none of the members ${shownList.en(breach.members)}, one of which the schema asks for.`,
    repeated: ({ part }) => `${part} holds the same item twice, and the schema wants them all different.`,
    other: ({ part }) => `${part} fits none of the descriptions that the schema gives of it.`,
  },
}

const COUNTED = {
  fr: { characters: 'de caractères', items: 'd’éléments', members: 'de membres' },
  en: { characters: 'character', items: 'item', members: 'member' },
} as const

function counted({ bound, of }: BreachOf<'few' | 'many'>): string {
  return `${bound} ${COUNTED.en[of]}${bound === 1 ? '' : 's'}`
}
