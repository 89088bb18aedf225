import type { Severity } from '../engine/model/diagnostic'
import type { State } from '../engine/model/verdict'
import type { View } from '../engine/model/view'
import type { Range } from './range'

/** A cell of a table; rows count every record of the file. Both from 0. */
export interface CellSpot {
  readonly row: number
  readonly column: number
}

/** What of a table is looked at, and which part of that is wanted. */
export interface RowsWanted {
  readonly view: View & { /** Rows in which this rule found something; `any`: any rule did. */ readonly rule?: string }
  /** Rows of the view before the first one wanted. */
  readonly from: number
  readonly count: number
  /** Numbers of the columns that are in sight. */
  readonly columns: readonly number[]
}

/** Rows of a view as the preview draws them. */
export interface RowsShown {
  readonly version: number
  /** Rows of the view. */
  readonly total: number
  readonly rows: readonly {
    readonly row: number
    /** Parallel to the columns wanted; nothing for a cell that the row has not. */
    readonly cells: readonly (CellShown | null)[]
    /** The worst finding in the row. */
    readonly worst?: Severity
  }[]
}

/** A cell as the preview draws it. */
export interface CellShown {
  /** Cut after 200 characters. */
  readonly text: string
  readonly isCut?: true
  /** True for a value in which a rule found personal data: no text is told. */
  readonly isWithheld?: true
  readonly severity?: Severity
}

/** All that is known of one cell: its value, what that is, what is found in it. */
export interface CellKnown {
  readonly version: number
  readonly range: Range
  /** Cut after 20,000 characters; such a cell is not edited here. */
  readonly value: string
  readonly isCut?: true
  /** True for a value in which a rule found personal data: no text is told. */
  readonly isWithheld?: true
  /** What the value is, a line each. */
  readonly meaning: readonly string[]
  /** True beyond the rows that are checked. */
  readonly isUnchecked?: true
  /** True while the check goes on: what is found may follow. */
  readonly isPending?: true
  readonly findings: readonly {
    readonly rule: string
    readonly title: string
    readonly severity: Severity
    readonly message: string
    readonly isFixable: boolean
  }[]
}

/** What the preview says of a table as a whole: its columns, and whether it is ready. */
export interface Overview {
  readonly version: number
  /** Data rows that can be looked at. */
  readonly rows: number
  readonly columns: readonly {
    readonly label: string
    /** In the reader's words. */
    readonly type: string
    readonly isNumeric: boolean
    readonly findings: number
  }[]
  /** The title of the schema in force. */
  readonly schema?: string
  /**
   * Set of a file that is too large to be held: the first rows, which alone are checked, searched, sorted and profiled, and
   * what is said of that. Nothing of such a file can be changed here.
   */
  readonly part?: { readonly rows: number; readonly told: string }
  /** The rules that found something, the worst first. */
  readonly rules: readonly {
    readonly rule: string
    readonly title: string
    readonly severity: Severity
    readonly count: number
  }[]
  /** Absent while the file is not checked. */
  readonly verdict?: VerdictShown
}

/** Whether a dataset can be published, in the reader's words. */
export interface VerdictShown {
  readonly state: State
  readonly headline: string
  readonly sentence: string
  readonly dimensions: readonly { readonly name: string; readonly state: State; readonly told: string }[]
  readonly first: readonly {
    readonly rule: string
    readonly title: string
    readonly severity: Severity
    /** How often and where. */
    readonly told: string
    readonly message: string
    /** Where the first one is. */
    readonly place?: CellSpot
    /** Whether that is among the rows, and not above them. */
    readonly isInRows: boolean
    /** Whether the first one has a repair, be it one to decide upon. */
    readonly isFixable: boolean
  }[]
  /** How many findings of the file have a repair that loses nothing. */
  readonly repairable: number
  /** Said of a verdict that the first rows alone have brought. */
  readonly sampled?: string
  /** How the verdict is reached. */
  readonly formula: string
  /** How data.gouv.fr would note the document that describes the file; absent when none does. */
  readonly score?: {
    readonly told: string
    readonly criteria: readonly { readonly name: string; readonly isMet: boolean }[]
    readonly formula: string
  }
}
