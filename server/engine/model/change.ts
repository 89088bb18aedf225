import type { Flaw } from './tree'

/** A repair said in the words of the tree; `node` is a JSON pointer (RFC 6901). */
export type TreeChange =
  | { readonly set: 'key'; readonly node: string; readonly name: string }
  | { readonly set: 'value'; readonly node: string; readonly value: unknown }
  /** Puts a member into another object, which stands beside it or is made there. */
  | { readonly move: string /** Pointer of the object. */; readonly node: string }
  /** Adds a member to an object; `…` in its value is what only a person knows. */
  | { readonly add: 'member'; readonly node: string; readonly name: string; readonly value: unknown }
  /** Adds an entry to a list. */
  | { readonly add: 'item'; readonly node: string; readonly value: unknown }
  /** Writes what a flaw surely means. */
  | { readonly mend: Flaw }
  /** Takes out one of two members of one name; bytes count from the start of what is marked. */
  | { readonly drop: 'earlier' | 'later'; readonly from: number; readonly to: number; readonly value: string }

/** A repair said in the words of the table; the file format turns it into edits. Rows and columns count from 0. */
export type Change =
  | {
      readonly set: 'cell'
      readonly row: number
      readonly column: number
      readonly value: string
      /** In a format that tells text from numbers; absent: of the kind that stood there. */
      readonly as?: 'text'
    }
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
