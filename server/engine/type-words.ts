import type { FieldType } from './model/field'
import type { Language } from './model/language'

/** Each type as a short description. */
export const typeWords: Readonly<Record<FieldType, Readonly<Record<Language, string>>>> = {
  string: { fr: 'Texte', en: 'Text' },
  number: { fr: 'Nombre, décimales après un point', en: 'Number, decimals after a point' },
  integer: { fr: 'Nombre entier', en: 'Whole number' },
  boolean: { fr: 'Oui ou non', en: 'Yes or no' },
  object: { fr: 'Objet JSON', en: 'JSON object' },
  array: { fr: 'Tableau JSON', en: 'JSON array' },
  list: { fr: 'Liste de valeurs', en: 'List of values' },
  datetime: { fr: 'Date et heure', en: 'Date and time' },
  date: { fr: 'Date', en: 'Date' },
  time: { fr: 'Heure', en: 'Time of day' },
  year: { fr: 'Année, en quatre chiffres', en: 'Year, in four digits' },
  yearmonth: { fr: 'Année et mois, AAAA-MM', en: 'Year and month, YYYY-MM' },
  duration: { fr: 'Durée', en: 'Duration' },
  geopoint: { fr: 'Point : longitude, latitude', en: 'Point: longitude, latitude' },
  geojson: { fr: 'Forme géographique (GeoJSON)', en: 'Geographic shape (GeoJSON)' },
  any: { fr: 'Toute valeur', en: 'Any value' },
}

/** A type without how its values are written. */
export function typeInShort(type: FieldType, language: Language): string {
  return typeWords[type][language].split(/[,:]|\u00A0:/)[0]!.trim()
}
