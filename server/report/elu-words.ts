import { numberIn } from '../engine/figure-words'
import type { ConceptId } from '../engine/concepts'
import type { Dimension } from '../engine/dimensions'
import type { Language } from '../engine/model/language'
import { shown } from '../engine/model/shown'

interface Words {
  readonly title: (name: string) => string
  readonly titleOfSeveral: (files: number) => string
  readonly drawnUp: (day: string) => string
  readonly size: (rows: number, columns: number) => string
  readonly unreadable: string
  readonly follows: (schema: string) => string
  readonly followsNone: string
  readonly keeper: (name: string) => string
  readonly licence: (title: string) => string
  readonly purpose: (text: string) => string
  readonly undescribed: string
  readonly matters: string
  readonly nothing: string
  readonly times: (count: number, columns: readonly string[]) => string
  readonly others: (count: number) => string
  readonly ask: (whom: string, question: string) => string
  readonly repairable: (count: number) => string
  readonly partial: string
  readonly aspects: string
  readonly fine: (names: string) => string
  readonly freshness: string
  readonly period: (first: string, last: string) => string
  readonly oneDay: (day: string) => string
  readonly lastIs: (distance: string) => string
  readonly frequency: (words: string) => string
  readonly modified: (day: string) => string
  readonly undated: string
  readonly before: string
  readonly gap: (label: string, sentence: string) => string
  readonly public: string
  readonly ready: (said: {
    readonly name: string
    readonly rows: number | undefined
    readonly schema: string | undefined
    readonly day: string
  }) => string
  readonly nearly: (said: { readonly name: string; readonly day: string }) => string
  readonly notYet: string
  readonly personal: string
  readonly whom: Readonly<Record<Dimension, string>>
  readonly technical: Readonly<Record<Dimension, string> & Partial<Record<ConceptId, string>>>
  readonly model: string
}

const fr: Words = {
  title: name => `${name} : rapport pour l’élu`,
  titleOfSeveral: files => `${numberIn(files, 'fr')} jeux de données : rapport pour l’élu`,
  drawnUp: day => `Établi par Vigie le ${day}.`,
  size: (rows, columns) => `${many(rows, 'ligne', 'lignes')}, ${many(columns, 'colonne', 'colonnes')}.`,
  unreadable: 'Ce fichier ne se lit pas comme un tableau de données.',
  follows: schema => `Il suit le modèle de données ${shown.fr(schema)}.`,
  followsNone: 'Il ne suit aucun modèle de données connu.',
  keeper: name => `Données tenues par ${name}.`,
  licence: title => `Licence : ${title}.`,
  purpose: text => `À quoi elles servent : ${text}`,
  undescribed:
    'Aucune fiche ne l’accompagne : on ne sait ni qui tient ces données, ni à quelles conditions s’en servir.',
  matters: 'Ce qui compte le plus',
  nothing: 'Aucun défaut n’y demande votre attention.',
  times: (count, columns) =>
    [
      ...(count > 1 ? [`${numberIn(count, 'fr')} fois`] : []),
      ...(columns.length === 1 ? [`dans la colonne ${shown.fr(columns[0]!)}`] : []),
      ...(columns.length > 1 ? [`dans ${columns.length} colonnes`] : []),
    ].join(', '),
  others: count =>
    `${count === 1 ? 'Un autre point est' : `${numberIn(count, 'fr')} autres points sont`} dans le rapport complet, celui de l’agent.`,
  ask: (whom, question) => `À demander ${whom} : « ${question.replace(/« /g, '“').replace(/ »/g, '”')} »`,
  repairable: count =>
    count === 1
      ? 'Un défaut se corrige d’un geste, sans rien perdre.'
      : `${numberIn(count, 'fr')} défauts se corrigent d’un geste, sans rien perdre.`,
  partial: 'Une partie du fichier n’a pas pu être vérifiée.',
  aspects: 'Point par point',
  fine: names => `Rien à signaler : ${names}.`,
  freshness: 'De quand datent ces données',
  period: (first, last) => `Première date du fichier : ${first} ; dernière : ${last}.`,
  oneDay: day => `Seule date du fichier : ${day}.`,
  lastIs: distance => `C’était ${distance}.`,
  frequency: words => `Mise à jour annoncée : ${words}.`,
  modified: day => `La fiche dit que les données ont été modifiées le ${day}.`,
  undated: 'Rien ici ne dit de quand datent ces données : demandez-le avant de vous en servir.',
  before: 'Avant d’utiliser ces chiffres',
  gap: (label, sentence) => `${shown.fr(label)} : ${sentence}`,
  public: 'Ce que l’on peut dire en public',
  ready: ({ name, rows, schema, day }) =>
    `« ${name}${rows === undefined ? '' : `, ${many(rows, 'ligne', 'lignes')},`}${schema === undefined ? '' : ` suit le modèle “${schema}” et`} a été vérifié le ${day} : aucun défaut n’y est connu. »`,
  nearly: ({ name, day }) =>
    `« ${name} a été vérifié le ${day} : aucune erreur n’y a été trouvée ; quelques points restent à relire. »`,
  notYet:
    'Aucun chiffre tant que des erreurs restent : il pourrait être faux. On peut dire : « Ces données sont en cours de vérification ; elles seront publiées une fois corrigées. »',
  personal:
    'Rien avant l’avis du délégué à la protection des données : des personnes pourraient être reconnues dans ce fichier. On peut dire : « Ces données sont en cours de vérification ; elles seront publiées sans rien révéler de personne. »',
  whom: {
    structure: 'au service qui a produit le fichier',
    validity: 'au service qui tient ces données',
    completeness: 'au service qui tient ces données',
    uniqueness: 'au service qui tient ces données',
    consistency: 'au service qui tient ces données',
    freshness: 'au service qui met le fichier à jour',
    privacy: 'au délégué à la protection des données',
    documentation: 'à la personne qui publie ces données',
  },
  technical: {
    structure: 'La façon dont le fichier est écrit gêne les logiciels qui le lisent',
    validity: 'Des valeurs ne sont pas écrites comme il le faudrait',
    completeness: 'Des valeurs manquent',
    uniqueness: 'Des lignes ne se distinguent pas ou ne se retrouvent pas',
    consistency: 'Des valeurs ne vont pas ensemble',
    freshness: 'La date des données pose question',
    privacy: 'Des personnes pourraient être reconnues',
    documentation: 'La description des données est à corriger',
    'text-encoding': 'Des accents risquent de s’afficher de travers',
    'delimiter-and-decimal': 'Des nombres ou des colonnes risquent d’être mal lus',
    'csv-format': 'Des lignes risquent d’être mal découpées',
    'data-schema': 'Le fichier s’écarte du modèle que d’autres communes suivent',
    'json-format': 'Le fichier est mal formé pour les logiciels qui l’échangent',
    geojson: 'Des lieux risquent de mal s’afficher sur une carte',
    'coordinate-reference-system': 'Des lieux risquent de mal s’afficher sur une carte',
    'primary-foreign-key': 'Des lignes ne se distinguent pas, ou renvoient à ce qui n’existe pas',
    'stable-url': 'L’adresse du fichier risque de changer',
    'stable-identifier': 'Des lignes portent le même numéro',
    'spreadsheet-traps': 'Un tableur a abîmé des valeurs',
    'five-star-open-data': 'Les données ne sont pas dans un format que tous peuvent lire',
  },
  model: 'modèle',
}

const en: Words = {
  title: name => `${name}: report for the elected official`,
  titleOfSeveral: files => `${numberIn(files, 'en')} datasets: report for the elected official`,
  drawnUp: day => `Drawn up by Vigie on ${day}.`,
  size: (rows, columns) => `${manyIn(rows, 'row', 'rows')}, ${manyIn(columns, 'column', 'columns')}.`,
  unreadable: 'This file cannot be read as a table of data.',
  follows: schema => `It follows the data model ${shown.en(schema)}.`,
  followsNone: 'It follows no known data model.',
  keeper: name => `Data kept by ${name}.`,
  licence: title => `Licence: ${title}.`,
  purpose: text => `What they are for: ${text}`,
  undescribed: 'No description comes with it: nobody can tell who keeps these data, nor on what terms to use them.',
  matters: 'What matters most',
  nothing: 'No fault in it asks for your attention.',
  times: (count, columns) =>
    [
      ...(count > 1 ? [`${numberIn(count, 'en')} times`] : []),
      ...(columns.length === 1 ? [`in the column ${shown.en(columns[0]!)}`] : []),
      ...(columns.length > 1 ? [`in ${columns.length} columns`] : []),
    ].join(', '),
  others: count =>
    `${count === 1 ? 'One more point is' : `${numberIn(count, 'en')} more points are`} in the full report, the agent’s.`,
  ask: (whom, question) => `Ask ${whom}: “${question.replace(/“/g, '‘').replace(/”/g, '’')}”`,
  repairable: count =>
    count === 1
      ? 'One fault can be corrected at once, without losing anything.'
      : `${numberIn(count, 'en')} faults can be corrected at once, without losing anything.`,
  partial: 'A part of the file could not be checked.',
  aspects: 'Point by point',
  fine: names => `Nothing to report: ${names}.`,
  freshness: 'How old these data are',
  period: (first, last) => `First date in the file: ${first}; last: ${last}.`,
  oneDay: day => `Only date in the file: ${day}.`,
  lastIs: distance => `That was ${distance}.`,
  frequency: words => `Announced update: ${words}.`,
  modified: day => `Their description says that the data were changed on ${day}.`,
  undated: 'Nothing here says how old these data are: ask before you use them.',
  before: 'Before using these figures',
  gap: (label, sentence) => `${shown.en(label)}: ${sentence}`,
  public: 'What can be said in public',
  ready: ({ name, rows, schema, day }) =>
    `“${name}${rows === undefined ? '' : `, ${manyIn(rows, 'row', 'rows')},`}${schema === undefined ? '' : ` follows the model ‘${schema}’ and`} was checked on ${day}: no fault is known in it.”`,
  nearly: ({ name, day }) =>
    `“${name} was checked on ${day}: no error was found in it; a few points are still to be read again.”`,
  notYet:
    'No figure while errors remain: it might be wrong. One can say: “These data are being checked; they will be published once corrected.”',
  personal:
    'Nothing before the data protection officer has been heard: persons might be recognised in this file. One can say: “These data are being checked; they will be published without revealing anything about anybody.”',
  whom: {
    structure: 'the office that produced the file',
    validity: 'the office that keeps these data',
    completeness: 'the office that keeps these data',
    uniqueness: 'the office that keeps these data',
    consistency: 'the office that keeps these data',
    freshness: 'the office that updates the file',
    privacy: 'the data protection officer',
    documentation: 'whoever publishes these data',
  },
  technical: {
    structure: 'The way in which the file is written gets in the way of the software that reads it',
    validity: 'Values are not written as they should be',
    completeness: 'Values are missing',
    uniqueness: 'Rows cannot be told apart, or cannot be found',
    consistency: 'Values do not go together',
    freshness: 'The date of the data raises a question',
    privacy: 'Persons might be recognised',
    documentation: 'The description of the data is to be corrected',
    'text-encoding': 'Accents may be shown wrongly',
    'delimiter-and-decimal': 'Numbers or columns may be misread',
    'csv-format': 'Rows may be cut in the wrong places',
    'data-schema': 'The file departs from the model that other authorities follow',
    'json-format': 'The file is badly formed for the software that exchanges it',
    geojson: 'Places may be shown wrongly on a map',
    'coordinate-reference-system': 'Places may be shown wrongly on a map',
    'primary-foreign-key': 'Rows cannot be told apart, or refer to what does not exist',
    'stable-url': 'The address of the file may change',
    'stable-identifier': 'Rows bear the same number',
    'spreadsheet-traps': 'A spreadsheet has damaged values',
    'five-star-open-data': 'The data are not in a format that everybody can read',
  },
  model: 'model',
}

/** What a report tells an elected official. */
export const eluWords: Readonly<Record<Language, Words>> = { fr, en }

function many(count: number, one: string, several: string): string {
  return `${numberIn(count, 'fr')} ${count > 1 ? several : one}`
}

function manyIn(count: number, one: string, several: string): string {
  return `${numberIn(count, 'en')} ${count === 1 ? one : several}`
}
