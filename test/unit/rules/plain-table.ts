import type { Chunk } from '../../../server/engine/model/chunk'
import type { Field } from '../../../server/engine/model/field'
import type { HeaderMatch } from '../../../server/engine/model/header'
import type { Schema } from '../../../server/engine/model/schema'
import type { Described, Table } from '../../../server/engine/model/table'
import { signatureOf } from '../signature'
import { column } from './described'

/** A table of lines whose cells `;` separates, none of them quoted or broken, in one chunk. */
export function plainTable(text: string, { header = 0 }: { header?: number | 'none' } = {}): Table {
  const bytes = new TextEncoder().encode(text)
  const rows = text.split('\n').map(line => line.split(';'))
  const chunk = chunkOf(bytes, rows)
  const headerRow = header === 'none' ? undefined : header
  const firstDataRow = headerRow === undefined ? 0 : headerRow + 1
  const cellOf = (row: number, cell: number) =>
    cell < (rows[row]?.length ?? 0) ? chunk.rowCells[row]! + cell : undefined
  const spanOf = (cell: number | undefined) =>
    cell === undefined ? undefined : { start: chunk.cellStart[cell]!, end: chunk.cellEnd[cell]! }
  return {
    labels: headerRow === undefined ? rows[0]!.map(() => '') : rows[headerRow]!,
    headerRow,
    isKeyed: false,
    recordsAt: undefined,
    paths: undefined,
    listsAt: [],
    firstDataRow,
    rowCount: rows.length,
    columnCount: rows[headerRow ?? 0]!.length,
    chunks: () => [chunk],
    textAt: (_chunk, cell) => new TextDecoder().decode(bytes.subarray(chunk.cellStart[cell], chunk.cellEnd[cell])),
    text: (row, cell) => rows[row]?.[cell],
    cellSpan: (row, cell) => spanOf(cellOf(row, cell)),
    rowSpan: row => ({ start: spanOf(cellOf(row, 0))!.start, end: spanOf(cellOf(row, rows[row]!.length - 1))!.end }),
    width: row => rows[row]?.length ?? 0,
    columnsLeftOut: 0,
    locate: () => ({ row: 0, column: 0 }),
    isData: row => row >= firstDataRow,
    isDataIn: ({ firstRow }, index) => firstRow + index >= firstDataRow,
  }
}

/** The table under a schema whose fields are met by name, whatever their case. */
export function describedAs(table: Table, fields: readonly Field[] = []): Described {
  const schema: Schema | undefined = fields.length
    ? { id: 'test', version: undefined, fields, primaryKey: [], customChecks: [] }
    : undefined
  const fieldOf = (label: string) => fields.find(one => plain(one.name) === plain(label))
  const found = table.labels.map(fieldOf)
  const places = found.flatMap((one, index) => (one ? [{ index, place: fields.indexOf(one) }] : []))
  const header: HeaderMatch = {
    fields: found,
    misspelt: found.flatMap((one, index) =>
      one && one.name !== table.labels[index] ? [{ column: index, field: one, alike: true }] : [],
    ),
    former: [],
    extra: schema ? found.flatMap((one, index) => (one ? [] : [index])) : [],
    missing: fields.flatMap((one, index) => (found.includes(one) ? [] : [{ field: one, index }])),
    moved: places.flatMap(({ index, place }, i) => (i > 0 && places[i - 1]!.place > place ? [index] : [])),
  }
  const columns = table.labels.map((label, index) => {
    const sample: string[] = []
    for (let row = table.firstDataRow; row < table.rowCount; row++) {
      const text = table.text(row, index)
      if (text) sample.push(text)
    }
    return column({ index, label, field: found[index], sample })
  })
  return { table, columns, schema, header, lists: undefined }
}

function chunkOf(bytes: Uint8Array, rows: readonly (readonly string[])[]): Chunk {
  const rowCells = [0]
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const cells of rows) {
    for (const cell of cells) {
      starts.push(at)
      at += new TextEncoder().encode(cell).length
      ends.push(at)
      at++
    }
    rowCells.push(starts.length)
  }
  const signatures = starts.map((start, i) => signatureOf(bytes.subarray(start, ends[i])))
  return {
    bytes,
    start: 0,
    firstRow: 0,
    firstColumn: 0,
    rowCount: rows.length,
    rowEnded: true,
    rowCells: Uint32Array.from(rowCells),
    cellStart: Uint32Array.from(starts),
    cellEnd: Uint32Array.from(ends),
    signatures: Uint32Array.from(signatures),
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
