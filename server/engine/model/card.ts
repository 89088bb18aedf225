/** What a column holds, for people who look rather than read. */
export interface Card {
  readonly column: number
  readonly label: string
  readonly figures: readonly { readonly name: string; readonly value: string }[]
  /** What the figures say. */
  readonly said?: string
  readonly picture?: Picture
  /** The values farthest from the others, with where they stand; rows count every record of the file from 0. */
  readonly far: readonly { readonly told: string; readonly row: number }[]
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
  | MapPicture
  | {
      readonly kind: 'bars'
      readonly bars: readonly { readonly label: string; readonly share: number; readonly told: string }[]
      readonly told: string
    }

/** Points as they lie on the globe, in a frame three wide and two high; from its west and north edges they lie so many shares of it. */
export interface MapPicture {
  readonly kind: 'map'
  readonly points: readonly Place[]
  /** Far from the others: at the edge of the frame that is on their way. */
  readonly far: readonly Place[]
  /** A round length, and the share of the frame's width that it takes. */
  readonly scale: { readonly share: number; readonly told: string }
  readonly told: string
}

type Place = readonly [x: number, y: number]
