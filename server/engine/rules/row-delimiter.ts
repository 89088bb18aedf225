import type { Language } from '../model/language'
import { kindTests } from '../model/shape'
import { shown } from '../model/shown'
import { splitRow } from '../model/split-row'
import { rowRule } from './rule'
import { saidOfRows, saidOfTexts, saidOfValues } from './said-of-values'

interface Facts {
  /** The delimiter that the row uses. */
  readonly delimiter: string
  /** Whether quotes round all of it hide its delimiters. */
  readonly isQuoted: boolean
  readonly values: readonly string[]
}

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ';': { fr: 'un point-virgule', en: 'a semicolon' },
  ',': { fr: 'une virgule', en: 'a comma' },
  '\t': { fr: 'une tabulation', en: 'a tab' },
  '|': { fr: 'une barre verticale', en: 'a vertical bar' },
}

/** A row pasted from a file with another delimiter is one long cell to software. */
export const rowDelimiter = rowRule<Facts>({
  id: 'row-delimiter',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['delimiter-and-decimal'],
  frictionless: 'source-error',
  schema: true,
  insteadOf: ['missing-cell', 'shifted-row', 'stray-quote', ...saidOfValues, ...saidOfTexts, ...saidOfRows],
  when: 'ragged',

  check({ table, columns }) {
    const expected = table.columnCount
    if (expected < 2) return undefined
    return row => {
      if (row.width >= expected) return undefined
      const { cells } = row
      for (const delimiter of Object.keys(NAMES)) {
        // Each of them in a cell makes one value more: most rows that are too short have too few of any.
        const most = cells.reduce((count, cell) => count + countOf(cell, delimiter), cells.length)
        if (most < expected) continue
        const testOf = kindTests(columns)
        const all = readings(row.written, cells, delimiter, testOf).filter(values => values.length === expected)
        const values = all.find(one => isRow(one, cells, testOf, delimiter))
        if (values) return { facts: { delimiter, values, isQuoted: isQuoted(row.written, cells) } }
      }
      return undefined
    }
  },

  message: {
    fr: ({ delimiter, values, isQuoted }) =>
      isQuoted
        ? `Cette ligne est entre guillemets d’un bout à l’autre : un logiciel y lit une seule valeur au lieu de ${values.length}, retirez les guillemets du début et de la fin et réduisez à un seul ceux qui sont doublés.`
        : `Cette ligne sépare ses ${values.length} valeurs par ${NAMES[delimiter]!.fr}, à la différence des autres : un logiciel ne les distingue pas, et lit ${shown.fr(values.join(delimiter))} d’un bloc.`,
    en: ({ delimiter, values, isQuoted }) =>
      isQuoted
        ? `This row stands between quote marks from end to end: software reads one value in it instead of ${values.length}, so remove the quote marks at both ends and make one of those that are doubled.`
        : `This row parts its ${values.length} values by ${NAMES[delimiter]!.en}, unlike the others: software cannot tell them apart, and reads ${shown.en(values.join(delimiter))} as a block.`,
  },

  fix: ({ values }, { row }) =>
    row === undefined || values.some(hasHalfPair) ? undefined : [{ set: 'row', row, values }],
})

/** How often a character stands in a text. */
function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

/** Whether a value was cut within its quotes, as both parts of `a "b,c" d` are. */
function hasHalfPair(value: string): boolean {
  return value.split('"').length % 2 === 0
}

type Tests = ReturnType<typeof kindTests>

const DECIMAL_COMMA = /^[+-]?\d+,\d+$/

/** The values that the row may have: its own delimiter may stand in a text of it, or part its first cells as it should. */
function readings(
  written: string,
  cells: readonly string[],
  delimiter: string,
  testOf: Tests,
): readonly (readonly string[])[] {
  const whole = splitRow(isQuoted(written, cells) ? cells[0]! : written, delimiter)
  return [
    whole,
    ...(delimiter === ',' ? [withDecimals(whole, testOf)] : []),
    ...(cells.length > 1
      ? [cells.flatMap(cell => (isAmount(cell, delimiter) ? [cell] : splitRow(cell, delimiter)))]
      : []),
  ]
}

/** Whether the row is one cell between quotes. */
function isQuoted(written: string, cells: readonly string[]): boolean {
  return cells.length === 1 && written.trimStart().startsWith('"')
}

/** Whether the delimiter stands in a cell as the decimal comma of a number. */
function isAmount(cell: string, delimiter: string): boolean {
  return delimiter === ',' && DECIMAL_COMMA.test(cell)
}

/** The values with those numbers made whole again whose decimal comma was taken for a delimiter. */
function withDecimals(pieces: readonly string[], testOf: Tests): readonly string[] {
  const values: string[] = []
  for (let at = 0; at < pieces.length; at++) {
    const number = `${pieces[at]},${pieces[at + 1]}`
    const isCut = DECIMAL_COMMA.test(number) && testOf(values.length)?.(number)
    values.push(isCut ? number : pieces[at]!)
    if (isCut) at++
  }
  return values
}

/** Whether the values once split suit their columns better than the cells do, so that a sentence is not taken for a row. */
function isRow(values: readonly string[], cells: readonly string[], testOf: Tests, delimiter: string): boolean {
  const fits = fitsOf(values, testOf)
  const isAlone = cells.length === 1
  const isTab = delimiter === '\t'
  // In a table of free text, a sentence has a space after each comma; a row has none, and only a row has tabs.
  if (fits.length === 0)
    return isTab || (isAlone && values.length > 2 && values.slice(1).every(value => !value.startsWith(' ')))
  const fitsNow = fitsOf(cells, testOf)
  if (fitsNow.length > 0 && fitsNow.every(Boolean)) return false
  // Sentences hold many commas, and no tab: where half of the cells are there, one value that suits is chance.
  if (2 * cells.length > values.length && !isTab && fits.length < 2) return false
  return fits.filter(Boolean).length >= (isAlone ? 0.5 : 1) * fits.length
}

/** Of the values in columns of a known kind, whether each is of it. */
function fitsOf(values: readonly string[], testOf: Tests): readonly boolean[] {
  return values.flatMap((value, column) => (value === '' ? [] : (testOf(column)?.(value) ?? [])))
}
