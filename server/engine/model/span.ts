/** Half-open stretch of a source, in bytes of its UTF-8 text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Text to write in place of a span. */
export interface Edit {
  readonly span: Span
  readonly text: string
}
