/** Bytes of text that the kernel takes at once. */
export const TEXT_ROOM: usize = 1 << 18

/** Cells that it has room for, and rows. */
export const CELL_ROOM: i32 = 1 << 17

/** Bytes for what tells which cells are accepted. */
export const PROGRAM_ROOM: usize = 1 << 20

// Where everything lies: what the compiler places itself comes before all of it.
export const TEXT: usize = 1 << 16
/** A whole vector may be read where a text ends. */
export const STARTS: usize = TEXT + TEXT_ROOM + 64
export const ENDS: usize = STARTS + ((<usize>CELL_ROOM) << 2)
export const SIGNATURES: usize = ENDS + ((<usize>CELL_ROOM) << 2)
/** The first cell of each row, and the cell after the last one. */
export const ROWS: usize = SIGNATURES + ((<usize>CELL_ROOM) << 2)
/** What a pass over the rows tells: at most three words a cell. */
export const TOLD: usize = ROWS + ((<usize>CELL_ROOM + 1) << 2)
/** The same place for a double for each row. */
export const NUMBERS: usize = TOLD + 4
/** Behind two of them, a word for each row. */
export const STRETCHES: usize = NUMBERS + 16
/** The columns of a key, at most as many as there are cells in a row that is told. */
export const KEY_ROOM: i32 = 1 << 12
export const KEY: usize = TOLD + <usize>CELL_ROOM * 12
export const PROGRAM: usize = KEY + ((<usize>KEY_ROOM) << 2)
/** A cell with its quotes made single. */
export const SCRATCH_ROOM: i32 = 1 << 12
export const SCRATCH: usize = PROGRAM + PROGRAM_ROOM
/** A byte for each row of which not each cell is surely fine. */
export const FLAGS: usize = SCRATCH + <usize>SCRATCH_ROOM
/** The values of a key, one behind the other: no more than a text, and what stands between them. */
export const KEY_TEXT: usize = FLAGS + <usize>CELL_ROOM
