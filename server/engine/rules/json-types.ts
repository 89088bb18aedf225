import type { Language } from '../model/language'

/** How messages call the kinds of values that JSON Schema names. */
export const jsonTypes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    string: 'un texte',
    number: 'un nombre',
    integer: 'un nombre entier',
    boolean: 'vrai ou faux',
    array: 'une liste',
    object: 'un objet',
    null: 'sans valeur (null)',
    date: 'une date',
    datetime: 'une date suivie d’une heure',
    time: 'une heure',
    year: 'une année',
  },
  en: {
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    null: 'without a value (null)',
    date: 'a date',
    datetime: 'a date with a time',
    time: 'a time',
    year: 'a year',
  },
}
