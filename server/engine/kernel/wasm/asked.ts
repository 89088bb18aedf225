// A program, as `kernel/program.ts` writes it: where what is asked of rows stands from its first byte,
export const WANTED: usize = 0
export const WIDTH: usize = 4
export const COLUMN_COUNT: usize = 8
export const USUALLY_FILLED: usize = 12
export const LABEL: usize = 16
export const LABEL_COLUMN: usize = 20
export const QUOTE: usize = 24
export const CONTENTS: usize = 32
/** The columns, one behind the other. */
export const COLUMNS: usize = 48

// and what is asked of the cells of a column, from the first byte of that.
export const USUAL: usize = 0
export const IS_USUALLY_FILLED: usize = 4
export const CONCERNS: usize = 8
export const WHEN_EMPTY: usize = 12
export const TESTS: usize = 16
export const TEST_COUNT: usize = 20
export const MISSING: usize = 24
export const LOOKS_AT_MISSING: usize = 28
export const MEMO: usize = 32
/** How a cell is known to be fine that is not signed: 0, not at all; 1, by tests; else the address of what is usual. */
export const PLAINLY: usize = 44
/** These tests, which are asked whatever the cell holds. */
export const PLAIN_TESTS: usize = 48
export const PLAIN_COUNT: usize = 52
export const COLUMN_SIZE: usize = 64

// What is done with an empty cell: it passes, it must be looked at, or it is tested.
export const PASS: u32 = 0
export const LOOK: u32 = 1
