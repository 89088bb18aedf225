import type { Field, FieldType } from '../model/field'
import type { Language, Said } from '../model/language'
import { layoutOf } from '../model/layout'
import { shown, shownList } from '../model/shown'
import { wrongGeometry } from './wrong-geometry'

interface Facts {
  readonly text: string
  readonly field: Field
}

/** What a value is not, in the words of its type, and how to write one that is. */
export const wrongType: Said<Facts> = {
  fr: facts => sentenceFor(facts).fr(facts),
  en: facts => sentenceFor(facts).en(facts),
}

function sentenceFor({ text, field }: Facts): Said<Facts> {
  if (text.trim() === '') return field.missingValues.includes('') ? BLANK : EMPTY
  return (field.type === 'string' ? BY_FORMAT[field.format] : undefined) ?? BY_TYPE[field.type]
}

const EMPTY: Said<Facts> = {
  fr: ({ field: { missingValues } }) =>
    missingValues.length === 0
      ? 'Cette cellule est vide, et le schéma veut une valeur partout : il n’y admet aucune façon de dire qu’elle manque (missingValues).'
      : `Cette cellule est vide, ce que le schéma ne lit pas comme une absence de valeur : celle-ci s’y écrit ${shownList.fr(missingValues)} (missingValues).`,
  en: ({ field: { missingValues } }) =>
    missingValues.length === 0
      ? 'This cell is empty, and the schema wants a value everywhere: it knows no way to say that one is missing (missingValues).'
      : `This cell is empty, which the schema does not read as a missing value: it has that written ${shownList.en(missingValues)} (missingValues).`,
}

const BLANK: Said<Facts> = {
  fr: () => 'Cette cellule ne contient que des espaces : laissez-la vraiment vide, car un logiciel y lit un texte.',
  en: () => 'This cell holds nothing but spaces: leave it really empty, since software reads a text in it.',
}

const BY_FORMAT: Readonly<Record<string, Said<Facts>>> = {
  email: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une adresse électronique : il en faut une seule, sans espace, comme ${field.example ?? 'contact@mairie.fr'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not an e-mail address: give only one, without spaces, such as ${field.example ?? 'contact@mairie.fr'}.`,
  },
  uri: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une adresse web complète : le lien ne s’ouvrira qu’écrit en entier, comme ${field.example ?? 'https://www.mairie.fr/'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a whole web address: the link opens only when written in full, such as ${field.example ?? 'https://www.mairie.fr/'}.`,
  },
  uuid: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un identifiant UUID : il en faut 32 chiffres hexadécimaux en cinq groupes, comme ${field.example ?? '65d5b6c7-102c-4440-ac3b-768f708edc0a'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a UUID: it takes 32 hexadecimal digits in five groups, such as ${field.example ?? '65d5b6c7-102c-4440-ac3b-768f708edc0a'}.`,
  },
  binary: {
    fr: ({ text }) =>
      `${shown.fr(text)} n’est pas un contenu codé en base64 : le fichier qu’il représente ne pourra pas être rétabli.`,
    en: ({ text }) => `${shown.en(text)} is not base64: the file that it stands for cannot be restored.`,
  },
}

const POINTS: Readonly<Record<string, string>> = {
  array: '[2.35, 48.86]',
  object: '{"lon": 2.35, "lat": 48.86}',
}

const BY_TYPE: Readonly<Record<FieldType, Said<Facts>>> = {
  string: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’a pas le format ${field.format} que le schéma demande ici, par exemple ${shown.fr(field.example ?? 'texte')}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not in the ${field.format} format that the schema asks for here, for example ${shown.en(field.example ?? 'text')}.`,
  },
  number: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un nombre : ce champ attend des chiffres sans unité ni espace, avec ${field.decimalChar === ',' ? 'une virgule' : 'un point'} pour les décimales, comme ${field.example ?? `1250${field.decimalChar}50`}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a number: this field expects digits without unit or space, with ${field.decimalChar === ',' ? 'a comma' : 'a point'} before the decimals, such as ${field.example ?? `1250${field.decimalChar}50`}.`,
  },
  integer: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un nombre entier : ce champ attend des chiffres seuls, sans décimale, sans unité ni espace, comme ${field.example ?? '1250'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a whole number: this field expects digits only, without decimals, unit or space, such as ${field.example ?? '1250'}.`,
  },
  boolean: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} ne dit ni oui ni non : pour oui, le schéma accepte ${shownList.fr(field.trueValues)} ; pour non, ${shownList.fr(field.falseValues)}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} says neither yes nor no: for yes the schema accepts ${shownList.en(field.trueValues)}; for no, ${shownList.en(field.falseValues)}.`,
  },
  date: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une date de la forme ${layoutOf(field).fr}, comme ${layoutOf(field).example} : elle ne pourra être ni lue ni triée.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a date of the form ${layoutOf(field).en}, such as ${layoutOf(field).example}: it can be neither read nor sorted.`,
  },
  datetime: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une date suivie d’une heure de la forme ${layoutOf(field).fr}, comme ${layoutOf(field).example} : elle ne pourra être ni lue ni triée.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a date with a time of the form ${layoutOf(field).en}, such as ${layoutOf(field).example}: it can be neither read nor sorted.`,
  },
  time: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une heure de la forme ${layoutOf(field).fr}, comme ${layoutOf(field).example} : elle ne pourra être ni lue ni triée.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a time of the form ${layoutOf(field).en}, such as ${layoutOf(field).example}: it can be neither read nor sorted.`,
  },
  year: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une année : ce champ attend quatre chiffres, comme ${field.example ?? '2024'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a year: this field expects four digits, such as ${field.example ?? '2024'}.`,
  },
  yearmonth: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un mois : ce champ attend l’année puis le mois, de la forme AAAA-MM, comme ${field.example ?? '2024-05'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a month: this field expects the year, then the month, of the form YYYY-MM, such as ${field.example ?? '2024-05'}.`,
  },
  duration: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une durée : ce champ attend l’écriture ISO 8601, comme ${field.example ?? 'PT1H30M'} pour une heure et demie.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a duration: this field expects the ISO 8601 spelling, such as ${field.example ?? 'PT1H30M'} for an hour and a half.`,
  },
  geopoint: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un point : ce champ attend la longitude puis la latitude, en degrés avec un point décimal, comme ${field.example ?? POINTS[field.format] ?? '2.35, 48.86'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a point: this field expects the longitude, then the latitude, in degrees with a decimal point, such as ${field.example ?? POINTS[field.format] ?? '2.35, 48.86'}.`,
  },
  geojson: wrongGeometry,
  object: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un objet JSON : ce champ attend des noms et des valeurs entre accolades, comme ${field.example ?? '{"nom": "Mairie"}'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a JSON object: this field expects names and values between braces, such as ${field.example ?? '{"name": "Town hall"}'}.`,
  },
  array: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas un tableau JSON : ce champ attend des valeurs entre crochets, comme ${field.example ?? '["lundi", "mardi"]'}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a JSON array: this field expects values between square brackets, such as ${field.example ?? '["Monday", "Tuesday"]'}.`,
  },
  list: {
    fr: ({ text, field }) =>
      `${shown.fr(text)} n’est pas une liste de valeurs du bon type : ce champ attend des valeurs que sépare ${partedBy('fr', field, 'une virgule')}${field.example === undefined ? '' : `, comme ${field.example}`}.`,
    en: ({ text, field }) =>
      `${shown.en(text)} is not a list of values of the right type: this field expects values separated by ${partedBy('en', field, 'a comma')}${field.example === undefined ? '' : `, such as ${field.example}`}.`,
  },
  any: {
    fr: ({ text }) => `${shown.fr(text)} ne peut pas être lu comme le schéma le demande.`,
    en: ({ text }) => `${shown.en(text)} cannot be read as the schema asks.`,
  },
}

/** What parts the items of a list, in words. */
function partedBy(language: Language, { delimiter = ',' }: Field, comma: string): string {
  return delimiter === ',' ? comma : shown[language](delimiter)
}
