import type { ValueKind } from './value-kind'

/** What a file held in its version before, as far as the present one is compared with it. */
export interface FormerTable {
  /** Data rows. */
  readonly rows: number
  readonly columns: readonly FormerColumn[]
  /** The column whose values named the rows, each one once. */
  readonly key: FormerKey | undefined
}

/** A column of the former version, as far as the present one is compared with it. */
export interface FormerColumn {
  readonly label: string
  readonly kind: ValueKind | undefined
  /** The share of its rows without a value. */
  readonly blank: number
  /** Of measures. */
  readonly quartiles: Quartiles | undefined
  /** Of a few texts that come again and again: the share of each among the values. */
  readonly categories: ReadonlyMap<string, number> | undefined
}

/** The column that named the rows, and what it named them. */
export interface FormerKey {
  readonly label: string
  readonly values: ReadonlySet<string>
}

/** The numbers below which a quarter, half and three quarters of the values lie. */
export interface Quartiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}
