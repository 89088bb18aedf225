import { share, tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { cellRule } from './rule'

const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
/** 1,250 is one and a quarter to some and twelve hundred and fifty to others. */
const MAY_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/
const POINTED = /^[+-]?\d+\.\d+$/
const WHOLE = /^[+-]?\d+$/

/** A number spelled with a decimal comma where a point is expected is text to most tools. */
export const decimalComma = cellRule<{ text: string; fixed: readonly string[]; isSafe: boolean }>({
  id: 'decimal-comma',
  severity: 'warning',
  preset: 'standard',
  concepts: ['delimiter-and-decimal'],
  insteadOf: ['type-error', 'pattern', 'mixed-type-column', 'edge-whitespace'],
  concerns: signature.comma,

  check(column) {
    if (!expectsPoint(column)) return undefined
    const { field } = column
    const isClear = !column.learn(mayHoldThousands)
    return text => {
      const number = text.trim()
      if (!DECIMAL_COMMA.test(number) || field?.read(text) !== undefined) return undefined
      const decimal = number.replace(',', '.')
      return MAY_BE_THOUSANDS.test(number)
        ? { text, fixed: [decimal, number.replace(',', '')], isSafe: false }
        : { text, fixed: [decimal], isSafe: isClear }
    }
  },

  message: {
    fr: ({ text, fixed: [decimal, thousands] }) =>
      thousands === undefined
        ? `${shown.fr(text)} a une virgule décimale : cette colonne attend un point, et la plupart des outils ne lisent ce nombre qu’écrit ${decimal}.`
        : `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne attend un point décimal, et seul l’auteur des données peut trancher.`,
    en: ({ text, fixed: [decimal, thousands] }) =>
      thousands === undefined
        ? `${shown.en(text)} has a decimal comma: this column expects a point, and most tools read the number only when written ${decimal}.`
        : `${shown.en(text)} may mean ${decimal} or ${thousands}: this column expects a decimal point, and only the author of the data can tell.`,
  },

  fix: (_text, { fixed }) => (fixed.length === 1 ? fixed[0] : fixed),
  safe: ({ isSafe }) => isSafe,
})

/** Whether the schema, or the rest of the column when there is none, writes decimals with a point. */
function expectsPoint({ field, learn }: Column): boolean {
  if (field) return field.type === 'number' && field.decimalChar !== ','
  return learn(arePointed)
}

const mayHoldThousands = share({ test: value => MAY_BE_THOUSANDS.test(value.trim()), isEnough: found => found > 0 })

const arePointed = tally<boolean, 'pointed' | 'comma' | 'whole' | 'other'>({
  kindOf(value) {
    const text = value.trim()
    if (POINTED.test(text)) return 'pointed'
    return DECIMAL_COMMA.test(text) ? 'comma' : WHOLE.test(text) ? 'whole' : 'other'
  },
  judge(counts) {
    const pointed = counts.get('pointed') ?? 0
    return pointed > (counts.get('comma') ?? 0) && (counts.get('other') ?? 0) <= 0.1 * totalOf(counts)
  },
})
