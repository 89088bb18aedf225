import { without } from '../model/accept'
import { counted } from '../model/counted'
import { tally, totalOf } from '../model/lesson'
import { isTold, markUse, type MarkUse } from '../model/quantity'
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
  /** What the first values tell of its mark, where it may group digits as well. */
  readonly use?: MarkUse
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
          if (!MAY_BE_POINTED_THOUSANDS.test(number)) return { text, expected, fixed: [decimal], isSafe: false }
          const fixed = [decimal, number.replace('.', '')]
          return { text, expected, fixed, isSafe: false, use: markUse(column, '.') }
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
          ? { text, expected, fixed: [decimal, number.replace(',', '')], isSafe: false, use: markUse(column, ',') }
          : { text, expected, fixed: [decimal], isSafe: true }
      },
    }
  },

  message: {
    fr({ text, expected, fixed: [decimal, thousands], use }) {
      if (use && expected === ',')
        return isTold(use)
          ? `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne a des virgules décimales, et parmi ses premières valeurs le point est décimal dans ${counted(use.decimals, 'fr')} et sépare les milliers dans ${counted(use.groups, 'fr')}, mais seul l’auteur des données peut trancher.`
          : `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne a des virgules décimales, aucune de ses premières valeurs ne dit ce qu’y fait un point, et seul l’auteur des données peut trancher.`
      if (use)
        return isTold(use)
          ? `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne attend un point décimal, et parmi ses premières valeurs la virgule est décimale dans ${counted(use.decimals, 'fr')} et sépare les milliers dans ${counted(use.groups, 'fr')}, mais seul l’auteur des données peut trancher.`
          : `${shown.fr(text)} peut se lire ${decimal} ou ${thousands} : cette colonne attend un point décimal, aucune de ses premières valeurs ne dit ce qu’y fait une virgule, et seul l’auteur des données peut trancher.`
      return expected === ','
        ? `${shown.fr(text)} a un point décimal, quand le reste de la colonne a des virgules : écrit autrement que les autres, ce nombre manquera aux sommes.`
        : `${shown.fr(text)} a une virgule décimale : cette colonne attend un point, et la plupart des outils ne lisent ce nombre qu’écrit ${decimal}.`
    },
    en({ text, expected, fixed: [decimal, thousands], use }) {
      if (use && expected === ',')
        return isTold(use)
          ? `${shown.en(text)} may mean ${decimal} or ${thousands}: this column has decimal commas, and of its first values ${counted(use.decimals, 'en')} have a decimal point and ${counted(use.groups, 'en')} one between thousands, but only the author of the data can tell.`
          : `${shown.en(text)} may mean ${decimal} or ${thousands}: this column has decimal commas, none of its first values says what a point does there, and only the author of the data can tell.`
      if (use)
        return isTold(use)
          ? `${shown.en(text)} may mean ${decimal} or ${thousands}: this column expects a decimal point, and of its first values ${counted(use.decimals, 'en')} have a decimal comma and ${counted(use.groups, 'en')} one between thousands, but only the author of the data can tell.`
          : `${shown.en(text)} may mean ${decimal} or ${thousands}: this column expects a decimal point, none of its first values says what a comma does there, and only the author of the data can tell.`
      return expected === ','
        ? `${shown.en(text)} has a decimal point, while the rest of the column has commas: written unlike the others, this number will be missing from sums.`
        : `${shown.en(text)} has a decimal comma: this column expects a point, and most tools read the number only when written ${decimal}.`
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
