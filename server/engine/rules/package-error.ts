import type { DocumentFault } from '../model/document-fault'
import type { BreachOf } from '../model/inner-fault'
import { shown, shownList } from '../model/shown'
import type { Language } from '../model/language'
import { formatInWords } from './format-words'
import { jsonTypes } from './json-types'
import { treeRule } from './rule'

/** A document of metadata that is not built as its standard asks: tools will not read it, or read something else. */
export const packageError = treeRule<DocumentFault>({
  id: 'package-error',
  // The form of a text is a matter of taste for many tools; what is missing is not.
  severity: ({ breach }) => (breach.kind === 'pattern' || breach.kind === 'format' ? 'warning' : 'error'),
  preset: 'standard',
  concepts: ['metadata'],
  frictionless: 'package-error',

  *check({ structure }) {
    for (const fault of structure) yield { pointer: fault.at, facts: fault }
  },

  message: {
    fr: fault => said('fr', fault),
    en: fault => said('en', fault),
  },
})

function said(language: Language, fault: DocumentFault): string {
  // An empty text has no form that could be wrong: what should stand there is missing.
  const isEmpty = (fault.breach.kind === 'pattern' || fault.breach.kind === 'format') && fault.part.trim() === ''
  const breach = isEmpty ? EMPTY : fault.breach
  const sentence = SENTENCES[language][breach.kind] as (told: Told<Any>) => string
  return sentence({ name: nameOf[language](fault.at), part: shown[language](fault.part), breach })
}

const EMPTY = { kind: 'few', of: 'characters', bound: 1 } as const

const nameOf: Readonly<Record<Language, (at: string) => string>> = {
  fr: at =>
    at === ''
      ? 'Cette fiche'
      : isEntry(at)
        ? `L’élément n° ${Number(at.slice(1)) + 1} de la liste`
        : `La propriété ${shown.fr(lastName(at))}`,
  en: at =>
    at === ''
      ? 'This document'
      : isEntry(at)
        ? `Entry ${Number(at.slice(1)) + 1} of the list`
        : `The property ${shown.en(lastName(at))}`,
}

/** Whether a pointer means an entry of a document that is a list: it has no name. */
function isEntry(at: string): boolean {
  return /^\/\d+$/.test(at)
}

/** The last step of a pointer that is a name, with the number of the entry where it is one. */
function lastName(at: string): string {
  const [, name = at.slice(1), index] = /([^/]*[^/\d][^/]*)(?:\/(\d+))?$/.exec(at) ?? []
  const plain = name.replaceAll('~1', '/').replaceAll('~0', '~')
  return index === undefined ? plain : `${plain}[${index}]`
}

interface Told<One> {
  readonly name: string
  readonly part: string
  readonly breach: One
}

type Any = DocumentFault['breach']

type Sentences = { readonly [Kind in Any['kind']]: (told: Told<BreachOf<Kind, Any>>) => string }

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  fr: {
    type: ({ name, breach }) =>
      `${name} devrait être ${breach.expected.map(type => jsonTypes.fr[type] ?? type).join(' ou ')}.`,
    required: ({ name, breach }) =>
      `${name} n’a pas de ${shown.fr(breach.member)}, que la norme rend obligatoire : sans cela, les outils ne sauront pas lire ce document.`,
    additional: ({ name, breach }) => `${name} a un membre ${shown.fr(breach.member)} que la norme n’admet pas ici.`,
    enum: ({ part, breach }) =>
      `${part} n’est pas un des mots que la norme admet ici : ${shownList.fr(breach.allowed)}.`,
    pattern: ({ name, part }) =>
      `${name} ne peut pas s’écrire ${part} : la norme demande une autre forme, que la bulle d’aide rappelle.`,
    format: ({ name, part, breach }) =>
      `${name} ne peut pas s’écrire ${part} : il y faut ${formatInWords('fr', breach.format)}.`,
    minimum: ({ name, breach }) => `${name} devrait être au moins ${breach.bound}.`,
    maximum: ({ name, breach }) => `${name} devrait être au plus ${breach.bound}.`,
    exclusiveMinimum: ({ name, breach }) => `${name} devrait être plus grande que ${breach.bound}.`,
    exclusiveMaximum: ({ name, breach }) => `${name} devrait être plus petite que ${breach.bound}.`,
    multipleOf: ({ name, breach }) => `${name} devrait être un multiple de ${breach.bound}.`,
    few: ({ name, breach }) =>
      breach.bound === 1
        ? `${name} est vide : remplissez-la ou retirez-la.`
        : `${name} est trop courte : il en faut ${breach.bound} au moins.`,
    many: ({ name, breach }) =>
      breach.bound === 1
        ? `${name} a plusieurs valeurs : la norme n’en admet qu’une, gardez la bonne.`
        : `${name} est trop longue : la norme en admet ${breach.bound} au plus.`,
    'one-of': ({ name, breach }) =>
      `${name} a besoin d’au moins une de ces propriétés : ${shownList.fr(breach.members)}.`,
    repeated: ({ name }) => `${name} contient deux fois la même chose.`,
    unfit: ({ name, breach }) =>
      `${name} n’a pas de sens pour des valeurs de type ${shown.fr(breach.type)} : retirez-la.`,
    crossed: ({ name, breach }) =>
      `${name} et ${shown.fr(breach.other)} se contredisent : aucune valeur ne peut satisfaire les deux.`,
    dangling: ({ part }) =>
      `${part} ne désigne rien que ce document décrive : vérifiez le nom de la colonne ou de la ressource, ou l’adresse du tableau.`,
    'bad-pattern': ({ part, breach }) =>
      `${part} n’est pas un format que la norme connaît pour le type ${shown.fr(breach.type)} : les outils l’ignoreront.`,
    namesake: ({ part }) =>
      `Le nom ${part} sert déjà plus haut dans cette liste : changez l’un des deux, car les outils ne sauraient pas lequel choisir.`,
    twofold: ({ name, breach }) =>
      `${name} fait double emploi avec ${shown.fr(breach.other)} : la norme veut que les données ne soient indiquées qu’une fois, gardez l’une des deux propriétés et retirez l’autre.`,
    astray: ({ name, breach }) =>
      `${name} n’est lue par aucun outil à cet endroit : mettez-la dans ${shown.fr(breach.home)}, sans quoi elle ne s’applique pas.`,
    'unlisted-theme': ({ name, breach }) =>
      `${name} ne désigne aucun thème de la liste européenne (data-theme) : terminez l’adresse par un de ses codes (${breach.codes.join(', ')}).`,
    elsewhere: ({ name }) =>
      `${name} a déjà une autre valeur ailleurs, pour le même objet : la norme n’en admet qu’une, gardez la bonne.`,
    other: ({ name }) => `${name} n’est pas faite comme la norme le demande.`,
  },
  en: {
    type: ({ name, breach }) =>
      `${name} should be ${breach.expected.map(type => jsonTypes.en[type] ?? type).join(' or ')}.`,
    required: ({ name, breach }) =>
      `${name} has no ${shown.en(breach.member)}, which the standard requires: without it tools will not know how to read this document.`,
    additional: ({ name, breach }) =>
      `${name} has a member ${shown.en(breach.member)} that the standard does not allow here.`,
    enum: ({ part, breach }) =>
      `${part} is none of the words that the standard allows here: ${shownList.en(breach.allowed)}.`,
    pattern: ({ name, part }) =>
      `${name} cannot be written ${part}: the standard asks for another form, of which the hover reminds you.`,
    format: ({ name, part, breach }) =>
      `${name} cannot be written ${part}: what is needed is ${formatInWords('en', breach.format)}.`,
    minimum: ({ name, breach }) => `${name} should be at least ${breach.bound}.`,
    maximum: ({ name, breach }) => `${name} should be at most ${breach.bound}.`,
    exclusiveMinimum: ({ name, breach }) => `${name} should be more than ${breach.bound}.`,
    exclusiveMaximum: ({ name, breach }) => `${name} should be less than ${breach.bound}.`,
    multipleOf: ({ name, breach }) => `${name} should be a multiple of ${breach.bound}.`,
    few: ({ name, breach }) =>
      breach.bound === 1
        ? `${name} is empty: fill it in or take it away.`
        : `${name} is too short: it needs at least ${breach.bound}.`,
    many: ({ name, breach }) =>
      breach.bound === 1
        ? `${name} has several values: the standard allows one only, so keep the right one.`
        : `${name} is too long: the standard allows at most ${breach.bound}.`,
    'one-of': ({ name, breach }) => `${name} needs at least one of these properties: ${shownList.en(breach.members)}.`,
    repeated: ({ name }) => `${name} holds the same thing twice.`,
    unfit: ({ name, breach }) =>
      `${name} has no meaning for values of the type ${shown.en(breach.type)}: take it away.`,
    crossed: ({ name, breach }) =>
      `${name} and ${shown.en(breach.other)} contradict each other: no value can meet both.`,
    dangling: ({ part }) =>
      `${part} stands for nothing that this document describes: check the name of the column or of the resource, or the address of the table.`,
    'bad-pattern': ({ part, breach }) =>
      `${part} is no format that the standard knows for the type ${shown.en(breach.type)}: tools will ignore it.`,
    namesake: ({ part }) =>
      `${part} is a name in this list already: a reference could not tell which is meant, so give each entry its own.`,
    twofold: ({ name, breach }) =>
      `${name} and ${shown.en(breach.other)} each say where the data is: the standard allows one only, so remove the other.`,
    astray: ({ name, breach }) =>
      `${name} is read by no tool in this place: put it into ${shown.en(breach.home)}, or it does not apply.`,
    'unlisted-theme': ({ name, breach }) =>
      `${name} stands for no theme of the European list (data-theme): end the address with one of its codes (${breach.codes.join(', ')}).`,
    elsewhere: ({ name }) =>
      `${name} has another value already elsewhere, for the same object: the standard allows one only, so keep the right one.`,
    other: ({ name }) => `${name} is not built as the standard asks.`,
  },
}
