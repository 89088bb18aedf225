import type { CsvTable } from './csv/table'
import type { Field } from './model/field'
import { signature } from './model/signature'
import type { Column } from './model/table'

const BIT_COUNT = 16
const BITS = 0xffff & ~(signature.quoted | signature.escaped)

/** Cells among which a bit must be found in more than one, to be usual. */
const RARE = 50

/** So many rows with at most one value are notes and blank rows, which tell nothing of what the rows of a table fill. */
const NOTES = 5

/** The columns of a table, each with the evidence of its first `rows` data rows, read when first asked for. */
export function columnsOf(table: CsvTable, fields: readonly (Field | undefined)[], rows: number): readonly Column[] {
  let habits: readonly Habit[] | undefined
  return table.labels.map((label, index) => {
    let sample: readonly string[] | undefined
    let isSampleRead = false
    const learnt = new Map<(sample: readonly string[]) => unknown, unknown>()
    const habit = () => {
      habits ??= habitsOf(table, rows)
      return habits[index]!
    }
    return {
      index,
      label,
      field: fields[index],
      get sample() {
        isSampleRead = true
        sample ??= sampleOf(table, index, rows)
        return sample
      },
      get isSampleRead() {
        return isSampleRead
      },
      learnt,
      learn<Fact>(reduce: (sample: readonly string[]) => Fact): Fact {
        sample ??= sampleOf(table, index, rows)
        if (!learnt.has(reduce)) learnt.set(reduce, reduce(sample))
        return learnt.get(reduce) as Fact
      },
      get usual() {
        return habit().usual
      },
      get isUsuallyFilled() {
        return habit().isUsuallyFilled
      },
    }
  })
}

function sampleOf(table: CsvTable, column: number, rows: number): string[] {
  const values: string[] = []
  for (let row = table.firstDataRow; row < table.firstDataRow + rows && table.width(row) > 0; row++) {
    const text = table.isData(row) ? table.text(row, column) : undefined
    if (text !== undefined && text !== '') values.push(text)
  }
  return values
}

/** What the cells of a column mostly are. */
interface Habit {
  readonly usual: number
  readonly isUsuallyFilled: boolean
}

function habitsOf(table: CsvTable, rows: number): Habit[] {
  const width = table.labels.length
  const counts = new Uint32Array(width * BIT_COUNT)
  const filled = new Uint32Array(width)
  /** Cells that have their row for themselves. */
  const alone = new Uint32Array(width)
  let read = 0
  let inRow = 0
  let last = 0
  let bare = 0
  const endRow = () => {
    if (inRow > 1 || read === 0) return
    bare++
    if (inRow === 1) alone[last]!++
  }
  for (const chunk of table.chunks()) {
    if (chunk.firstRow >= table.firstDataRow + rows) break
    for (let i = 0; i < chunk.rowCount; i++) {
      const row = chunk.firstRow + i
      if (row >= table.firstDataRow + rows || !table.isDataIn(chunk, i)) continue
      const first = chunk.rowCells[i]!
      const shift = i === 0 ? chunk.firstColumn : 0
      if (shift === 0) {
        endRow()
        read++
        inRow = 0
      }
      for (let cell = first; cell < chunk.rowCells[i + 1]! && cell - first + shift < width; cell++) {
        const column = cell - first + shift
        const mask = chunk.signatures[cell]!
        if (mask <= 0xffff) continue
        filled[column]!++
        inRow++
        last = column
        for (let bits = mask & BITS; bits !== 0; bits &= bits - 1)
          counts[column * BIT_COUNT + 31 - Math.clz32(bits & -bits)]!++
      }
    }
  }
  endRow()
  const areNotes = width > 1 && bare <= NOTES
  const rowsRead = areNotes ? read - bare : read
  return Array.from({ length: width }, (_, column) => {
    const inRows = areNotes ? filled[column]! - alone[column]! : filled[column]!
    let usual = 0
    for (let bit = 0; bit < BIT_COUNT; bit++)
      if (counts[column * BIT_COUNT + bit]! * RARE > filled[column]!) usual |= 1 << bit
    return { usual, isUsuallyFilled: inRows > 0 && inRows * 10 >= rowsRead * 9 }
  })
}
