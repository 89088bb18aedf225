import { conceptMarkdown } from './concept-words'
import type { Dataset } from './dataset'
import { fieldMarkdown, hoverConcept } from './hover'
import { communeCodes } from './model/commune-codes'
import type { Field } from './model/field'
import type { Commune } from './model/lists'
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

/** Communes offered at once: more are not read. */
const MOST = 20

/**
 * The values that a cell may take: those that the schema lists, its booleans, the day of the reader for a date, the
 * codes of the communes that begin as it does. `isAll` is false when more could be offered once more is written.
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
      described.header.missing.map(({ field }) => ({
        ...offer(field.name, inLanguage(field.title, language)),
        documentation: fieldMarkdown(dataset, field, reader),
      })),
    )
  if (!table.isData(row)) return none
  const values = field ? valuesOf(field, today) : []
  const documentation = conceptMarkdown(hoverConcept(dataset, column), reader)
  if (values.length > 0) return all(values.map(value => ({ ...offer(value), documentation })))
  const lists = described.columns[column] && communeCodes(described.columns[column])
  const begun = (table.text(row, column) ?? '').trim()
  if (!lists || begun === '') return none
  const communes = lists.communesBeginning(begun, MOST)
  return {
    offers: communes.map(commune),
    isAll: communes.length < MOST && communes.every(({ code }) => code.startsWith(begun)),
  }

  /** Found by its name as by its code, whichever was begun. */
  function commune({ code, name = code, postalCodes }: Commune): Offer {
    const isCode = code.startsWith(begun)
    return {
      ...offer(code, [name, ...postalCodes.slice(0, 3)].join(' · ')),
      label: `${code} ${name}`,
      sought: isCode ? code : begun,
      documentation,
    }
  }

  function offer(value: string, detail?: string): Offer {
    const [edit = { span: span as Span, text: value }] = table.edits({ set: 'cell', row, column, value }, field?.type)
    return { label: value, edit, kind: 'value', ...(detail !== undefined && { detail }) }
  }
}

function all(offers: readonly Offer[]) {
  return { offers, isAll: true }
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
