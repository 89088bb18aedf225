import type { Dataset } from './dataset'
import { KeyReader } from './keys'
import { dataRows } from './model/data-rows'
import type { FarPlace } from './model/far-place'
import { HashNumbers } from './model/hash'
import type { KeyPart, ReferredKeys, Resource, ResourceTrouble } from './model/reference'
import { isSame } from './model/same'

/**
 * A table that foreign keys refer to; it is opened when its keys are first asked for, and read once for each key.
 * `file`: the one that holds it, by which places in it are told.
 */
export function resourceOf(
  name: string,
  path: string | undefined,
  open: () => Dataset | ResourceTrouble,
  file?: string,
): Resource {
  let opened: ReturnType<typeof open> | undefined
  const known = new Map<string, ReferredKeys | ResourceTrouble>()
  return {
    name,
    path,
    keys(referred, reads) {
      opened ??= open()
      if (typeof opened === 'string') return opened
      const about = JSON.stringify([referred, reads.map(read => read !== undefined)])
      const keys = known.get(about) ?? referredKeys(opened, referred, { reads, file })
      known.set(about, keys)
      return keys
    },
    rowOf(referred, reads, values) {
      opened ??= open()
      const columns = typeof opened === 'string' ? undefined : columnsNamed(opened, referred)
      if (typeof opened === 'string' || !columns) return undefined
      const row = keyRow(opened, { columns, reads }, values)
      return row === undefined ? undefined : placeOf(opened, file, row, columns[0]!)
    },
  }
}

function referredKeys(
  dataset: Dataset,
  names: readonly string[],
  { reads, file }: { readonly reads: readonly KeyPart[]; readonly file: string | undefined },
): ReferredKeys | 'no-column' {
  const { table, firstRows } = dataset
  const columns = columnsNamed(dataset, names)
  if (!columns) return 'no-column'
  const reader = new KeyReader(dataset, { columns, reads, missing: 'none', edgeSpace: 'counts' })
  const numbers = new HashNumbers()
  for (const chunk of table.chunks()) reader.each(chunk, (_row, low, high) => void numbers.numberOf(low, high))
  return {
    has: (low, high) => numbers.knownNumberOf(low, high) !== undefined,
    candidates: columns.length === 1 ? firstRows.values(columns[0]!) : [],
    label: table.headerRow === undefined ? undefined : placeOf(dataset, file, table.headerRow, columns[0]),
  }
}

/** The columns of these labels; undefined when one is not there. */
function columnsNamed(
  { described, dialect, readable }: Dataset,
  names: readonly string[],
): readonly number[] | undefined {
  const isAnyCase = dialect.labelCase === 'any'
  const columns = names.flatMap(name => {
    const exact = described.columns.find(({ label }) => label.trim() === name)
    const inAnyCase = (label: string) => label.trim().toLowerCase() === name.toLowerCase()
    return (exact ?? (isAnyCase ? described.columns.find(({ label }) => inAnyCase(label)) : undefined))?.index ?? []
  })
  return readable && columns.length === names.length ? columns : undefined
}

/** The first data row that holds these values in these columns, as `reads` compares them. */
export function keyRow(
  { table }: Dataset,
  { columns, reads }: { readonly columns: readonly number[]; readonly reads: readonly KeyPart[] },
  values: readonly string[],
): number | undefined {
  const wanted = values.map((value, i) => reads[i]?.(value))
  for (const row of dataRows(table)) {
    const holds = columns.every((column, i) => {
      const text = row.text(column)
      return text === values[i] || (text !== undefined && wanted[i] !== undefined && isSame(reads[i]!(text), wanted[i]))
    })
    if (holds) return row.index
  }
  return undefined
}

function placeOf(
  { table, lines }: Dataset,
  file: string | undefined,
  row: number,
  column: number | undefined,
): FarPlace | undefined {
  const span = column === undefined ? undefined : table.cellSpan(row, column)
  return file && span ? { file, start: lines.position(span.start), end: lines.position(span.end) } : undefined
}
