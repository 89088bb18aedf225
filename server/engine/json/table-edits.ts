import type { Change } from '../model/change'
import type { FieldType } from '../model/field'
import type { FileTable } from '../model/file-table'
import { bytesBetween, type Source } from '../model/source'
import type { Edit, Span } from '../model/span'
import type { Layout } from './layout'
import { skipScalar } from './skip'

/** What an edit must know of a table of records. */
interface RecordTable extends Omit<FileTable, 'edits'> {
  readonly layout: Layout
  isThere(row: number, column: number): boolean
  keySpan(row: number, column: number): Span | undefined
}

/** Types whose values JSON writes without quotes. */
const NUMBERS: ReadonlySet<FieldType> = new Set(['number', 'integer', 'year'])
const NESTED: ReadonlySet<FieldType> = new Set(['object', 'array', 'geojson', 'geopoint'])

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The edits that carry a change out in the text of records: only the bytes of the value change, and its kind stays. */
export function tableEdits(table: RecordTable, change: Change, type?: FieldType): readonly Edit[] {
  if ('operation' in change) return []
  if ('remove' in change) return removal(table, change)
  if ('add' in change) return change.add === 'column' && table.isKeyed ? added(table, change.label) : []
  switch (change.set) {
    case 'cell':
      return cellEdits(table, change, type)
    case 'row':
      return change.values.flatMap((value, column) =>
        value === (table.text(change.row, column) ?? '')
          ? []
          : cellEdits(table, { row: change.row, column, value }, undefined),
      )
    case 'quotes':
    case 'order':
      return []
  }
}

interface NewCell {
  readonly row: number
  readonly column: number
  readonly value: string
  readonly as?: 'text'
}

function cellEdits(
  table: RecordTable,
  { row, column, value, as }: NewCell,
  declared: FieldType | undefined,
): readonly Edit[] {
  const type = as === 'text' ? 'string' : declared
  if (table.isKeyed && row === table.headerRow) return renamed(table, column, value)
  const span = table.cellSpan(row, column)
  if (!span) return []
  if (table.isThere(row, column))
    return [{ span, text: written(value, decoder.decode(bytesBetween(table.source, span.start, span.end)), type) }]
  const isWithin = table.layout.inner !== undefined
  return value === '' || isWithin ? [] : inserted(table, row, table.labels[column]!, written(value, 'null', type))
}

/** A value as JSON writes it where another stood: of the same kind, unless the schema declares another. */
function written(value: string, before: string, type: FieldType | undefined): string {
  const isText = before.startsWith('"') || before.startsWith("'")
  if (value === '') return isText ? '""' : 'null'
  if (type === 'string') return JSON.stringify(value)
  if (type !== undefined && NUMBERS.has(type) && isNumber(value)) return value
  if (type !== undefined && NESTED.has(type) && isJson(value)) return value
  if (isText) return JSON.stringify(value)
  if (value === 'true' || value === 'false')
    return before === 'true' || before === 'false' || type === 'boolean' ? value : JSON.stringify(value)
  return isNumber(value) || isJson(value) ? value : JSON.stringify(value)
}

function isNumber(value: string): boolean {
  const bytes = new TextEncoder().encode(`${value},`)
  return /^[-\d]/.test(value) && skipScalar(bytes, 0) === bytes.length - 1
}

/** Whether a text is a list or an object of JSON. */
function isJson(value: string): boolean {
  if (!/^\s*[[{]/.test(value)) return false
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

/** The key of a column in every record that has it. */
function renamed(table: RecordTable, column: number, name: string): readonly Edit[] {
  const text = JSON.stringify(name)
  return rowsOf(table).flatMap(row => {
    const span = table.keySpan(row, column)
    return span ? [{ span, text }] : []
  })
}

/** A member behind the others of every record. */
function added(table: RecordTable, label: string): readonly Edit[] {
  return table.layout.inner !== undefined ? [] : rowsOf(table).flatMap(row => inserted(table, row, label, 'null'))
}

/** A member behind the last of a record that is a cell, laid out as that is; else before all that it has. */
function inserted(table: RecordTable, row: number, label: string, value: string): readonly Edit[] {
  const record = table.rowSpan(row)
  let last = record.start + 1
  let key: Span | undefined
  for (let column = 0; column < table.columnCount; column++) {
    const span = table.isThere(row, column) ? table.cellSpan(row, column) : undefined
    if (!span || span.end <= last) continue
    last = span.end
    key = table.keySpan(row, column)
  }
  const member = `${JSON.stringify(label)}: ${value}`
  if (!key) return opening(table.source, record, member)
  return [{ span: { start: last, end: last }, text: `,${spaceBefore(table.source, key.start)}${member}` }]
}

/** Bytes of spaces and line ends that are read beside a member. */
const SPACE = 200

/** A member behind the opening bracket of a record; nothing where the record is no object. */
function opening(source: Source, record: Span, member: string): readonly Edit[] {
  const beginning = decoder.decode(bytesBetween(source, record.start, Math.min(record.end, record.start + SPACE)))
  // What lies behind a comment may be the end.
  const [, space, next] = /^\{([ \t\r\n]*)([^ \t\r\n/])/.exec(beginning) ?? []
  if (space === undefined) return []
  const start = record.start + 1
  return next === '}'
    ? [{ span: { start, end: start + space.length }, text: member }]
    : [{ span: { start, end: start }, text: `${space}${member},` }]
}

/** The spaces and the line end before a byte. */
function spaceBefore(source: Source, at: number): string {
  const from = Math.max(0, at - SPACE)
  return /[ \t\r\n]*$/.exec(decoder.decode(bytesBetween(source, from, at)))![0]
}

function removal(table: RecordTable, change: Extract<Change, { remove: string }>): readonly Edit[] {
  switch (change.remove) {
    case 'rows':
      return withoutRows(table, change.row, change.count)
    case 'cells':
      return table.isKeyed ? [] : withoutCells(table, change.row, change.column)
    case 'columns':
      return []
  }
}

/** Records go with the comma that parts them from the next one, or from the one before. */
function withoutRows(table: RecordTable, row: number, count: number): readonly Edit[] {
  const first = table.rowSpan(row)
  const last = table.rowSpan(row + count - 1)
  const next = table.rowSpan(row + count)
  if (next.end > next.start) return [{ span: { start: first.start, end: next.start }, text: '' }]
  const isFirst = row === 0 || (row <= table.firstDataRow && table.isKeyed)
  const start = isFirst ? first.start : table.rowSpan(row - 1).end
  return [{ span: { start, end: last.end }, text: '' }]
}

/** A list of cells without those from a column on, and without the commas that led to them. */
function withoutCells(table: RecordTable, row: number, column: number): readonly Edit[] {
  const first = table.cellSpan(row, column)
  const last = table.cellSpan(row, table.width(row) - 1)
  if (!first || !last) return []
  const before = column === 0 ? undefined : table.cellSpan(row, column - 1)
  return [{ span: { start: before?.end ?? first.start, end: last.end }, text: '' }]
}

function rowsOf(table: RecordTable): readonly number[] {
  return Array.from({ length: Math.max(0, table.rowCount - table.firstDataRow) }, (_, i) => table.firstDataRow + i)
}
