/** What a column holds, for people who look rather than read. */
export interface Card {
  readonly column: number
  readonly label: string
  readonly figures: readonly { readonly name: string; readonly value: string }[]
  /** What the figures say. */
  readonly said?: string
  readonly picture?: Picture
  readonly question: string
  readonly concept: { readonly id: string; readonly title: string }
}

/** A small picture, with the sentence that says the same. */
export type Picture =
  | {
      readonly kind: 'histogram'
      readonly counts: readonly number[]
      readonly from: string
      readonly to: string
      /** Where the median lies between the ends, from 0 to 1. */
      readonly median?: number
      readonly told: string
    }
  | {
      readonly kind: 'bars'
      readonly bars: readonly { readonly label: string; readonly share: number; readonly told: string }[]
      readonly told: string
    }
