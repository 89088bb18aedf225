import type { Dataset } from '../engine/dataset'
import { rowsOf } from '../engine/rows-of'
import { entryOf } from './entry'
import type { Reporter, ReportStyle } from './report'

/** One JSON object, version 1 of the report; what is only known at the end of a file comes after its findings. */
export function jsonReporter({ language, version }: ReportStyle): Reporter {
  let files = 0
  return {
    start: () => `{"version":1,"tool":${JSON.stringify({ name: 'vigie', version })},"files":[`,
    *file({ path, dataset, diagnostics, counts, known }) {
      const head = JSON.stringify({ path, ...datasetEntry(dataset) })
      yield `${files++ > 0 ? ',' : ''}\n${head.slice(0, -1)},"diagnostics":[`
      let separator = '\n'
      let complete = true
      for (const diagnostic of diagnostics) {
        if (diagnostic.rule === 'not-checked' || diagnostic.rule === 'internal-error') complete = false
        yield separator + JSON.stringify(entryOf(dataset, diagnostic, language))
        separator = ',\n'
      }
      const tail = {
        rows: rowsOf(dataset),
        columns: dataset.table.columnCount,
        complete,
        counts,
        ...(known && { known }),
      }
      yield `],${JSON.stringify(tail).slice(1)}`
    },
    end: () => '\n]}\n',
  }
}

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
