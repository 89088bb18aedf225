import type { PlainReading, Questions } from '../engine/model/ahead'

/** Bytes of a part. */
export const PART = 1 << 19

/** Bytes behind a part in which its last row may end. */
export const TAIL = 1 << 16

/** Slots of a thread: so many parts it may be ahead. */
export const SLOTS = 5

/** Memory for what is read of a part. */
export interface Slot {
  readonly number: number
  readonly text: SharedArrayBuffer
  readonly words: SharedArrayBuffer
}

/** The text of a file: its descriptor, the byte of it at which the text begins, and how long that is. */
export interface FileText {
  readonly file: number
  readonly shift: number
  readonly length: number
}

/** What a thread is told to read. */
export interface PartErrand {
  readonly text: FileText
  readonly reading: PlainReading
  readonly questions: Questions
  /** The board of the parts, and how many there are. */
  readonly board: SharedArrayBuffer
  readonly parts: number
  /** Those of the thread. */
  readonly slots: readonly Slot[]
}
