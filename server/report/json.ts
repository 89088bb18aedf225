import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { rowsOf } from '../engine/rows-of'
import { ByteText } from './byte-text'
import { entryOf, rangeOf } from './entry'
import { EntryForm } from './entry-form'
import type { FileReport, Reporter, ReportStyle } from './report'

/** One JSON object, version 1 of the report; what is only known at the end of a file comes after its findings. */
export function jsonReporter(style: ReportStyle): Reporter {
  return {
    start: () => jsonHead(style),
    *file(report) {
      const file = jsonFile(report, style.language)
      yield file.start()
      for (const diagnostics of report.found)
        for (const diagnostic of diagnostics) {
          file.tell(diagnostic)
          if (file.told.isLong) yield file.told.lent()
        }
      yield file.told.lent()
      yield file.end()
      const { path, counts } = report
      return { path, counts, repairable: 0 }
    },
    separator: ',',
    end: () => jsonTail,
  }
}

/** The beginning of a report, before its files. */
export function jsonHead({ version }: ReportStyle): string {
  return `{"version":1,"tool":${JSON.stringify({ name: 'vigie', version })},"files":[`
}

/** What a report tells of one file, finding by finding. */
export function jsonFile({ path, dataset, counts, known }: Omit<FileReport, 'found'>, language: Language) {
  const told = new ByteText()
  const forms = new Map<unknown, EntryForm | 'seen' | 'none'>()
  let separator = firstBreak
  let complete = true
  return {
    start: () => `\n${JSON.stringify({ path, ...datasetEntry(dataset) }).slice(0, -1)},"diagnostics":[`,
    tell(diagnostic: Diagnostic): void {
      const { rule, row, facts, span } = diagnostic
      if (rule === 'not-checked' || rule === 'internal-error') complete = false
      told.addBytes(separator)
      separator = nextBreak
      // Cells of the same content have their facts in common.
      const known = isKept(facts) ? forms.get(facts) : 'none'
      if (typeof known === 'object' && known.fits(diagnostic)) return known.write(told, row!, rangeOf(dataset, span))
      const entry = entryOf(dataset, diagnostic, language)
      const text = JSON.stringify(entry)
      told.add(text)
      if (forms.size > MOST_FORMS) forms.clear()
      if (known === undefined) forms.set(facts, 'seen')
      else if (known === 'seen') forms.set(facts, EntryForm.of(diagnostic, entry, text) ?? 'none')
    },
    told,
    end(): string {
      const columns = dataset.table.columnCount
      const tail = { rows: rowsOf(dataset), columns, complete, counts, ...(known && { known }) }
      return `],${JSON.stringify(tail).slice(1)}`
    },
  }
}

/** Forms that are remembered. */
const MOST_FORMS = 4_096

const firstBreak = new TextEncoder().encode('\n')
const nextBreak = new TextEncoder().encode(',\n')

function isKept(facts: unknown): boolean {
  return typeof facts === 'object' && facts !== null
}

/** The end of a report, after its files. */
export const jsonTail = '\n]}\n'

/** What a report tells of a file before all else: its schema and its dialect. */
export function datasetEntry(dataset: Dataset): { readonly schema: object | null; readonly dialect: object | null } {
  return { schema: schemaOf(dataset), dialect: dialectOf(dataset) }
}

function schemaOf({ applied }: Dataset): object | null {
  if (!applied) return null
  const { schema, source } = applied
  return { id: schema.id, ...(schema.version !== undefined && { version: schema.version }), source }
}

function dialectOf({ dialect, json, source, readable, tree }: Dataset): object | null {
  if (tree || json) return null
  if (!readable && source.length === 0 && !dialect.byteOrderMark) return null
  const { encoding, byteOrderMark, delimiter, quoteChar, lineTerminator, headerRows } = dialect
  const headerRow = headerRows.at(-1)
  return {
    encoding,
    byteOrderMark,
    delimiter,
    quoteChar,
    lineTerminator,
    headerRow: headerRow === undefined ? null : headerRow + 1,
  }
}
