import type { ValueKind } from './value-kind'

/** What a file held in its version before, as far as the present one is compared with it. */
export interface FormerTable {
  /** Data rows. */
  readonly rows: number
  readonly columns: readonly FormerColumn[]
  /** The column whose values named the rows, each one once. */
  readonly key: FormerKey | undefined
}

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

export interface FormerKey {
  readonly label: string
  readonly values: ReadonlySet<string>
}

export interface Quartiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}
