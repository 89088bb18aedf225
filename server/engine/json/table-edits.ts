import type { Change } from '../model/change'
import type { FieldType } from '../model/field'
import type { FileTable } from '../model/file-table'
import { pointer, steps } from '../model/pointer'
import { bytesBetween, type Source } from '../model/source'
import type { Edit, Span } from '../model/span'
import type { Node } from '../model/tree'
import type { Holder } from './columns'
import type { Layout } from './layout'
import { holdersIn, member, type RecordPath } from './record-path'
import { skipScalar } from './skip'
import { shifted } from './whole-faults'

/** What an edit must know of a table of records. */
interface RecordTable extends Omit<FileTable, 'edits'> {
  readonly layout: Layout
  readonly holders: readonly Holder[]
  isThere(row: number, column: number): boolean
  keySpan(row: number, column: number): Span | undefined
  recordAt(row: number): Node | undefined
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
  const keys = table.paths?.[column]
  if (value === '' || !keys) return []
  return inserted(table, row, { keys, listAt: table.listsAt[column] }, written(value, 'null', type))
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

/**
 * The last key of a column in every record that has it; none where the keys before it would have to be others, nor in the
 * elements of a list, which all have the same keys.
 */
function renamed(table: RecordTable, column: number, label: string): readonly Edit[] {
  const name = table.listsAt[column] === undefined ? lastKey(table, column, label) : undefined
  if (name === undefined) return []
  const text = JSON.stringify(name)
  return rowsOf(table).flatMap(row => {
    const span = table.keySpan(row, column)
    return span ? [{ span, text }] : []
  })
}

/** The key that gives a column that label; undefined where no other last key does. */
function lastKey({ labels, paths, ownColumns, layout }: RecordTable, column: number, label: string) {
  const path = paths?.[column] ?? []
  const isInside = layout.inner !== undefined && !ownColumns.includes(column)
  const before = path.slice(isInside ? 1 : 0, -1)
  if (before.length === 0) return label
  const dotted = before.map(key => `${key}.`).join('')
  const pointed = `${path.slice(0, -1).reduce<string>(pointer, '')}/`
  const leading = labels[column]!.startsWith(dotted) ? dotted : pointed
  const rest = label.slice(leading.length)
  if (!label.startsWith(leading) || rest === '') return undefined
  return leading === dotted ? rest : steps(`/${rest}`).join('/')
}

/** A member behind the others of every object that should hold it. */
function added(table: RecordTable, label: string): readonly Edit[] {
  const { inner } = table.layout
  const holder = table.holders.findLast(({ prefix }) => label.startsWith(prefix) && label !== prefix)
  // A list has elements, and no other than it has.
  if (holder?.bracket === 91) return []
  const path = holder ? [...holder.path, label.slice(holder.prefix.length)] : [label]
  const keys = inner === undefined ? path : [inner, ...path]
  const listAt = holder?.listAt === undefined ? undefined : holder.listAt + keys.length - path.length
  return rowsOf(table).flatMap(row => inserted(table, row, { keys, listAt }, 'null'))
}

/** A member behind the others of the object that should hold it, laid out as they are; nothing where that is not there. */
function inserted(table: RecordTable, row: number, path: RecordPath, value: string): readonly Edit[] {
  const { keys } = path
  const holder = holdersIn(table.recordAt(row), path)[keys.length - 1]
  const name = keys.at(-1)!
  if (!holder || member(holder, name)) return []
  const { start } = table.rowSpan(row)
  const text = `${JSON.stringify(name)}: ${value}`
  const last = holder.children.at(-1)
  if (!last) return alone(table.source, shifted(holder.span, start), text)
  const end = start + last.span.end
  const keyStart = start + (last.key ?? last).span.start
  return [{ span: { start: end, end }, text: `,${spaceBefore(table.source, keyStart)}${text}` }]
}

/** The only member of an object; nothing where something else stands in it. */
function alone(source: Source, { start, end }: Span, text: string): readonly Edit[] {
  const span = { start: start + 1, end: end - 1 }
  return bytesBetween(source, span.start, span.end).every(isSpace) ? [{ span, text }] : []
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13
}

/** Bytes of spaces and line ends that are read beside a member. */
const SPACE = 200

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
