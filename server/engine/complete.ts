import { placeOffers } from './complete/place'
import { conceptMarkdown } from './concept-words'
import type { Dataset } from './dataset'
import { fieldMarkdown, hoverConcept } from './hover'
import type { Field } from './model/field'
import { inLanguage } from './model/localised'
import type { Reader } from './model/reader'
import type { Edit, Span } from './model/span'

/** What could be written, and where. */
export interface Offer {
  readonly label: string
  readonly edit: Edit
  readonly kind: 'value' | 'property'
  /** What the reader's text is compared with; absent: what would be written. */
  readonly sought?: string
  /** One line beside the label. */
  readonly detail?: string
  /** Markdown. */
  readonly documentation?: string
}

/**
 * The values that a cell may take: those that the schema lists, its booleans, the day of the reader for a date, places
 * by their codes or names. `isAll` is false when more could be offered once more is written.
 */
export function offersForCell(
  dataset: Dataset,
  offset: number,
  { reader, today }: { readonly reader: Reader; readonly today?: string | undefined },
): { readonly offers: readonly Offer[]; readonly isAll: boolean } {
  const { table, described, readable } = dataset
  const { language } = reader
  const none = { offers: [], isAll: true }
  if (!readable) return none
  const { row, column, span = table.cellSpan(row, column) } = table.locate(offset)
  if (!span || offset < span.start || offset > span.end) return none
  const field = described.header.fields[column]
  if (row === table.headerRow)
    return all(
      described.header.missing.flatMap(({ field }) => {
        const named = offer(field.name, inLanguage(field.title, language))
        // A key inside objects cannot take a name that leads elsewhere.
        if (table.isKeyed && named.edit.text === field.name) return []
        return [{ ...named, documentation: fieldMarkdown(dataset, field, reader) }]
      }),
    )
  if (!table.isData(row)) return none
  const values = field ? valuesOf(field, today) : []
  const documentation = conceptMarkdown(hoverConcept(dataset, column), reader)
  if (values.length > 0) return all(values.map(value => ({ ...offer(value), documentation })))
  const places = placeOffers(dataset, row, column)
  if (!places) return none
  return {
    offers: places.offers.map(({ value, detail, ...shown }) => ({ ...offer(value, detail), ...shown, documentation })),
    isAll: places.isAll,
  }

  function offer(value: string, detail?: string): Offer {
    const [edit = { span: span as Span, text: value }] = table.edits({ set: 'cell', row, column, value }, field?.type)
    return { label: value, edit, kind: 'value', ...(detail !== undefined && { detail }) }
  }
}

function all(offers: readonly Offer[]) {
  return { offers, isAll: true }
}

function valuesOf(field: Field, today?: string): readonly string[] {
  const { type, constraints, trueValues, falseValues } = field
  if (constraints.enum) return constraints.enum
  if (type === 'boolean') return [...new Set([trueValues[0], falseValues[0]])].filter(value => value !== undefined)
  return today === undefined ? [] : daysOf(field, today)
}

/** The day, the month or the year of today, as the field has it written; none where it has not. */
function daysOf({ type, format, read }: Field, today: string): readonly string[] {
  const [year = '', month = '', day = ''] = today.split('-')
  const written = {
    date: format.includes('%') ? format.replaceAll('%Y', year).replaceAll('%m', month).replaceAll('%d', day) : today,
    yearmonth: `${year}-${month}`,
    year,
  }
  const value = type === 'date' || type === 'yearmonth' || type === 'year' ? written[type] : undefined
  return value === undefined || read(value) === undefined ? [] : [value]
}
