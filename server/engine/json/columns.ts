import type { Names } from './names'

/** The columns of the records, by the keys that fill them. */
export interface KeyColumns {
  /** Members of the record, or of the member of it that holds them. */
  readonly members: Keys
  /** Members of the record beside that one. */
  readonly own: Keys
  /** The objects and lists inside a record whose members are columns, by number; one stands before those in it. */
  readonly holders: readonly Holder[]
  /** By column: the number of the holder of its key; −1 for one of the record, or of the member of it that holds them. */
  readonly holderOf: readonly number[]
  /** By column: the number of the holder in whose place its values stand; −1 where no object does. */
  readonly placeOf: readonly number[]
}

/** The keys of the objects at one place of the records, and what each of them fills. */
export interface Keys {
  readonly names: Names
  /** What the labels of their columns begin with: the keys that lead here, each with its point. */
  readonly prefix: string
  /** By name: the column of its values; −1 where only objects stand, which are columns themselves. */
  readonly columns: readonly number[]
  /** By name: the object or the list whose members are columns. */
  readonly holders: readonly (Holder | undefined)[]
  /** The label of the list in one of whose elements, but not in the first, they stand. */
  readonly list: string | undefined
}

/** An object inside each record, whose members are columns; or a list, whose first elements are such objects, under their places. */
export interface Holder extends Keys {
  readonly number: number
  /** Number of the holder in which it lies; −1 for the record. */
  readonly around: number
  /** The keys that lead to it from where the columns lie, and the same joined by points. */
  readonly path: readonly string[]
  readonly label: string
  /** How many of these keys lead to the list in an element of which it stands, or whose element it is; undefined for none. */
  readonly listAt: number | undefined
  /** The byte by which it is told: that of `{`, or of the `[` of a list. */
  readonly bracket: 123 | 91
  /** The column of what else stands in its place; −1 where that would be `null` alone. */
  readonly column: number
}
