import { kindTest } from '../model/shape'
import { shown } from '../model/shown'
import { splitRow } from '../model/split-row'
import { type Row, rowRule } from './rule'
import { saidOfRows, saidOfTexts, saidOfValues } from './said-of-values'

interface Facts {
  /** The delimiter that the row uses. */
  readonly delimiter: string
  readonly values: readonly string[]
}

const USUAL = [';', ',', '\t', '|']

/** A row pasted from a file with another delimiter is one long cell to software. */
export const rowDelimiter = rowRule<Facts>({
  id: 'row-delimiter',
  severity: 'error',
  preset: 'standard',
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
      const tests = columns.map(kindTest)
      for (const delimiter of USUAL)
        for (const values of readings(row, delimiter, tests))
          if (values.length === expected && isRow(values, row.cells, tests, delimiter))
            return { facts: { delimiter, values } }
      return undefined
    }
  },

  message: {
    fr: ({ delimiter, values }) =>
      `Cette ligne sépare ses ${values.length} valeurs par ${NAMES.fr[delimiter]}, à la différence des autres : un logiciel ne les distingue pas, et lit ${shown.fr(values.join(delimiter))} d’un bloc.`,
    en: ({ delimiter, values }) =>
      `This row parts its ${values.length} values by ${NAMES.en[delimiter]}, unlike the others: software cannot tell them apart, and reads ${shown.en(values.join(delimiter))} as a block.`,
  },

  fix: ({ values }, { row }) => (row === undefined ? undefined : [{ set: 'row', row, values }]),
})

const NAMES: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: { ';': 'un point-virgule', ',': 'une virgule', '\t': 'une tabulation', '|': 'une barre verticale' },
  en: { ';': 'a semicolon', ',': 'a comma', '\t': 'a tab', '|': 'a vertical bar' },
}

type Test = ((text: string) => boolean) | undefined

/** The values that the row may have: its own delimiter may stand in a text of it, or part its first cells as it should. */
function* readings({ written, cells }: Row, delimiter: string, tests: readonly Test[]): Generator<readonly string[]> {
  const whole = splitRow(written, delimiter)
  yield whole
  if (delimiter === ',' && whole.length > tests.length) yield withDecimals(whole, tests)
  if (cells.length > 1) yield cells.flatMap(cell => splitRow(cell, delimiter))
}

/** The values with those numbers made whole again whose decimal comma was taken for a delimiter. */
function withDecimals(pieces: readonly string[], tests: readonly Test[]): readonly string[] {
  const values: string[] = []
  for (let at = 0; at < pieces.length; at++) {
    const number = `${pieces[at]},${pieces[at + 1]}`
    const isCut = /^[+-]?\d+,\d+$/.test(number) && tests[values.length]?.(number)
    values.push(isCut ? number : pieces[at]!)
    if (isCut) at++
  }
  return values
}

/** Whether the values once split suit their columns better than the cells do, so that a sentence is not taken for a row. */
function isRow(
  values: readonly string[],
  cells: readonly string[],
  tests: readonly Test[],
  delimiter: string,
): boolean {
  const judged = values.flatMap((value, column) => (value === '' ? [] : (tests[column]?.(value) ?? [])))
  const suited = judged.filter(Boolean).length
  // In a table of free text, a sentence has a space after each comma; a row has none, and only a row has tabs.
  if (judged.length === 0)
    return (
      delimiter === '\t' ||
      (cells.length === 1 && values.length > 2 && values.slice(1).every(value => !value.startsWith(' ')))
    )
  const stand = cells.flatMap((cell, column) => (cell === '' ? [] : (tests[column]?.(cell) ?? [])))
  if (stand.length > 0 && stand.every(Boolean)) return false
  // Sentences hold many commas, and no tab: where half of the cells are there, one value that suits is chance.
  if (2 * cells.length > values.length && delimiter !== '\t' && judged.length < 2) return false
  return suited >= (cells.length === 1 ? 0.5 : 1) * judged.length
}
