import { without } from '../model/accept'
import { tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { cellRule } from './rule'

const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
/** 1,250 is one and a quarter to some and twelve hundred and fifty to others. */
const MAY_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/
const POINTED = /^[+-]?\d+\.\d+$/
const MAY_BE_POINTED_THOUSANDS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/
const WHOLE = /^[+-]?\d+$/
/** Commas that make a column of them, and for each point as many. */
const LEAST = 5
const USUAL = 9

interface Facts {
  readonly text: string
  /** The decimal mark that the schema or the rest of the column has. */
  readonly expected: '.' | ','
  readonly fixed: readonly string[]
  readonly isSafe: boolean
}

/** A number spelled with a decimal comma where a point is expected is text to most tools; so is a point among commas. */
export const decimalComma = cellRule<Facts>({
  id: 'decimal-comma',
  severity: 'warning',
  preset: 'standard',
  concepts: ['delimiter-and-decimal'],
  insteadOf: ['type-error', 'pattern', 'mixed-type-column', 'edge-whitespace'],
  concerns: signature.comma | signature.dateMark,

  check(column) {
    const { field } = column
    const expected = expectedMark(column)
    if (!expected) return undefined
    if (expected === ',')
      return {
        accept: withoutPoint,
        test(text) {
          const number = text.trim()
          if (!POINTED.test(number)) return undefined
          const decimal = number.replace('.', ',')
          // Three digits after a point are thousands as often.
          const fixed = MAY_BE_POINTED_THOUSANDS.test(number) ? [decimal, number.replace('.', '')] : [decimal]
          return { text, expected, fixed, isSafe: false }
        },
      }
    const isUsual = () => field !== undefined || column.learn(usualMark) === expected
    return {
      accept: field?.accept ?? withoutComma,
      test(text) {
        const number = text.trim()
        if (!DECIMAL_COMMA.test(number) || field?.read(text) !== undefined || !isUsual()) return undefined
        const decimal = number.replace(',', '.')
        return MAY_BE_THOUSANDS.test(number)
          ? { text, expected, fixed: [decimal, number.replace(',', '')], isSafe: false }
          : { text, expected, fixed: [decimal], isSafe: true }
      },
    }
  },

  message: {
    fr({ text, expected, fixed: [decimal, thousands] }) {
      if (expected === ',' && thousands !== undefined)
        return `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne a des virgules décimales, et seul l’auteur des données peut trancher.`
      if (expected === ',')
        return `${shown.fr(text)} a un point décimal, quand le reste de la colonne a des virgules : écrit autrement que les autres, ce nombre manquera aux sommes.`
      return thousands === undefined
        ? `${shown.fr(text)} a une virgule décimale : cette colonne attend un point, et la plupart des outils ne lisent ce nombre qu’écrit ${decimal}.`
        : `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne attend un point décimal, et seul l’auteur des données peut trancher.`
    },
    en({ text, expected, fixed: [decimal, thousands] }) {
      if (expected === ',' && thousands !== undefined)
        return `${shown.en(text)} may mean ${decimal} or ${thousands}: this column has decimal commas, and only the author of the data can tell.`
      if (expected === ',')
        return `${shown.en(text)} has a decimal point, while the rest of the column has commas: written unlike the others, this number will be missing from sums.`
      return thousands === undefined
        ? `${shown.en(text)} has a decimal comma: this column expects a point, and most tools read the number only when written ${decimal}.`
        : `${shown.en(text)} may mean ${decimal} or ${thousands}: this column expects a decimal point, and only the author of the data can tell.`
    },
  },

  fix: (_text, { fixed }) => (fixed.length === 1 ? fixed[0] : fixed),
  safe: ({ isSafe }) => isSafe,
  evidenceFor: { rules: ['decimal-comma'] },
})

/** The decimal mark of the schema, or the one that the rest of the column may have when there is none. */
function expectedMark({ field, learn }: Column): '.' | ',' | undefined {
  if (field) return field.type === 'number' && field.decimalChar !== ',' ? '.' : undefined
  return learn(possibleMark)
}

const withoutPoint = without([[0x2e]])
const withoutComma = without([[0x2c]])

/** The mark of a column of numbers; undefined where either may stand. */
const usualMark = tally<'.' | ',' | undefined, 'pointed' | 'comma' | 'whole' | 'other'>({
  kindOf(value) {
    const text = value.trim()
    if (POINTED.test(text)) return 'pointed'
    return DECIMAL_COMMA.test(text) ? 'comma' : WHOLE.test(text) ? 'whole' : 'other'
  },
  judge(counts) {
    if (areOthers(counts)) return undefined
    const [pointed, commas] = [counts.get('pointed') ?? 0, counts.get('comma') ?? 0]
    if (pointed > commas) return '.'
    return commas >= LEAST && commas >= USUAL * pointed ? ',' : undefined
  },
})

/** A point wherever it is not the comma, so that the one mark that is typed among whole numbers decides of no other cell. */
const possibleMark = tally<'.' | ',' | undefined, 'pointed' | 'comma' | 'whole' | 'other'>({
  kindOf: usualMark.kindOf,
  judge: (counts, of) => (areOthers(counts) ? undefined : (usualMark.judge(counts, of) ?? '.')),
})

function areOthers(counts: ReadonlyMap<string, number>): boolean {
  return (counts.get('other') ?? 0) > 0.1 * totalOf(counts)
}
