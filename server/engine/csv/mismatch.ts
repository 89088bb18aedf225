import type { FaultOf } from '../model/fault'
import { splitRow } from '../model/split-row'
import type { Candidate } from './cuts'
import type { Head } from './head'

type Mismatch = FaultOf<'delimiter-mismatch'>

/** Share of the rows that must agree on the other delimiter. */
const SURE = 0.9
/** Share of the rows, and of the other cut's score, below which a cut makes no table. */
const LOST = 0.5

/** The fault of a delimiter that was told and makes no table, where nearly all rows agree on `found`. */
export function toldMismatch(
  told: { readonly delimiter: string; readonly by: Mismatch['by'] },
  cut: Candidate | undefined,
  found: Candidate | undefined,
): Mismatch | undefined {
  if (!found || found.delimiter === told.delimiter || found.matching < SURE * found.rows) return undefined
  const makesTable = cut && cut.matching >= LOST * cut.rows && cut.score >= LOST * found.score
  if (makesTable || (cut && cut.cells > found.cells)) return undefined
  return { kind: 'delimiter-mismatch', told: told.delimiter, found: found.delimiter, cells: found.cells, by: told.by }
}

/** The fault of a header that is one cell above rows of several, and has as many labels under another delimiter. */
export function headerMismatch(head: Head, row: number | undefined, cut: Candidate | undefined): Mismatch | undefined {
  if (row === undefined || !cut || cut.cells < 2 || cut.matching < SURE * (cut.rows - 1)) return undefined
  const first = head.rowCells[row]!
  if (head.rowCells[row + 1]! - first !== 1) return undefined
  const header = new TextDecoder().decode(head.text.subarray(head.cellStart[first]!, head.cellEnd[first]!))
  const told = [',', ';', '\t', '|'].find(delimiter => header.split(delimiter).length === cut.cells)
  return told === undefined
    ? undefined
    : { kind: 'delimiter-mismatch', told, found: cut.delimiter, cells: cut.cells, by: 'header' }
}

/** Delimiters that software tries by itself. */
const USUAL = new Set([',', ';', '\t', '|'])

/** The fault of a delimiter that makes a table and that hardly any software would look for. */
export function rareDelimiter(cut: Candidate | undefined): Mismatch | undefined {
  if (!cut || cut.cells < 2 || USUAL.has(cut.delimiter) || cut.matching < SURE * cut.rows) return undefined
  return { kind: 'delimiter-mismatch', told: cut.delimiter, found: cut.delimiter, cells: cut.cells, by: 'rare' }
}

/** Cells of a row between quotes, and rows, from which they are no text with commas. */
const CELLS = 3
const ROWS = 3

/** The fault of rows that stand between quotes from end to end, each of which has as many cells without them. */
export function quotedMismatch(head: Head): Mismatch | undefined {
  const { rowCells, cellStart, cellEnd, quoted, rowCount, text } = head
  if (rowCount < ROWS || rowCells[rowCount] !== rowCount || !quoted.subarray(0, rowCount).every(Boolean))
    return undefined
  const rows = Array.from({ length: rowCount }, (_, i) =>
    new TextDecoder().decode(text.subarray(cellStart[i]!, cellEnd[i]!)).replaceAll('""', '"'),
  )
  for (const found of [';', ',', '\t', '|']) {
    // A space after it makes a sentence or a list of it.
    if (rows[0]!.includes(`${found} `)) continue
    const cells = splitRow(rows[0]!, found).length
    if (cells >= CELLS && rows.filter(row => splitRow(row, found).length === cells).length >= SURE * rowCount)
      return { kind: 'delimiter-mismatch', told: found, found, cells, by: 'quotes' }
  }
  return undefined
}
