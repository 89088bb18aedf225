import type { Accept } from '../model/accept'
import { labelIdentifier } from '../model/identifier'
import { tally, totalOf } from '../model/lesson'
import { mailboxIn } from '../model/mailbox'
import { holdsAverages, holdsMeasures } from '../model/measure'
import { namesCoordinate } from '../model/positions'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { writtenDate } from '../model/written-date'
import { isPlainNumber, writtenNumbers } from '../model/written-number'
import { looksIso } from './date-column'
import { columnRule } from './rule'

/** Values that make a type, and the share of them that must have it. */
const LEAST = 20
const SHARE = 0.9
/** Different texts beyond which the column holds texts too. */
const MOST = 50
/** Characters of a text that are read. */
const LONGEST = 200

type Type = 'number' | 'date' | 'email' | 'url'

interface Facts {
  readonly text: string
  readonly type: Type | 'coordinate'
  /** The number and the sign before it, where it is only a bound. */
  readonly bound: { readonly sign: string; readonly number: string } | undefined
}

/** What is no number among numbers, no date among dates, no e-mail or web address among these, where no schema says what the column holds. */
export const mixedTypeColumn = columnRule<Facts>({
  id: 'mixed-type-column',
  severity: 'warning',
  preset: 'standard',
  concepts: ['validity'],

  check(column) {
    const content = contentOf(column)
    if (!content) return undefined
    const type = content === 'measure' ? 'number' : content
    const told = type === 'number' && namesCoordinate(column) ? 'coordinate' : type
    const isOdd = oddAmong[content]
    return {
      most: MOST,
      accept: accepts[type],
      kindOf(text) {
        const value = text.trim().slice(0, LONGEST)
        return value !== '' && isOdd(value) ? value : undefined
      },
      judge: counts =>
        new Map([...counts.keys()].map(kind => [kind, text => ({ text, type: told, bound: boundIn(kind) })])),
    }
  },

  message: {
    fr({ text, type, bound }) {
      if (type === 'email' && text.includes('@'))
        return `${shown.fr(text)} n’est pas une adresse électronique bien formée : un message envoyé là n’arrivera pas, écrivez-la sans espace, avec un seul @ et un domaine entier, comme contact@mairie.fr.`
      if (type === 'email')
        return `${shown.fr(text)} n’est pas une adresse électronique, contrairement à presque toute la colonne : écrivez cette valeur dans la colonne qui l’attend, et laissez la cellule vide si l’adresse manque.`
      if (type === 'url' && isSchemeless(text))
        return `${shown.fr(text)} n’est pas une adresse web entière, il lui manque le début, https:// : un clic n’y mènera pas, ajoutez-le après avoir essayé l’adresse.`
      if (type === 'url' && SPACED.test(text))
        return `${shown.fr(text)} est une adresse web qu’un espace coupe en deux : un clic mènera ailleurs, copiez-la de nouveau depuis le navigateur.`
      if (type === 'url')
        return `${shown.fr(text)} n’est pas une adresse web, contrairement à presque toute la colonne : écrivez cette valeur dans la colonne qui l’attend, et laissez la cellule vide si l’adresse manque.`
      if (type === 'coordinate')
        return `${shown.fr(text)} n’est pas une coordonnée, contrairement à presque toute la colonne : un logiciel ne placera pas ce point sur la carte, écrivez-la en degrés décimaux, comme 48.1172.`
      if (type === 'number' && bound)
        return `${shown.fr(text)} n’est pas un nombre mais une borne, ce qui fait lire toute la colonne comme du texte : écrivez ${bound.number}, et le signe ${shown.fr(bound.sign)} dans une colonne à part.`
      return type === 'number'
        ? `${shown.fr(text)} n’est pas un nombre, contrairement à presque toute la colonne : à cause d’une seule valeur de ce genre, des outils lisent toute la colonne comme du texte et n’en font plus la somme.`
        : `${shown.fr(text)} n’est pas une date, contrairement à presque toute la colonne : à cause d’une seule valeur de ce genre, des outils lisent toute la colonne comme du texte et ne la trient plus par date.`
    },
    en({ text, type, bound }) {
      if (type === 'email' && text.includes('@'))
        return `${shown.en(text)} is no well-formed e-mail address: a message sent there will not arrive, so write it without spaces, with a single @ and a whole domain, as contact@mairie.fr.`
      if (type === 'email')
        return `${shown.en(text)} is not an e-mail address, unlike nearly all of the column: write this value in the column that expects it, and leave the cell empty where the address is missing.`
      if (type === 'url' && isSchemeless(text))
        return `${shown.en(text)} is no whole web address, since it lacks its beginning, https://: a click will not lead there, so add it once you have tried the address.`
      if (type === 'url' && SPACED.test(text))
        return `${shown.en(text)} is a web address that a space cuts in two: a click will lead elsewhere, so copy it again from the browser.`
      if (type === 'url')
        return `${shown.en(text)} is not a web address, unlike nearly all of the column: write this value in the column that expects it, and leave the cell empty where the address is missing.`
      if (type === 'coordinate')
        return `${shown.en(text)} is not a coordinate, unlike nearly all of the column: software will not place this point on the map, so write it in decimal degrees, as 48.1172.`
      if (type === 'number' && bound)
        return `${shown.en(text)} is no number but a bound, which has the whole column read as text: write ${bound.number}, and the sign ${shown.en(bound.sign)} in a column of its own.`
      return type === 'number'
        ? `${shown.en(text)} is not a number, unlike nearly all of the column: a single such value makes tools read the whole column as text and no longer add it up.`
        : `${shown.en(text)} is not a date, unlike nearly all of the column: a single such value makes tools read the whole column as text and no longer sort it by date.`
    },
  },
})

/** What a column is made of: `number` where these may be codes or those of houses. */
type Content = Type | 'measure'

/** What does not belong among others: `12 bis` and `2A` do among the numbers of houses. */
const oddAmong: Readonly<Record<Content, (text: string) => boolean>> = {
  number: text => isWords(text) || (isAbout(text) && !isNumber(text)),
  measure: text => !isNumber(text),
  date: text => !isDate(text),
  email: text => mailboxIn(text) === undefined,
  url: text => !areUrls(text),
}

const accepts: Readonly<Record<Type, Accept>> = {
  number: isPlainNumber,
  date: looksIso,
  email: isPlainAddress,
  url: isPlainUrl,
}

const AT = 0x40
const POINT = 0x2e
/** As long as its parts may be in any address: the name, each name of the domain, and the last of these. */
const [LOCAL, NAME, LAST] = [64, 63, 24]

/** Letters, digits, points and hyphens on both sides of one `@`, with one or two points behind it and letters at the end. */
function isPlainAddress(bytes: Uint8Array, from: number, to: number): boolean {
  const at = bytes.indexOf(AT, from)
  if (at <= from || at >= to || at - from > LOCAL) return false
  for (let i = from; i < at; i++)
    if (!isLetter(bytes[i]!) && !isDigit(bytes[i]!) && bytes[i] !== POINT && bytes[i] !== HYPHEN) return false
  let points = 0
  let start = at + 1
  let letters = true
  for (let i = start; i < to; i++) {
    const byte = bytes[i]!
    if (byte === POINT) {
      if (i === start || i - start > NAME || ++points > 2) return false
      start = i + 1
      letters = true
    } else if (byte === HYPHEN || isDigit(byte)) letters = false
    else if (!isLetter(byte)) return false
  }
  return points > 0 && letters && to - start >= 2 && to - start <= LAST
}

const HYPHEN = 0x2d
const HTTP = [0x68, 0x74, 0x74, 0x70]

/** `http` in small letters, and neither a space nor a byte beyond ASCII behind it. */
function isPlainUrl(bytes: Uint8Array, from: number, to: number): boolean {
  if (HTTP.some((byte, at) => bytes[from + at] !== byte)) return false
  const colon = bytes[from + 4] === 0x73 ? from + 5 : from + 4
  if (colon + 2 >= to || bytes[colon] !== 0x3a || bytes[colon + 1] !== 0x2f || bytes[colon + 2] !== 0x2f) return false
  for (let at = colon; at < to; at++) if (bytes[at]! <= 0x20 || bytes[at]! >= 0x80) return false
  return true
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

/** Undefined for codes, for which letters are nothing odd, and wherever a schema speaks. */
function contentOf(column: Column): Content | undefined {
  const { field, label, learn } = column
  if (field || label.trim() === '' || labelIdentifier(label)) return undefined
  const type = learn(usualType)
  if (type === undefined || type === 'date' || type === 'email' || type === 'url') return type
  // Whole numbers are codes as often, unless the label says that they are added up.
  const areMeasures = type === 'decimal' ? holdsMeasures(column) || namesCoordinate(column) : holdsAverages(column)
  return areMeasures ? 'measure' : 'number'
}

/** What nearly all values are: `number` for whole ones. */
const usualType = tally<'decimal' | Type | undefined, 'decimal' | 'code' | 'other' | Type>({
  kindOf(value) {
    const text = value.trim()
    if (isNumber(text)) return /^0\d/.test(text) ? 'code' : /\d[.,]\d/.test(text) ? 'decimal' : 'number'
    if (isDate(text)) return 'date'
    if (/^https?:\/\/\S+$/i.test(text)) return 'url'
    return text.includes('@') && mailboxIn(text) !== undefined ? 'email' : 'other'
  },
  judge(counts) {
    const total = totalOf(counts)
    if (total < LEAST || counts.has('code')) return undefined
    const decimals = counts.get('decimal') ?? 0
    const numbers = decimals + (counts.get('number') ?? 0)
    if (numbers >= SHARE * total) return 2 * decimals >= numbers ? 'decimal' : 'number'
    return (['date', 'email', 'url'] as const).find(type => (counts.get(type) ?? 0) >= SHARE * total)
  },
})

/** Numbers as people write them, with a unit or not: what is odd about those is for other rules to say. */
function isNumber(text: string): boolean {
  return (
    /^[+-]?(?:\d+|\d{1,3}(?:[ \u00A0\u202F.,]\d{3})+)?(?:[.,]\d*)?(?:E[+-]?\d{1,3})?\s?[%€]?$/i.test(text) ||
    writtenNumbers(text).length > 0
  )
}

/** One address of any scheme, or several. */
function areUrls(text: string): boolean {
  return text.split(/[\s;,|]+(?=[a-z][a-z\d+.-]*:)/i).every(one => /^[a-z][a-z\d+.-]*:\S+$/i.test(one))
}

/** An address that lacks no more than its scheme. */
function isSchemeless(text: string): boolean {
  return /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#:]\S*)?$/u.test(text.trim())
}

const SPACED = /^\s*(?:https?:\/\/|www\.)\S+\s+\S/i

/** Dates as people write them, whether there is such a day or not. */
function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:$|[T ]\d\d:)/.test(text) || writtenDate(text) !== undefined
}

/** A text without digits, or a sentence with some. */
function isWords(text: string): boolean {
  return /^[^\d]*[A-Za-z\u0080-\uFFFF][^\d]*$/.test(text) || /\p{L}{3}.*\s.*\p{L}{3}/u.test(text)
}

/** A number that is said to be inexact, or two between which it lies. */
function isAbout(text: string): boolean {
  return (
    boundIn(text) !== undefined ||
    /^(?:[~≈±]|(?:env|environ|ca|circa|approx|about)\.?\s)\s*\d|\d\s*[?*]+$|\d\s+(?:à|to)\s+\d|^\(\d.*\)$/i.test(text)
  )
}

function boundIn(text: string): Facts['bound'] {
  const [, sign, number] = /^([<>]=?|[≤≥])\s*(.*)$/u.exec(text) ?? []
  return sign !== undefined && number !== undefined && writtenNumbers(number).length > 0 ? { sign, number } : undefined
}
