/** A table as a town would publish it. */
export interface PublicTable {
  readonly title: string
  readonly csv: string
  /** What is found of personal data: the rule and the label of the column, in the order of the columns. */
  readonly found?: readonly string[]
}
