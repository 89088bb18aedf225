import type { Position } from './lines'

/** A stretch of another file. */
export interface FarPlace {
  /** As the files are read by. */
  readonly file: string
  readonly start: Position
  readonly end: Position
}
