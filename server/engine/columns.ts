import type { CsvTable } from './csv/table'
import type { Field } from './model/field'
import { signature } from './model/signature'
import type { Column } from './model/table'

const BITS = 0xffff & ~(signature.quoted | signature.escaped)

/** The columns of a table, each with the evidence of its first `rows` data rows, read when first asked for. */
export function columnsOf(table: CsvTable, fields: readonly (Field | undefined)[], rows: number): readonly Column[] {
  let usual: Uint32Array | undefined
  return table.labels.map((label, index) => {
    let sample: readonly string[] | undefined
    return {
      index,
      label,
      field: fields[index],
      get sample() {
        sample ??= sampleOf(table, index, rows)
        return sample
      },
      get usual() {
        usual ??= usualMasks(table, rows)
        return usual[index]!
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

function usualMasks(table: CsvTable, rows: number): Uint32Array {
  const masks = new Uint32Array(table.labels.length)
  for (const chunk of table.chunks()) {
    if (chunk.firstRow >= table.firstDataRow + rows) break
    for (let i = 0; i < chunk.rowCount; i++) {
      const row = chunk.firstRow + i
      if (row < table.firstDataRow || row >= table.firstDataRow + rows) continue
      const first = chunk.rowCells[i]!
      const shift = i === 0 ? chunk.firstColumn : 0
      for (let cell = first; cell < chunk.rowCells[i + 1]! && cell - first + shift < masks.length; cell++)
        masks[cell - first + shift]! |= chunk.signatures[cell]! & BITS
    }
  }
  return masks
}
