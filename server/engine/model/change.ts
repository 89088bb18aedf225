/** A repair said in the words of the table; the file format turns it into edits. Rows and columns count from 0. */
export type Change =
  | { readonly set: 'cell'; readonly row: number; readonly column: number; readonly value: string }
  /** Quotes the cell and escapes what it holds, so that it reads as it now does. */
  | { readonly set: 'quotes'; readonly row: number; readonly column: number }
  | { readonly set: 'row'; readonly row: number; readonly values: readonly string[] }
  | { readonly add: 'cells'; readonly row: number; readonly count: number }
  | { readonly add: 'header'; readonly labels: readonly string[] }
  /** Ends the last row. */
  | { readonly add: 'line-end' }
  | { readonly add: 'column' /** Column before which it stands. */; readonly column: number; readonly label: string }
  | { readonly remove: 'rows'; readonly row: number; readonly count: number }
  | {
      readonly remove: 'cells'
      readonly row: number /** First cell to go; all after it go too. */
      readonly column: number
    }
  | { readonly remove: 'columns'; readonly column: number; readonly count: number }
  /** Columns in a new order: each entry is a present column. */
  | { readonly set: 'order'; readonly columns: readonly number[] }
  /** Repairs of bytes rather than text: the shell carries them out. */
  | { readonly operation: 'reencode' | 'remove-byte-order-mark' | 'line-endings' }
