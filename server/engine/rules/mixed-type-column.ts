import { labelIdentifier } from '../model/identifier'
import { tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { writtenDate } from '../model/written-date'
import { columnRule } from './rule'

/** Values that make a type, and the share of them that must have it. */
const LEAST = 20
const SHARE = 0.9
/** Different texts beyond which the column holds texts too. */
const MOST = 50
/** Characters of a text that are read. */
const LONGEST = 200

/** A text among numbers or among dates, where no schema says what the column holds. */
export const mixedTypeColumn = columnRule<{ text: string; type: 'number' | 'date' }>({
  id: 'mixed-type-column',
  severity: 'warning',
  preset: 'standard',
  concepts: ['validity'],
  concerns: signature.letter | signature.nonAscii,

  check(column) {
    const type = typeOf(column)
    if (!type) return undefined
    return {
      most: MOST,
      kindOf(text) {
        const value = text.trim().slice(0, LONGEST)
        return isWords(value) && !isOf[type](value) ? value : undefined
      },
      judge: counts => new Map([...counts.keys()].map(kind => [kind, text => ({ text, type })])),
    }
  },

  message: {
    fr: ({ text, type }) =>
      type === 'number'
        ? `${shown.fr(text)} n’est pas un nombre, contrairement à presque toute la colonne : à cause d’une seule valeur de ce genre, des outils lisent toute la colonne comme du texte et n’en font plus la somme.`
        : `${shown.fr(text)} n’est pas une date, contrairement à presque toute la colonne : à cause d’une seule valeur de ce genre, des outils lisent toute la colonne comme du texte et ne la trient plus par date.`,
    en: ({ text, type }) =>
      type === 'number'
        ? `${shown.en(text)} is not a number, unlike nearly all of the column: a single such value makes tools read the whole column as text and no longer add it up.`
        : `${shown.en(text)} is not a date, unlike nearly all of the column: a single such value makes tools read the whole column as text and no longer sort it by date.`,
  },
})

const isOf = { number: isNumber, date: isDate } as const

/** What nearly all values are; undefined for codes, for which letters are nothing odd, and wherever a schema speaks. */
function typeOf({ field, label, learn }: Column): 'number' | 'date' | undefined {
  return field || label.trim() === '' || labelIdentifier(label) ? undefined : learn(usualType)
}

const usualType = tally<'number' | 'date' | undefined, 'code' | 'number' | 'date' | 'other'>({
  kindOf(value) {
    const text = value.trim()
    if (isNumber(text)) return /^0\d/.test(text) ? 'code' : 'number'
    return isDate(text) ? 'date' : 'other'
  },
  judge(counts) {
    const total = totalOf(counts)
    if (total < LEAST || counts.has('code')) return undefined
    if ((counts.get('number') ?? 0) >= SHARE * total) return 'number'
    return (counts.get('date') ?? 0) >= SHARE * total ? 'date' : undefined
  },
})

/** Numbers as people write them, with a unit or not: what is odd about those is for other rules to say. */
function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+|\d{1,3}(?:[ \u00A0\u202F.,]\d{3})+)?(?:[.,]\d*)?(?:E[+-]?\d{1,3})?\s?[%€]?$/i.test(text)
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:/.test(text) || writtenDate(text) !== undefined
}

/** A text without digits, or a sentence with some: `12 bis` and `2A` are neither. */
function isWords(text: string): boolean {
  return /^[^\d]*[A-Za-z\u0080-\uFFFF][^\d]*$/.test(text) || /\p{L}{3}.*\s.*\p{L}{3}/u.test(text)
}
