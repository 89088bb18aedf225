import { foldLabel } from '../model/label'
import { type Learner, type Lesson, tally, totalOf } from '../model/lesson'
import { type Part, partOf } from '../model/part'
import { kindTest, shapeOf } from '../model/shape'
import { shown, shownList } from '../model/shown'
import type { Column, Table } from '../model/table'
import { describesValues, isPlaceholder } from '../model/value-note'
import { rowRule } from './rule'
import { saidOfData } from './said-of-values'

/** Units, types or explanations under the header, which tools read as the first values. */
export const secondHeaderRow = rowRule<{ readonly texts: readonly string[]; readonly isLine: boolean }>({
  id: 'second-header-row',
  severity: 'warning',
  preset: 'standard',
  concepts: ['spreadsheet-traps', 'data-dictionary'],
  schema: true,
  insteadOf: ['missing-cell', 'extra-cell', 'shifted-row', 'footnote-row', ...saidOfData],
  when: 'first',
  around: 3,

  check({ table, columns }) {
    if (table.headerRow === undefined || columns.length < 2) return undefined
    return ({ index, cells }) => {
      if (index === table.firstDataRow && isUnderline(cells)) return { facts: { texts: filledOf(cells), isLine: true } }
      for (let row = table.firstDataRow; row < index; row++)
        if (!isHeader(cellsOf(table, row), columns)) return undefined
      return isHeader(cells, columns) ? { facts: { texts: filledOf(cells), isLine: false } } : undefined
    }
  },

  message: {
    fr: ({ texts, isLine }) =>
      isLine
        ? `Cette ligne ne fait que souligner l’en-tête (${shown.fr(texts[0]!)}) : un logiciel y lit des valeurs, supprimez-la.`
        : `Cette ligne explique les colonnes (${shownList.fr([...new Set(texts)])}) : un logiciel n’attend qu’une ligne d’en-tête et lit celle-ci comme des données, gardez ces précisions dans la description des colonnes.`,
    en: ({ texts, isLine }) =>
      isLine
        ? `This row only underlines the header (${shown.en(texts[0]!)}): software reads values in it, so remove it.`
        : `This row explains the columns (${shownList.en([...new Set(texts)])}): software expects a single header row and reads this one as data, so keep these details in the description of the columns.`,
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})

/** First values of a column that may themselves belong to header rows, and values that are evidence without them. */
const FIRST = 3
const EVIDENCE = 5

function filledOf(cells: readonly string[]): readonly string[] {
  return cells.map(cell => cell.trim()).filter(cell => cell !== '')
}

/** Whether a row is drawn under the header with hyphens or the like, as databases and Markdown do. */
function isUnderline(cells: readonly string[]): boolean {
  const filled = filledOf(cells)
  return filled.length > 0 && filled.every(cell => LINE.test(cell)) && filled.join('').length > 3
}

const LINE = /^:?[-=_+|]{2,}:?$/

/** Whether the cells of a row say something of their columns, and none could be a value of its own. */
function isHeader(cells: readonly string[], columns: readonly Column[]): boolean {
  const filled = columns.flatMap(column => {
    const text = (cells[column.index] ?? '').trim()
    return text === '' || isPlaceholder(text) ? [] : [{ text, column }]
  })
  // Nearly every table ends here: its first row has a number, a date or an address.
  if (filled.length === 0 || !filled.every(({ text }) => isWords(text))) return false
  let told = 0
  let unlike = 0
  let both = 0
  for (const { text, column } of filled) {
    const test = kindTest(partOf(column, body))
    const isTold = tells(text, column)
    if (!isTold && test?.(text) === true) return false
    if (isTold) told++
    if (test?.(text) === false) {
      unlike++
      if (isTold) both++
    }
  }
  const known = told + unlike - both
  if (2 * known < filled.length) return false
  return known > 1 || (filled.length === 1 && both === 1)
}

/** Characters of a text by which it is judged. */
const JUDGED = 1_000

/** Whether a text has more letters than digits, or says by itself that it is no value. */
function isWords(text: string): boolean {
  const beginning = text.slice(0, JUDGED)
  const digits = beginning.match(/\d/g)?.length ?? 0
  const areLetters = shapeOf(text) === 'text' && (beginning.match(/\p{L}/gu)?.length ?? 0) > 2 * digits
  return areLetters || describesValues(text)
}

/**
 * Whether a text names the unit, the type or the meaning of its column, as no value of the column does. The one letter of a
 * label tells nothing.
 */
function tells(text: string, column: Column): boolean {
  const label = foldLabel(column.label)
  const plain = foldLabel(text)
  const { title, description } = column.field ?? {}
  const known = [...Object.values({ ...title }), ...Object.values({ ...description })]
  if (known.some(one => plain === foldLabel(one))) return true
  if (label.length > 1 && plain === label) return partOf(column, body).learn(rarelyLabel)
  const isOfUse = describesValues(text)
  const repeats = label.length > 3 && plain.includes(label)
  if (!isOfUse && !repeats) return false
  return partOf(column, body).learn(isOfUse ? rarelyDescribe : rarelyRepeatLabel)
}

const rarelyDescribe = rarely(describesValues)

const rarelyLabel = rarely((value, { label }) => foldLabel(value) === foldLabel(label))

const rarelyRepeatLabel = rarely((value, { label }) => foldLabel(value).includes(foldLabel(label)))

/** The lesson whether a tenth of the values or less pass a test. */
function rarely(test: (value: string, of: Learner) => boolean): Lesson<boolean> {
  return tally<boolean, boolean>({
    kindOf: test,
    judge: counts => 10 * (counts.get(true) ?? 0) <= totalOf(counts),
  })
}

/** The values of a column below those that may be header rows. */
const body: Part = { leavesOut: values => (values >= FIRST + EVIDENCE ? FIRST : 1) }

function cellsOf(table: Table, row: number): string[] {
  return table.labels.map((_, column) => table.text(row, column) ?? '')
}
