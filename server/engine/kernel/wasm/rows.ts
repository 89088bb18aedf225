import {
  COLUMN_COUNT,
  COLUMN_SIZE,
  COLUMNS,
  CONCERNS,
  IS_USUALLY_FILLED,
  LABEL,
  LABEL_COLUMN,
  LOOK,
  PASS,
  QUOTE,
  USUAL,
  USUALLY_FILLED,
  WANTED,
  WHEN_EMPTY,
  WIDTH,
} from './asked'
import { sameBytes } from './bytes'
import { areToldPlainly, flagRows, useShape } from './columns'
import { isFine, useQuote } from './fine-cell'
import { isFlagged } from './flags'
import { ENDS, ROWS, STARTS, TEXT, TOLD } from './room'
import { areOwed, quoteByte, signed } from './signed'
import { CONTENT, ESCAPED, LETTER, QUOTED } from './signature'
import { beginsAsTotal, FIRST_CELLS } from './total'

// The kinds of rows, as in `rows.ts` of the engine.
const RAGGED: u32 = 1
const BLANK: u32 = 2
const SUSPECT: u32 = 4
const SPARSE: u32 = 8
const HEADER: u32 = 16
const TOTAL: u32 = 64
const ANY: u32 = 128

/**
 * Tells the rows from `from` up to `to` at which the rules must look, and their cells: for each row its number, how many
 * cells and below that, in a byte, what kinds of row it may be, and the cells. Returns how many words that are. All other
 * rows are surely fine.
 * `program`: where that lies.
 */
export function suspects(from: i32, to: i32, program: usize): i32 {
  const wanted = load<u32>(program, WANTED)
  const columns = load<u32>(program, COLUMN_COUNT)
  const label: usize = (wanted & HEADER) != 0 ? load<u32>(program, LABEL) : 0
  const labelColumn = load<u32>(program, LABEL_COLUMN)
  useQuote(load<i32>(program, QUOTE))
  const areFlagged = areOwed && (wanted & ANY) == 0 && areToldPlainly(program + COLUMNS, columns)
  if (areFlagged) {
    const usuallyFilled = (wanted & SPARSE) != 0 ? load<u32>(program, USUALLY_FILLED) : 0
    useShape(load<u32>(program, WIDTH), usuallyFilled, (wanted & TOTAL) != 0)
    flagRows(from, to, program + COLUMNS, columns)
  }
  let told = TOLD
  for (let row = from; row < to; row++)
    if (!areFlagged || isFlagged(row) || (label != 0 && mayBeLabel(row, labelColumn, label)))
      told = tellRow(row, program, told)
  return <i32>((told - TOLD) >> 2)
}

/** Tells of a row, where the rules must look at it, and returns where the next one is told. */
function tellRow(row: i32, program: usize, told: usize): usize {
  const wanted = load<u32>(program, WANTED)
  const usuallyFilled = load<u32>(program, USUALLY_FILLED)
  const label: usize = load<u32>(program, LABEL)
  const first = load<u32>(ROWS + (row << 2))
  const end = load<u32>(ROWS + (row << 2), 4)
  let mask: u32 = 0
  let odd = 0
  let filled: u32 = 0
  let cells = told + 8
  let column = program + COLUMNS
  const read = first + min(end - first, load<u32>(program, COLUMN_COUNT))
  for (let cell = first; cell < read; cell++) {
    const signature = signed(cell)
    mask |= signature
    if ((signature & CONTENT & ~load<u32>(column, USUAL)) != 0) odd++
    if (signature > 0xffff) filled += load<u32>(column, IS_USUALLY_FILLED)
    if (mustBeLookedAt(cell, signature, column)) {
      store<u32>(cells, cell)
      cells += 4
    }
    column += COLUMN_SIZE
  }
  for (let cell = read; cell < end; cell++) mask |= signed(cell)
  let kinds = ANY
  if (end - first != load<u32>(program, WIDTH)) kinds |= RAGGED | SUSPECT
  else if (odd > 1) kinds |= SUSPECT
  if ((mask & CONTENT) == 0) kinds |= BLANK
  else if (usuallyFilled > 0 && filled << 1 <= usuallyFilled) kinds |= SPARSE
  if ((wanted & HEADER) != 0 && label != 0 && isLabel(first + load<u32>(program, LABEL_COLUMN), end, label))
    kinds |= HEADER
  if ((wanted & TOTAL) != 0 && mayNameTotal(first, min(end, first + FIRST_CELLS))) kinds |= TOTAL
  if (cells == told + 8 && (kinds & wanted) == 0) return told
  store<u32>(told, row)
  store<u32>(told, ((<u32>((cells - told - 8) >> 2)) << 8) | kinds, 4)
  return cells
}

/** Whether a cell is not surely fine. */
function mustBeLookedAt(cell: u32, signature: u32, column: usize): bool {
  if (signature > 0xffff) return (signature & load<u32>(column, CONCERNS)) != 0 && !isFine(cell, signature, column)
  const whenEmpty = load<u32>(column, WHEN_EMPTY)
  return whenEmpty != PASS && (whenEmpty == LOOK || !isFine(cell, signature, column))
}

/** Whether the content of a cell is the label: its length and its bytes. */
function isLabel(cell: u32, end: u32, label: usize): bool {
  if (cell >= end) return false
  const signature = signed(cell)
  const length = load<u32>(label)
  if (signature >> 16 != length || (signature & ESCAPED) != 0) return false
  return sameBytes(startOfContent(cell, signature), label + 4, length)
}

/** Whether a cell of a row that is not signed yet may be the label. */
function mayBeLabel(row: i32, column: u32, label: usize): bool {
  const cell = load<u32>(ROWS + (row << 2)) + column
  if (cell >= load<u32>(ROWS + (row << 2), 4)) return false
  const start = TEXT + load<u32>(STARTS + (cell << 2))
  return load<u8>(start + (<i32>load<u8>(start) == quoteByte ? 1 : 0)) == load<u8>(label + 4)
}

/** Whether one of these cells may begin as a total is named. */
function mayNameTotal(from: u32, to: u32): bool {
  for (let cell = from; cell < to; cell++) {
    const signature = signed(cell)
    if ((signature & LETTER) == 0) continue
    if (beginsAsTotal(startOfContent(cell, signature), TEXT + load<u32>(ENDS + (cell << 2)))) return true
  }
  return false
}

function startOfContent(cell: u32, signature: u32): usize {
  return TEXT + load<u32>(STARTS + (cell << 2)) + ((signature & QUOTED) != 0 ? 1 : 0)
}
