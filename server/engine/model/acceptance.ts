/** A deviation that somebody has accepted for a time: findings that fit it are told as information until it ends. */
export interface Acceptance {
  readonly rule: string
  /** The label of the column, or the name of its field. Absent: any column. */
  readonly column?: string
  /** Row of the file from 1, header included. Absent: any row. */
  readonly row?: number
  /** The value of the cell. Absent: any value. */
  readonly value?: string
  readonly reason: string
  readonly author: string
  /** The last day of its validity, YYYY-MM-DD. */
  readonly until: string
}
