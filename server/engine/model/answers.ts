/** What of a key the kernel must know to hash it. */
export interface KeyQuestion {
  readonly columns: readonly number[]
  readonly missing: 'none' | 'all'
  readonly edgeSpace: 'counts' | 'ignored'
  /** Parallel to the columns: the decimal mark of those whose text must tell where `isPlainKey` of `model/key-value` does not. */
  readonly plainMarks?: readonly (number | undefined)[]
  /** The byte that, doubled in a quoted cell, is one; −1 when cells are escaped otherwise. */
  readonly doubledQuote: number
}

/** What the kernel said of a chunk, all of whose rows were taken for data. */
export interface Answers {
  /** By which program the suspects were found. */
  readonly program: Uint8Array | undefined
  readonly suspects: Uint32Array | undefined
  readonly keys: ReadonlyMap<KeyQuestion, Uint32Array>
}
