import type { Change } from '../model/change'
import type { Dialect } from '../model/dialect'
import type { FileTable } from '../model/file-table'
import type { Edit, Span } from '../model/span'
import type { Marks } from './cell'
import { isValueType, typeOfCell } from './cell-type'
import { usualDelimiters } from './marks'

/** A table that is written with delimiters. */
type Delimited = Omit<FileTable, 'edits'> & { readonly dialect: Dialect; readonly marks: Marks }

/** The edits that carry a change out in the text of a table: dialect and quoting kept, every other byte untouched. */
export function editsOf(table: Delimited, change: Change): readonly Edit[] {
  if ('operation' in change) return []
  if ('remove' in change) return removal(table, change)
  if ('add' in change) return addition(table, change)
  switch (change.set) {
    case 'cell': {
      const span = table.cellSpan(change.row, change.column)
      if (!span) return []
      return [{ span, text: isQuoted(table, span) ? quoted(table, change.value) : spell(table, change.value) }]
    }
    case 'quotes': {
      const span = table.cellSpan(change.row, change.column)
      return span ? [{ span, text: quoted(table, table.text(change.row, change.column) ?? '') }] : []
    }
    case 'row':
      return [
        {
          span: table.rowSpan(change.row),
          text: change.values.map(value => spell(table, value)).join(table.dialect.delimiter),
        },
      ]
    case 'order':
      return reordered(table, change.columns)
  }
}

/** A value as this file writes it: between quotes only when it must be. */
function spell(table: Delimited, value: string): string {
  const { delimiter, quoteChar, escapeChar, escapesAll } = table.dialect
  if (quoteChar === '') return value
  const must =
    value.includes(delimiter) ||
    /[\r\n]/.test(value) ||
    value.includes(quoteChar) ||
    (escapesAll && value.includes(escapeChar!)) ||
    (table.columnCount === 1 && wouldPart(value))
  return must ? quoted(table, value) : value
}

/** Whether a value would be read as several cells where nothing else tells a delimiter: `1,20` stays one, as a number. */
function wouldPart(value: string): boolean {
  if (!usualDelimiters.some(mark => value.includes(mark))) return false
  const bytes = new TextEncoder().encode(value)
  return !isValueType(typeOfCell(bytes, 0, bytes.length))
}

function quoted({ dialect: { quoteChar, escapeChar } }: Delimited, value: string): string {
  const mark = quoteChar || '"'
  const inside =
    escapeChar === undefined
      ? value.replaceAll(mark, mark + mark)
      : value.replaceAll(escapeChar, escapeChar + escapeChar).replaceAll(mark, escapeChar + mark)
  return mark + inside + mark
}

function isQuoted(table: Delimited, span: Span): boolean {
  const { quote } = table.marks
  const bytes = table.bytesOf(span)
  return bytes.length > 1 && bytes[0] === quote && bytes.at(-1) === quote
}

function removal(table: Delimited, change: Extract<Change, { remove: string }>): Edit[] {
  switch (change.remove) {
    case 'rows': {
      const start = table.rowStart(change.row)
      const end = table.rowStart(change.row + change.count)
      // A file that ended without a line end still does: the one before goes with the last row.
      const isUnended = end === table.source.length && table.rowSpan(change.row + change.count - 1).end === end
      const from = isUnended && change.row > 0 ? table.rowSpan(change.row - 1).end : start
      return [{ span: { start: from, end }, text: '' }]
    }
    case 'cells':
      return withoutCells(table, change.row, change.column, Number.POSITIVE_INFINITY)
    case 'columns':
      return everyRow(table).flatMap(row => withoutCells(table, row, change.column, change.count))
  }
}

function addition(table: Delimited, change: Extract<Change, { add: string }>): Edit[] {
  const { delimiter, lineTerminator } = table.dialect
  switch (change.add) {
    case 'cells': {
      const { end } = table.rowSpan(change.row)
      return [{ span: { start: end, end }, text: delimiter.repeat(change.count) }]
    }
    case 'header': {
      const start = table.rowStart(table.firstDataRow)
      const text = change.labels.map(label => spell(table, label)).join(delimiter) + lineTerminator
      return [{ span: { start, end: start }, text }]
    }
    case 'line-end': {
      const end = table.source.length
      return [{ span: { start: end, end }, text: lineTerminator }]
    }
    case 'column':
      return everyRow(table).map(row => {
        const text = row === table.headerRow ? spell(table, change.label) : ''
        const next = table.cellSpan(row, change.column)
        if (next) return { span: { start: next.start, end: next.start }, text: text + delimiter }
        const { end } = table.rowSpan(row)
        const padding = delimiter.repeat(Math.max(1, change.column - table.width(row) + 1))
        return { span: { start: end, end }, text: padding + text }
      })
  }
}

/** The row without the cells from `column` on, and without the delimiters that led to them. */
function withoutCells(table: Delimited, row: number, column: number, count: number): Edit[] {
  const first = table.cellSpan(row, column)
  if (!first) return []
  const after = count === Number.POSITIVE_INFINITY ? undefined : table.cellSpan(row, column + count)
  const before = column === 0 ? undefined : table.cellSpan(row, column - 1)
  const { end } = table.rowSpan(row)
  const span = after ? { start: first.start, end: after.start } : { start: before?.end ?? first.start, end }
  return [{ span, text: '' }]
}

/** The cells of each row in another order; those that stand under no column keep their place behind them. */
function reordered(table: Delimited, columns: readonly number[]): Edit[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return everyRow(table).map(row => {
    const beyond = Array.from({ length: Math.max(0, table.width(row) - columns.length) }, (_, i) => columns.length + i)
    const cells = [...columns, ...beyond].map(column => {
      const span = table.cellSpan(row, column)
      return span ? decoder.decode(table.bytesOf(span)) : ''
    })
    return { span: table.rowSpan(row), text: cells.join(table.dialect.delimiter) }
  })
}

/** The header and the data rows; preamble, comments and blank lines are left alone. */
function everyRow(table: Delimited): number[] {
  const rows: number[] = []
  for (let row = table.headerRow ?? table.firstDataRow; row < table.rowCount; row++) {
    const { start, end } = table.rowSpan(row)
    if (end > start && (row === table.headerRow || table.isData(row))) rows.push(row)
  }
  return rows
}
