import type { Dialect, RecordsTold } from '../engine/model/dialect'
import { isObject } from '../engine/schema/json-value'

type Written = { -readonly [Part in keyof Dialect]?: Dialect[Part] }

/** Reads a Table Dialect (version 1 or 2) from the JSON value that tells it; undefined when it is none. What it does not say is left to be found. */
export function readDialect(given: unknown): Partial<Dialect> | undefined {
  if (!isObject(given)) return undefined
  // Frictionless 5 keeps apart what only CSV has, and what only JSON has.
  const value = isObject(given['csv']) ? { ...given, ...given['csv'] } : given
  const ofJson = isObject(given['json']) ? { itemKeys: given['json']['keys'], ...given['json'] } : given
  const dialect: Written = {}
  const text = (key: string) => (typeof value[key] === 'string' ? value[key] : undefined)
  const delimiter = text('delimiter')
  if (delimiter) dialect.delimiter = delimiter
  const quote = text('quoteChar')
  if (quote !== undefined || value['quoteChar'] === null) dialect.quoteChar = quote ?? ''
  const escape = text('escapeChar')
  // A quote that escapes quotes is a doubled one.
  if (escape && escape !== (quote ?? '"')) dialect.escapeChar = escape
  if (typeof value['doubleQuote'] === 'boolean') dialect.doubleQuote = value['doubleQuote']
  const comment = text('commentChar')
  if (comment) dialect.commentChar = comment
  const join = text('headerJoin')
  if (join !== undefined) dialect.headerJoin = join
  const decimal = text('decimalChar')
  if (decimal) dialect.decimalChar = decimal
  const lineEnd = text('lineTerminator')
  if (lineEnd === '\r\n' || lineEnd === '\n' || lineEnd === '\r') dialect.lineTerminator = lineEnd
  if (typeof value['skipInitialSpace'] === 'boolean') dialect.skipInitialSpace = value['skipInitialSpace']
  const nothing = text('nullSequence')
  if (nothing !== undefined) dialect.nullSequence = nothing
  const comments = rowsIn(value['commentRows'])
  if (comments.length > 0) dialect.commentRows = comments
  const rows = rowsIn(value['headerRows'])
  if (value['header'] === false) dialect.headerRows = []
  else if (rows.length > 0) dialect.headerRows = rows
  // CSV Dialect has this word, Frictionless 5 has the other.
  if (value['caseSensitiveHeader'] === false || value['headerCase'] === false) dialect.labelCase = 'any'
  const unheeded = unheededIn(value)
  if (unheeded.length > 0) dialect.unheeded = unheeded
  const records = recordsIn(ofJson)
  if (Object.keys(records).length > 0) dialect.records = records
  return dialect
}

/** The members that ask for what the reader does not do. */
function unheededIn({ lineTerminator }: Readonly<Record<string, unknown>>): readonly string[] {
  const endsOtherwise = typeof lineTerminator === 'string' && !/^(?:\r\n?|\n)?$/.test(lineTerminator)
  return endsOtherwise ? [`lineTerminator: ${JSON.stringify(lineTerminator)}`] : []
}

function recordsIn({ property, itemType, itemKeys }: Readonly<Record<string, unknown>>): RecordsTold {
  return {
    ...(typeof property === 'string' && property !== '' && { property }),
    ...(typeof itemType === 'string' && { itemType }),
    ...(Array.isArray(itemKeys) && { itemKeys }),
  }
}

/** Rows counted from 0, where Table Dialect counts them from 1. */
function rowsIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter(isRow).map(row => row - 1) : []
}

function isRow(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0
}
