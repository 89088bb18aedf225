import { byEnds } from '../model/accept'
import { meets } from '../model/constraint'
import type { Field } from '../model/field'
import { unaccented } from '../model/fold'
import { tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** Ranges that no calendar reads as a day, without which the column may well hold days. */
const LEAST = 2
/** Small numbers for each month, such as those of houses, which no column of days has. */
const NUMBERS = 4
/** One value of so many that is none of these leaves the column what it is. */
const OTHERS = 5

/** The months as French and English spreadsheets shorten them, accents left out. */
const MONTHS: readonly RegExp[] = [
  /^janv?$/,
  /^(?:fevr?|feb)$/,
  /^mars?$/,
  /^(?:avr|avril|apr)$/,
  /^(?:mai|may)$/,
  /^(?:juin|jun)$/,
  /^(?:juil|jul)$/,
  /^(?:aout|aug)$/,
  /^sept?$/,
  /^oct$/,
  /^nov$/,
  /^dec$/,
]

/** A range or a code, `10-14` say, of which a spreadsheet has made a day or a month. */
export const codeTurnedDate = cellRule<{ text: string; range: string }>({
  id: 'code-turned-date',
  severity: 'warning',
  preset: 'standard',
  concepts: ['spreadsheet-traps'],
  insteadOf: ['type-error', 'enum', 'pattern', 'mixed-type-column', 'local-date', 'category-variant'],
  concerns: signature.letter,

  check(column) {
    const { field } = column
    if (field && !mayHoldRanges(field)) return undefined
    return {
      accept: isNoMonth,
      test(text) {
        const range = rangeOf(text)
        if (range === undefined || (field && isListed(field, text))) return undefined
        return column.learn(holdsRanges) ? { text, range } : undefined
      },
    }
  },

  message: {
    fr: ({ text, range }) =>
      `${shown.fr(text)} est sans doute ${shown.fr(range)}, qu’un tableur a pris pour une date : reprenez la valeur à la source, et donnez à la colonne le format « Texte » avant de la saisir.`,
    en: ({ text, range }) =>
      `${shown.en(text)} is most likely ${shown.en(range)}, which a spreadsheet took for a date: take the value from its source again, and format the column as text before you enter it.`,
  },
})

function mayHoldRanges({ type, identifier }: Field): boolean {
  return (type === 'string' || type === 'any') && !identifier
}

/** Whether the schema asks for certain spellings, and this is one of them. */
function isListed(field: Field, text: string): boolean {
  return (field.constraints.enum !== undefined || field.constraints.pattern !== undefined) && meets(field, text)
}

/** More ranges than months, several of which nobody can take for a day, `0-4` or `15-19`; or numbers as houses have. */
const holdsRanges = tally<boolean, 'month' | 'day' | 'range' | 'number' | 'other'>({
  kindOf(value) {
    if (rangeOf(value) !== undefined) return 'month'
    const range = /^\s*(\d{1,3})\s*-\s*(\d{1,3})\s*$/.exec(value)
    if (range) return isDay(Number(range[1]), Number(range[2])) ? 'day' : 'range'
    return HOUSE.test(value) ? 'number' : 'other'
  },
  judge(counts) {
    const [months, ranges] = [counts.get('month') ?? 0, counts.get('range') ?? 0]
    const dayLike = counts.get('day') ?? 0
    const [numbers, others] = [counts.get('number') ?? 0, counts.get('other') ?? 0]
    if (months > 0 && numbers >= NUMBERS * months && OTHERS * others <= totalOf(counts)) return true
    return ranges >= LEAST && ranges + dayLike >= months && 2 * (ranges + dayLike + months) >= totalOf(counts)
  },
})

/** `12`, `3 bis`; no year. */
const HOUSE = /^\s*(?!(?:19|20)\d\d\s*$)\d{1,4}(?:\s?(?:bis|ter|quater|[a-z]))?\s*$/i

/** Whether a spreadsheet may take two numbers for a day and a month, in either order. */
function isDay(first: number, second: number): boolean {
  return first > 0 && second > 0 && first <= 31 && second <= 31 && (first <= 12 || second <= 12)
}

/** What stood there: `oct-14` was 10-14, `05-sept` was 5-9. */
function rangeOf(text: string): string | undefined {
  const found = /^(?:(\d{1,2})-(\p{L}{3,5})\.?|(\p{L}{3,5})\.?-(\d{2}))$/u.exec(text)
  if (!found) return undefined
  const month = monthOf(found[2] ?? found[3]!)
  if (month === undefined) return undefined
  return found[1] === undefined ? `${month}-${Number(found[4])}` : `${Number(found[1])}-${month}`
}

function monthOf(word: string): number | undefined {
  const plain = unaccented(word)
  return MONTHS.findIndex(month => month.test(plain)) + 1 || undefined
}

/** A month with a number beside it begins or ends with a digit, and is short. */
const isNoMonth = byEnds({ first: shortFromDigit, last: shortFromDigit })

/** Up to twelve bytes. */
function shortFromDigit(byte: number): number {
  return byte >= 0x30 && byte <= 0x39 ? 0x1fff : 0
}
