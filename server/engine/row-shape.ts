import type { Run } from './draft'
import { type Chunk, contentEnd, contentStart } from './model/chunk'
import { signature } from './model/signature'
import { beginsAsTotal } from './model/total'
import type { RowKind } from './rules/rule'

/** Which rows are which: see `RowKind`. */
export interface RowShape {
  readonly usual: readonly number[]
  readonly isUsuallyFilled: readonly boolean[]
  readonly filledCount: number
  /** The first label that has a text, as bytes. */
  readonly label: { readonly column: number; readonly bytes: Uint8Array } | undefined
}

/** Rows from the first data row on that a rule may ask for as the first ones. */
export const FIRST_ROWS = 3

/** Cells of a row that may name it a total. */
export const FIRST_CELLS = 3

/** A bit for each kind of row, and one that all rows have. */
export const rowKinds: Readonly<Record<RowKind, number>> = {
  ragged: 1,
  blank: 2,
  suspect: 4,
  sparse: 8,
  header: 16,
  first: 32,
  total: 64,
}
export const ANY = 128

export function shapeOf({ dataset: { described } }: Run): RowShape {
  const { columns } = described
  const isUsuallyFilled = columns.map(column => column.isUsuallyFilled)
  const first = columns.find(({ label }) => label !== '')
  return {
    usual: columns.map(column => column.usual),
    isUsuallyFilled,
    filledCount: isUsuallyFilled.filter(Boolean).length,
    label: first && { column: first.index, bytes: new TextEncoder().encode(first.label) },
  }
}

/** Whether the content of a cell is these bytes; a cell that must be unescaped is not compared. */
export function beginsWith(chunk: Chunk, cell: number, end: number, bytes: Uint8Array): boolean {
  const mask = chunk.signatures[cell]
  if (mask === undefined || cell >= end || mask >>> 16 !== bytes.length || mask & signature.escaped) return false
  const start = contentStart(chunk, cell, mask)
  for (let i = 0; i < bytes.length; i++) if (chunk.bytes[start + i] !== bytes[i]) return false
  return true
}

/** Whether one of the cells begins as a total is named. */
export function namesTotal(chunk: Chunk, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) {
    const mask = chunk.signatures[cell]!
    if ((mask & signature.letter) === 0) continue
    if (beginsAsTotal(chunk.bytes, contentStart(chunk, cell, mask), contentEnd(chunk, cell, mask))) return true
  }
  return false
}
