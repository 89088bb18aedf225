import type { Change } from '../model/change'
import type { Fault, FaultOf } from '../model/fault'
import { shown } from '../model/shown'
import type { Described, Table } from '../model/table'
import type { FileRule } from './rule'

interface Broken {
  readonly row: number
  readonly column: number
  /** The bytes that stand in the file, one list for each place of the cell. */
  readonly bytes: readonly (readonly number[])[]
}

interface Facts {
  readonly value: string
  /** The value with its bytes read as Windows-1252. */
  readonly meant: string | undefined
  readonly fixes: readonly { readonly column: number; readonly value: string }[]
}

/** Cells in another encoding than the rest of the file, one finding a row. */
export const mixedEncoding: FileRule<Facts> = {
  scope: 'file',
  fault: 'broken-bytes',
  id: 'mixed-encoding',
  severity: 'error',
  preset: 'standard',
  concepts: ['text-encoding'],
  frictionless: 'encoding-error',
  schema: true,
  insteadOf: ['legacy-encoding', 'lost-character'],

  *check(faults, { table }: Described) {
    const isUtf8 = !faults.some(({ kind }) => kind === 'legacy-encoding')
    const cells = brokenCells(table, faults)
    for (const [i, first] of cells.entries()) {
      if (cells[i - 1]?.row === first.row) continue
      const meant = isUtf8 ? reread(table, first) : undefined
      const fixes = cells
        .filter(cell => cell.row === first.row && isUtf8)
        .flatMap(cell => {
          const value = reread(table, cell)
          return value === undefined ? [] : [{ column: cell.column, value }]
        })
      const { row, column } = first
      yield { row, column, facts: { value: table.text(row, column) ?? '', meant, fixes } }
    }
  },

  message: {
    fr: ({ value, meant }) =>
      meant === undefined
        ? `${shown.fr(value)} contient des octets qui ne forment aucun caractère : ce qui était écrit là est illisible, et il faut le reprendre à la source.`
        : `${shown.fr(value)} est écrit dans un autre encodage que le reste du fichier : il faut sans doute y lire ${shown.fr(meant)}.`,
    en: ({ value, meant }) =>
      meant === undefined
        ? `${shown.en(value)} holds bytes that make no character: what was written there cannot be read and must be taken from the source again.`
        : `${shown.en(value)} is written in another encoding than the rest of the file: it most likely says ${shown.en(meant)}.`,
  },

  fix: ({ fixes }, { row }) =>
    row === undefined ? undefined : fixes.map(({ column, value }): Change => ({ set: 'cell', row, column, value })),
}

const REPLACEMENT = '\uFFFD'

/** The value as it reads in Windows-1252; undefined when that gives no printable character, or another one was already lost. */
function reread(table: Table, { row, column, bytes }: Broken): string | undefined {
  const parts = (table.text(row, column) ?? '').split(REPLACEMENT)
  if (parts.length !== bytes.length + 1) return undefined
  const decoder = new TextDecoder('windows-1252')
  const read = bytes.map(some => decoder.decode(Uint8Array.from(some)))
  if (read.some(text => /\p{Cc}/u.test(text))) return undefined
  return parts.map((part, i) => part + (read[i] ?? '')).join('')
}

/** The cells that hold broken bytes, in order; both the faults and the chunks come in order. */
function brokenCells(table: Table, faults: readonly Fault[]): readonly Broken[] {
  const broken = faults.filter((fault): fault is FaultOf<'broken-bytes'> => fault.kind === 'broken-bytes')
  const cells: { row: number; column: number; bytes: (readonly number[])[] }[] = []
  let next = 0
  if (broken.length === 0) return cells
  for (const chunk of table.chunks()) {
    const end = chunk.start + chunk.bytes.length
    for (let i = 0; i < chunk.rowCount && next < broken.length && broken[next]!.span.start < end; i++) {
      const first = chunk.rowCells[i]!
      const last = chunk.rowCells[i + 1]!
      for (let cell = first; cell < last && next < broken.length; cell++) {
        const column = cell - first + (i === 0 ? chunk.firstColumn : 0)
        const stop = chunk.start + chunk.cellEnd[cell]!
        const here = { row: chunk.firstRow + i, column, bytes: [] as (readonly number[])[] }
        for (; next < broken.length && broken[next]!.span.start < stop; next++) here.bytes.push(broken[next]!.bytes)
        if (here.bytes.length > 0) cells.push(here)
      }
    }
    if (next === broken.length) break
  }
  return cells
}
