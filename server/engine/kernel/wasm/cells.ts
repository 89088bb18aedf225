/** Rows whose cells of a column are asked about together: their text stays near the processor while the columns are gone through. */
export const BLOCK = 64

// A content that is not empty: where it begins, its length in bytes, and its row.
export const CELL: usize = 16
const LENGTH: usize = 4
const ROW: usize = 8

/** As many as a block has in a column. */
export const CELLS = memory.data(BLOCK * <i32>CELL, 16)
const SORTED = memory.data(BLOCK * <i32>CELL, 16)

/** Vectors from which on contents are of one class, and where the next content of each class is put. */
const MOST_VECTORS: u32 = 8
const NEXT = memory.data(MOST_VECTORS * 4, 16)

export function writeCell(cell: usize, at: usize, length: i32, row: i32): void {
  store<u32>(cell, <u32>at)
  store<i32>(cell, length, LENGTH)
  store<i32>(cell, row, ROW)
}

export function atOf(cell: usize): usize {
  return load<u32>(cell)
}

export function lengthOf(cell: usize): i32 {
  return load<i32>(cell, LENGTH)
}

export function rowOf(cell: usize): i32 {
  return load<i32>(cell, ROW)
}

/** Puts a cell where the next of those that are kept lies, and returns where the one after it does. */
export function keptIf(isKept: bool, cell: usize, next: usize): usize {
  v128.store(next, v128.load(cell))
  return next + (isKept ? CELL : 0)
}

/**
 * Sorts cells by how many vectors their contents take, and returns where they begin: where one loop after the other goes
 * through as many, the processor knows when it ends.
 */
export function byVectors(cells: usize, end: usize): usize {
  let some: u32 = 0
  let all: u32 = ~0
  for (let cell = cells; cell < end; cell += CELL) {
    some |= vectorsOf(cell)
    all &= vectorsOf(cell)
  }
  if (some == all || cells == end) return cells
  v128.store(NEXT, i64x2.splat(0))
  v128.store(NEXT, i64x2.splat(0), 16)
  for (let cell = cells; cell < end; cell += CELL) {
    const next = nextOf(cell)
    store<u32>(next, load<u32>(next) + <u32>CELL)
  }
  let first = <u32>SORTED
  for (let next = NEXT; next < NEXT + (MOST_VECTORS << 2); next += 4) {
    const taken = load<u32>(next)
    store<u32>(next, first)
    first += taken
  }
  for (let cell = cells; cell < end; cell += CELL) {
    const next = nextOf(cell)
    const to = load<u32>(next)
    v128.store(to, v128.load(cell))
    store<u32>(next, to + <u32>CELL)
  }
  return SORTED
}

/** Vectors beyond the first. */
function vectorsOf(cell: usize): u32 {
  return (<u32>lengthOf(cell) - 1) >> 4
}

/** Where it is kept where the next content of as many vectors is put. */
function nextOf(cell: usize): usize {
  return NEXT + ((<usize>min(vectorsOf(cell), MOST_VECTORS - 1)) << 2)
}
