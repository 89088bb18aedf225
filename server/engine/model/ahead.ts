import type { KeyQuestion } from './answers'
import type { Chunk } from './chunk'

/** What will be asked of the kernel about every chunk of a table, whose cells are then signed as somebody asks for it. */
export interface Questions {
  /** At which rows must the rules look? */
  readonly program?: Uint8Array | undefined
  /** Which hashes have the keys of its rows? */
  readonly keys: readonly KeyQuestion[]
}

/** How a text is read: its delimiter, of one byte; its quote, −1 for none; least number of bytes in a chunk. */
export interface PlainReading {
  readonly delimiter: number
  readonly quote: number
  readonly size: number
}

/** A chunk, and what its scan told besides. */
export interface ChunkAhead {
  readonly chunk: Chunk
  readonly lineEnds: Readonly<Record<'\r\n' | '\n' | '\r', number>>
  readonly lineCount: number
  readonly reach: number
}

/** Others who read the parts of a text that the one who asks has not come to yet. */
export interface Ahead {
  begin(reading: PlainReading, questions: Questions): Advance
}

/** What they bring while one goes through the text from its first byte to its last. */
export interface Advance {
  /**
   * The chunk that begins at a byte, where the row of that number begins, good until the next one is asked for; undefined
   * when nobody has read it, or began to read elsewhere: then one reads it oneself, up to the end of the part.
   */
  chunkAt(start: number, row: number): ChunkAhead | undefined
  /** Bytes from there to the end of the part. */
  leftAt(start: number): number
  end(): void
}
