import { editsOf } from './csv/edits'
import type { Dataset } from './dataset'
import type { Field } from './model/field'
import type { Language } from './model/language'
import { inLanguage } from './model/localised'
import type { Edit, Span } from './model/span'

/** What could be written, and where. */
export interface Offer {
  readonly label: string
  readonly edit: Edit
  readonly kind: 'value' | 'property'
  /** One line beside the label. */
  readonly detail?: string
  /** Markdown. */
  readonly documentation?: string
}

/** The values that a cell may take: those that the schema lists, its booleans, the day of the reader for a date. */
export function offersForCell(
  { table, described, readable }: Dataset,
  offset: number,
  { language, today }: { readonly language: Language; readonly today?: string | undefined },
): readonly Offer[] {
  if (!readable) return []
  const { row, column } = table.locate(offset)
  const span = table.cellSpan(row, column)
  if (!span || offset < span.start || offset > span.end) return []
  if (row === table.headerRow)
    return described.header.missing.map(({ field }) => offer(field.name, inLanguage(field.title, language)))
  const field = described.header.fields[column]
  if (!field || !table.isData(row)) return []
  return valuesOf(field, today).map(value => offer(value))

  function offer(value: string, detail?: string): Offer {
    const [edit = { span: span as Span, text: value }] = editsOf(table, { set: 'cell', row, column, value })
    return { label: value, edit, kind: 'value', ...(detail !== undefined && { detail }) }
  }
}

function valuesOf(
  { type, format, constraints, trueValues, falseValues, read }: Field,
  today?: string,
): readonly string[] {
  if (constraints.enum) return constraints.enum
  if (type === 'boolean') return [...new Set([trueValues[0], falseValues[0]])].filter(value => value !== undefined)
  if (type !== 'date' || today === undefined || (format !== 'default' && format !== '%Y-%m-%d')) return []
  return read(today) === undefined ? [] : [today]
}
