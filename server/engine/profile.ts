import type { Dataset } from './dataset'
import { type Chunk, signatureAt } from './model/chunk'
import { type Field, type FieldType, isNumeric } from './model/field'
import type { FileTable } from './model/file-table'
import { holdsMeasures } from './model/measure'
import type { ColumnProfile, TableProfile, TypeFound } from './model/profile'
import { content } from './model/signature'
import { ColumnFacts, type ProfiledColumn } from './profile/column'
import { Withheld } from './withheld'
import { fieldOfMost } from './schema/infer/majority'

/** Values of a column that tell its type. */
const SAMPLE = 200
/** Those that tell it where nothing more is asked. */
const FEW = 40

interface ProfileOptions {
  /** Columns to tell of; absent: all. */
  readonly columns?: readonly number[]
  /** So many of the first rows, a chunk more or less; absent: all. */
  readonly rows?: number
  /** What is never told, where that is known already. */
  readonly withheld?: Withheld
}

/** The facts found in the columns of a table, which is read once to its end, in bounded memory. Never throws. */
export function profile(dataset: Dataset, options: ProfileOptions = {}): TableProfile {
  const steps = profileInSteps(dataset, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps of some milliseconds, each of which tells the share of the text that is read. */
export function* profileInSteps(dataset: Dataset, options: ProfileOptions = {}): Generator<number, TableProfile> {
  const { table, readable } = dataset
  if (!readable) return { rows: 0, isWhole: true, columns: [] }
  const { withheld = new Withheld(dataset) } = options
  const facts = columnsOf(dataset, options, withheld).map(column => new ColumnFacts(column, table))
  let rows = 0
  let isWhole = true
  for (const chunk of table.chunks()) {
    if (rows >= (options.rows ?? Number.POSITIVE_INFINITY)) {
      isWhole = false
      break
    }
    const data = filledRows(table, chunk)
    // A row that goes on was counted where it began.
    rows += data[0] === 0 && chunk.firstColumn > 0 ? data.length - 1 : data.length
    for (const column of facts) column.add(chunk, data)
    yield chunk.start / table.source.length
  }
  const columns: ColumnProfile[] = []
  for (const column of facts) {
    const steps = column.profile()
    for (;;) {
      const { done, value } = steps.next()
      if (done) {
        columns.push(tellsWithheld(value, withheld) ? silent(value) : value)
        break
      }
      yield 1
    }
  }
  return { rows, isWhole, columns }
}

/** The type of each column, in their order: the one declared, else the one that most of a few of its first values have. */
export function columnTypes({ described, firstRows }: Dataset): readonly FieldType[] {
  return described.columns.map(
    ({ index, label, field }) => (field ?? fieldOfMost(label, sampled(firstRows.values(index), FEW)).field).type,
  )
}

/** Whether a figure is a value that is not told; one beyond the first rows is met here only. */
function tellsWithheld({ column, texts, numbers, top }: ColumnProfile, withheld: Withheld): boolean {
  const told = [texts?.least, texts?.greatest, numbers?.least, numbers?.greatest, ...top.map(({ value }) => value)]
  return told.some(value => value !== undefined && withheld.isValue(column, String(value)))
}

/** A profile without values nor figures made of them. */
function silent(told: ColumnProfile): ColumnProfile {
  const { column, label, declared, found, isCode, filled, absent, unread, understood, distinct } = told
  const counts = { column, label, found, isCode, filled, absent, unread, understood, distinct }
  return { ...counts, ...(declared && { declared }), isWithheld: true, top: [], topMargin: 0 }
}

function columnsOf(
  { described, firstRows }: Dataset,
  { columns, rows }: ProfileOptions,
  withheld: Withheld,
): ProfiledColumn[] {
  const wanted = columns ? described.columns.filter(({ index }) => columns.includes(index)) : described.columns
  return wanted.map(column => {
    const { index, label, field: declared } = column
    const { field: found, isCode } = fieldOfMost(
      label,
      sampled(firstRows.values(index), rows === undefined ? SAMPLE : FEW),
    )
    const field = declared !== undefined && declared.type !== 'any' ? declared : found
    return {
      index,
      label: withheld.labelOf(index),
      declared: declared && typeFound(declared),
      found: typeFound(found),
      field,
      isCode: declared?.identifier !== undefined || isCode || (isNumeric(field) && !holdsMeasures(column)),
      isWithheld: withheld.isInColumn(index),
    }
  })
}

function typeFound({ type, format }: Field): TypeFound {
  return { type, ...(format !== 'default' && { format }) }
}

/** Values from all over the first rows. */
function sampled(values: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, Math.floor(values.length / count))
  return values.filter((_, i) => i % step === 0).slice(0, count)
}

/** The rows of a chunk that hold data and are not blank, counted from its first. */
function filledRows(table: FileTable, chunk: Chunk): Uint32Array {
  const { rowCells, rowCount } = chunk
  const rows = new Uint32Array(rowCount)
  let count = 0
  for (let row = 0; row < rowCount; row++) {
    if (!table.isDataIn(chunk, row)) continue
    const end = rowCells[row + 1]!
    for (let cell = rowCells[row]!; cell < end; cell++) {
      if ((signatureAt(chunk, cell) & content) === 0) continue
      rows[count++] = row
      break
    }
  }
  return rows.subarray(0, count)
}
