import { byEnds, lengthsFrom } from '../model/accept'
import { bounds, meets } from '../model/constraint'
import { type Field, isNumeric } from '../model/field'
import { labelWords } from '../model/identifier'
import { mostlyOf, share } from '../model/lesson'
import { areEnoughCodes, mayBePostal, shortCode } from '../model/short-code'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { shown } from '../model/shown'
import { type Census, columnRule } from './rule'

/** Codes that begin with a zero before a column is said to hold such codes, and whole codes for each short one. */
const LED = 2
const MAJORITY = 2

interface Facts {
  readonly text: string
  readonly fixed: string
}

/** A code whose first zero a spreadsheet dropped, because it took the code for a number. */
export const lostLeadingZero = columnRule<Facts>({
  id: 'lost-leading-zero',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['leading-zeros', 'spreadsheet-traps'],
  insteadOf: [
    'unknown-commune',
    'commune-mismatch',
    'pattern',
    'min-length',
    'foreign-key',
    'phone-spelling',
    'malformed-siret',
    'malformed-siren',
    'mixed-type-column',
  ],
  concerns: signature.digit,

  check(column) {
    const { field } = column
    if (field?.constraints.enum) return undefined
    if (field && field.type !== 'string' && field.type !== 'any')
      return isNumberByMistake(field) ? codesOfKnownWidth(column) : undefined
    return codesOfKnownWidth(column) ?? codesLikeTheOthers(column)
  },

  message: {
    fr: ({ text, fixed }) =>
      `${shown.fr(text)} a sans doute perdu le zéro par lequel il commençait, comme les tableurs le font aux nombres : écrivez ${fixed}, sans quoi il ne se rapproche plus des autres fichiers, et ouvrez le fichier en important cette colonne comme du texte, ou le tableur ôtera ce zéro de nouveau.`,
    en: ({ text, fixed }) =>
      `${shown.en(text)} has most likely lost the zero it began with, as spreadsheets do to numbers: write ${fixed}, without which it no longer matches other files, and open the file by importing this column as text, or the spreadsheet will drop the zero again.`,
  },

  fix: (_text, { fixed }) => fixed,
})

/** Codes whose width is known from what they are: a commune, a postal code, a telephone number… */
function codesOfKnownWidth(column: Column): Census<Facts> | undefined {
  const code = shortCode(column)
  if (!code) return undefined
  const { field } = column
  const { least, most, isShort, isListed, isUsual } = code
  const isDeclared = field !== undefined && !isNumeric(field)
  if (!isDeclared && (!column.learn(areCodes) || !mayBePostal(column, column.beside))) return undefined
  if (code.needsWhole && !column.learn(holdWholeCodes)) return undefined
  // The lists are asked for by a short code only: most columns have none.
  const mayExist = (text: string) => !isListed || !column.lists || isListed(column.lists, `0${text}`)
  return {
    accept: byEnds({ first: () => lengthsFrom(least, most) }),
    kindOf(text) {
      if (!isShort(text) || (field && !meets(field, `0${text}`)) || !mayExist(text)) return undefined
      return isUsual && column.lists && !isUsual(column.lists, `0${text}`) ? 'unusual' : 'short'
    },
    judge(counts) {
      if ((counts.get('unusual') ?? 0) > (counts.get('short') ?? 0)) return new Map()
      return new Map([...counts.keys()].map(kind => [kind, text => ({ text, fixed: `0${text}` })]))
    },
  }
}

/** Whether a field takes codes for numbers, as a schema drawn from a spreadsheet does, and says nothing more of them. */
function isNumberByMistake(field: Field): boolean {
  return isNumeric(field) && field.example === undefined && bounds.every(key => field.constraints[key] === undefined)
}

const areCodes = share({
  test(value, of) {
    const code = shortCode(of)
    return code !== undefined && (code.isShort(value) || code.isWhole(value))
  },
  isEnough: areEnoughCodes,
})

const holdWholeCodes = share({
  test: (value, of) => shortCode(of)?.isWhole(value) === true,
  isEnough: whole => whole > 0,
})

/** Words of the charts of public accounts, whose codes differ in length: chapter 011 stands beside chapter 65. */
const CHART = /^(?:chap|chapitres?|chapters?|articles?|comptes?|accounts?|natures?|fonctions?|functions?|rubriques?)$/

/** Numbers of one width, some of which begin with a zero: shorter ones have lost theirs. */
function codesLikeTheOthers({ label, learn }: Column): Census<Facts> | undefined {
  if (labelWords(label).some(word => CHART.test(word)) || !learn(areDigits) || !learn(haveLed)) return undefined
  return {
    kindOf: text => (isOther(text) || text === '0' ? undefined : `${isLed(text) ? 'led' : 'plain'} ${text.length}`),
    judge(counts) {
      const led = [...counts.keys()].filter(kind => kind.startsWith('led'))
      const width = widthOf(led[0] ?? '')
      const plain = [...counts].filter(([kind]) => kind.startsWith('plain'))
      const short = plain.filter(([kind]) => widthOf(kind) < width)
      const whole = (counts.get(led[0]!) ?? 0) + (counts.get(`plain ${width}`) ?? 0)
      const isCode = led.length === 1 && plain.every(([kind]) => widthOf(kind) <= width)
      if (!isCode || whole < MAJORITY * short.reduce((sum, [, count]) => sum + count, 0)) return new Map()
      return new Map(short.map(([kind]) => [kind, text => ({ text, fixed: text.padStart(width, '0') })]))
    },
  }
}

const areDigits = mostlyOf(0.9, value => !isOther(value))
const haveLed = share({ test: isLed, isEnough: led => led >= LED })

function isOther(text: string): boolean {
  return !/^\d{1,20}$/.test(text)
}

/** A number that begins with a zero, as only codes do. */
function isLed(text: string): boolean {
  return /^0\d{1,19}$/.test(text)
}

function widthOf(kind: string): number {
  return Number(kind.slice(kind.indexOf(' ')))
}
