import type { Dialect } from './engine/model/dialect'
import { isObject } from './engine/schema/json-value'

type Written = { -readonly [Part in keyof Dialect]?: Dialect[Part] }

/** Reads a Table Dialect (version 1 or 2) from the JSON value that tells it; undefined when it is none. What it does not say is left to be found. */
export function readDialect(value: unknown): Partial<Dialect> | undefined {
  if (!isObject(value)) return undefined
  const dialect: Written = {}
  const text = (key: string) => (typeof value[key] === 'string' ? value[key] : undefined)
  const delimiter = text('delimiter')
  if (delimiter) dialect.delimiter = delimiter
  const quote = text('quoteChar')
  if (quote !== undefined) dialect.quoteChar = quote
  const escape = text('escapeChar')
  if (escape) dialect.escapeChar = escape
  const comment = text('commentChar')
  if (comment) dialect.commentChar = comment
  const join = text('headerJoin')
  if (join !== undefined) dialect.headerJoin = join
  const decimal = text('decimalChar')
  if (decimal) dialect.decimalChar = decimal
  const lineEnd = text('lineTerminator')
  if (lineEnd === '\r\n' || lineEnd === '\n' || lineEnd === '\r') dialect.lineTerminator = lineEnd
  if (typeof value['skipInitialSpace'] === 'boolean') dialect.skipInitialSpace = value['skipInitialSpace']
  // Table Dialect counts rows from 1.
  const rows = Array.isArray(value['headerRows']) ? value['headerRows'].filter(isRow).map(row => row - 1) : undefined
  if (value['header'] === false) dialect.headerRows = []
  else if (rows && rows.length > 0) dialect.headerRows = rows
  return dialect
}

function isRow(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0
}
