import type { Run } from './draft'
import { type Chunk, contentEnd, contentStart, signatureAt } from './model/chunk'
import { signature } from './model/signature'
import { beginsAsTotal } from './model/total'
import type { RowKind } from './rules/rule'

/** Which rows are which: see `RowKind`. */
export interface RowShape {
  /** By column: the signature bits that its cells usually have, as one edit of the first rows leaves them and another. */
  usual: readonly number[]
  /** Those of them that are taken to be usual for good: a row is told by the kernel for all others. */
  readonly sure: readonly number[]
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

/** `isLive`: whether the first rows may be edited. */
export function shapeOf(
  { dataset: { described, firstRows } }: Run,
  { isLive }: { readonly isLive: boolean },
): RowShape {
  const { columns } = described
  const habits = columns.map(({ index }) => firstRows.habit(index))
  const isUsuallyFilled = habits.map(habit => habit.isUsuallyFilled)
  const first = columns.find(({ label }) => label !== '')
  return {
    usual: habits.map(({ usual }) => usual),
    sure: habits.map(({ usual, sure }) => (isLive ? sure : usual)),
    isUsuallyFilled,
    filledCount: isUsuallyFilled.filter(Boolean).length,
    label: first && { column: first.index, bytes: new TextEncoder().encode(first.label) },
  }
}

/**
 * Takes up the habits that an edit has made others. Gives the columns of which rows with rare cells are judged otherwise
 * now, as bits of {@link columnBit}; undefined when rows of any kind may be.
 */
export function follow(shape: RowShape, { dataset: { described, firstRows } }: Run): number | undefined {
  const habits = described.columns.map(({ index }) => firstRows.habit(index))
  const isKept = habits.every(
    ({ usual, isUsuallyFilled }, i) => isUsuallyFilled === shape.isUsuallyFilled[i] && (shape.sure[i]! & ~usual) === 0,
  )
  if (!isKept) return undefined
  const before = shape.usual
  shape.usual = habits.map(({ usual }) => usual)
  return shape.usual.reduce((columns, usual, i) => (usual === before[i] ? columns : columns | columnBit(i)), 0)
}

/** A bit for a column, which it may share with another. */
export function columnBit(column: number): number {
  return 1 << (column & 31)
}

/** Whether the content of a cell is these bytes, in whatever case; a cell that must be unescaped is not compared. */
export function beginsWith(chunk: Chunk, cell: number, end: number, bytes: Uint8Array): boolean {
  if (cell >= end) return false
  const mask = signatureAt(chunk, cell)
  if (mask >>> 16 !== bytes.length || mask & signature.escaped) return false
  const start = contentStart(chunk, cell, mask)
  // A letter and its capital, accents included, differ in this bit of their last byte.
  for (let i = 0; i < bytes.length; i++) if (((chunk.bytes[start + i] ?? 0) ^ bytes[i]!) & ~0x20) return false
  return true
}

/** Whether one of the cells begins as a total is named. */
export function namesTotal(chunk: Chunk, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) {
    const mask = signatureAt(chunk, cell)
    if ((mask & signature.letter) === 0) continue
    if (beginsAsTotal(chunk.bytes, contentStart(chunk, cell, mask), contentEnd(chunk, cell, mask))) return true
  }
  return false
}
