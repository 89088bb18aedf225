/** What of a table is looked at, and in which order. */
export interface View {
  readonly sort?: { readonly column: number; readonly order: 'up' | 'down' }
  /** Rows in which a value holds this text, but for case and accents. */
  readonly text?: string
  /** The column in which it must; absent: any. */
  readonly column?: number
}
