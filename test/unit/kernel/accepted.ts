import { kernel } from '../../../server/engine/kernel/kernel'
import type { AskedColumn } from '../../../server/engine/kernel/program'
import type { Accept } from '../../../server/engine/model/accept'
import type { Chunk } from '../../../server/engine/model/chunk'
import { signatureOf } from '../signature'

/** What is asked of rows, of which none is looked at but for its cells. */
export const asked = { wanted: 0, filledCount: 0, quote: 34, label: undefined }
/** A column all cells of which are tested. */
export const askedColumn = {
  usual: 0,
  isUsuallyFilled: false,
  concerns: -1,
  whenEmpty: 'test',
  missing: [],
  looksAtMissing: false,
} as const

/** What the kernel makes of some cells, each in a row of its own. */
export function accepted(accept: Accept, cells: readonly Uint8Array[]): readonly boolean[] {
  return acceptedBy([{ concerns: -1, form: accept.form!() }], cells)
}

/** The same of some tests together. */
export function acceptedBy(tests: AskedColumn['tests'], cells: readonly Uint8Array[]): readonly boolean[] {
  const swift = kernel()!
  const program = swift.program({ ...asked, width: 1, columns: [{ ...askedColumn, tests }] })!
  const told = swift.suspects(chunkOf(cells), 0, program)!
  const suspects = new Set<number>()
  for (let at = 0; at < told.length; at += 2 + (told[at + 1]! >>> 8))
    if (told[at + 1]! >>> 8 > 0) suspects.add(told[at]!)
  return cells.map((_, row) => !suspects.has(row))
}

/** Cells that lie side by side, one to a row. */
export function chunkOf(cells: readonly Uint8Array[]): Chunk {
  const ends: number[] = []
  let end = 0
  for (const { length } of cells) ends.push((end += length))
  return {
    bytes: Uint8Array.from(cells.flatMap(cell => [...cell])),
    start: 0,
    firstRow: 0,
    firstColumn: 0,
    rowCount: cells.length,
    rowEnded: true,
    rowCells: Uint32Array.from({ length: cells.length + 1 }, (_, i) => i),
    cellStart: Uint32Array.from(cells, ({ length }, i) => ends[i]! - length),
    cellEnd: Uint32Array.from(ends),
    signatures: Uint32Array.from(cells, cell => signatureOf(cell)),
  }
}
