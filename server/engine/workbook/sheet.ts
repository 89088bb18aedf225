/** What a cell of a workbook holds. `padded`: its format shows zeros in front that the value does not have. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'date' | 'datetime' | 'time' | 'boolean' | 'error'
  /** The value as CSV and Table Schema write it: ISO 8601 dates, a decimal point, `true` and `false`. */
  readonly text: string
  readonly padded?: true
}

/** A sheet, as it lies in the workbook. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Rows from the first; cells without a value are left out. */
  readonly rows: readonly (readonly (SheetCell | undefined)[])[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  /** Ranges of merged cells: the value of each stands in its first cell only. */
  readonly mergedRanges: number
  /** Formulas whose value the workbook did not keep. */
  readonly formulasWithoutValue: number
}

/** A sheet while its rows are read. */
export type SheetDraft = { -readonly [Key in keyof Sheet]: Sheet[Key] } & { rows: (SheetCell | undefined)[][] }

/** An empty sheet to read into. */
export function sheetDraft(name: string, isHidden: boolean): SheetDraft {
  return { name, isHidden, rows: [], hiddenRows: 0, hiddenColumns: 0, mergedRanges: 0, formulasWithoutValue: 0 }
}
