/** How a table differs from its former version. Rows and columns count from 0, those of each version in it. */
export interface Comparison {
  readonly columns: ColumnChanges
  /** Rows in which something stands. */
  readonly rows: { readonly before: number; readonly after: number }
  readonly cells: CellChanges
}

/** What became of the columns: those of both versions, and those of one. */
export interface ColumnChanges {
  readonly pairs: readonly ColumnPair[]
  readonly removed: readonly number[]
  readonly added: readonly number[]
  readonly isReordered: boolean
}

/** A column that both versions have. */
export interface ColumnPair {
  readonly before: number
  readonly after: number
}

/** What became of the cells, as far as rows of both versions could be told to be the same. */
export interface CellChanges {
  /** By what rows were matched: the primary key, or their number; `nothing`: no cell was compared. */
  readonly by: 'key' | 'position' | 'nothing'
  /** The columns of the key in the present version. */
  readonly key: readonly number[]
  /** Rows that were compared, and those of them of which a cell has changed. */
  readonly compared: number
  readonly changed: number
  /** Of rows matched by their key. */
  readonly removed: number
  readonly added: number
  /** False when only the first rows were compared. */
  readonly isWhole: boolean
  /** In the order of the present columns; those of which no cell has changed are left out. */
  readonly columns: readonly ColumnChange[]
}

/** Cells of a column that are not what they were. */
export interface ColumnChange extends ColumnPair {
  readonly count: number
  /** Cells in which nothing stands any more, and those in which nothing stood. */
  readonly emptied: number
  readonly filled: number
  /** The first changes of each kind; none of a value that is not told. */
  readonly examples: readonly CellChange[]
}

/** A cell that is not what it was. */
export interface CellChange {
  /** In the present version. */
  readonly row: number
  readonly before: string
  readonly after: string
}
