import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { rowsOf } from '../engine/rows-of'
import { entryOf } from './entry'
import type { FileReport, Reporter, ReportStyle } from './report'

/** One JSON object, version 1 of the report; what is only known at the end of a file comes after its findings. */
export function jsonReporter(style: ReportStyle): Reporter {
  return {
    start: () => jsonHead(style),
    *file(report) {
      const file = jsonFile(report, style.language)
      yield file.start()
      for (const diagnostic of report.diagnostics) yield file.told(diagnostic)
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
export function jsonFile({ path, dataset, counts, known }: Omit<FileReport, 'diagnostics'>, language: Language) {
  let separator = '\n'
  let complete = true
  return {
    start: () => `\n${JSON.stringify({ path, ...datasetEntry(dataset) }).slice(0, -1)},"diagnostics":[`,
    told(diagnostic: Diagnostic): string {
      if (diagnostic.rule === 'not-checked' || diagnostic.rule === 'internal-error') complete = false
      const text = separator + JSON.stringify(entryOf(dataset, diagnostic, language))
      separator = ',\n'
      return text
    },
    end(): string {
      const columns = dataset.table.columnCount
      const tail = { rows: rowsOf(dataset), columns, complete, counts, ...(known && { known }) }
      return `],${JSON.stringify(tail).slice(1)}`
    },
  }
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
