import type { Position } from '../engine/model/lines'

/** A stretch of the text, as LSP has it. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** An edit of the text, as LSP has it. */
export interface TextEdit {
  readonly range: Range
  readonly newText: string
}
