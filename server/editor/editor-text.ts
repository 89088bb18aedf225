import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { Position } from '../engine/model/lines'
import { LiveText } from '../engine/model/live-text'
import type { Span } from '../engine/model/span'

/** An edit in the bytes of the text. */
interface ByteEdit {
  readonly span: Span
  readonly written: Uint8Array
}

const MARK = '\uFEFF'
const encoder = new TextEncoder()
const MARK_BYTES = encoder.encode(MARK)

/** The text of a document as the editor has it, in pieces of UTF-8: it is never one string. */
export class EditorText {
  readonly live: LiveText
  version: number
  /** UTF-16 units before the text on the first line: 1 where the editor keeps the byte order mark. */
  shift: 0 | 1

  constructor(text: string, version: number) {
    this.shift = text.startsWith(MARK) ? 1 : 0
    this.live = new LiveText(encoder.encode(text.slice(this.shift)))
    this.version = version
  }

  /** Takes the changes of the editor one after the other; `apply` carries each of them out, in order. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number, apply: (edit: ByteEdit) => void): void {
    this.version = version
    for (const change of changes) {
      const range = 'range' in change ? change.range : undefined
      const span = range
        ? { start: this.#offset(range.start), end: this.#offset(range.end) }
        : { start: 0, end: this.live.length }
      const isFirst = !range || isStart(range.start)
      // What is put before the mark makes a character of it.
      const isBefore = this.shift === 1 && range !== undefined && isFirst && isStart(range.end)
      const text = isBefore ? change.text + MARK : change.text
      const brings = isFirst && text.startsWith(MARK)
      const uncovers = isFirst && text === '' && this.#startsWithMark(span.end)
      if (isFirst) this.shift = brings || uncovers ? 1 : 0
      apply({
        span: { start: span.start, end: span.end + (uncovers ? MARK_BYTES.length : 0) },
        written: encoder.encode(brings ? text.slice(1) : text),
      })
    }
  }

  #startsWithMark(at: number): boolean {
    const bytes = this.live.window(at, MARK_BYTES.length)
    return MARK_BYTES.every((byte, i) => bytes[i] === byte)
  }

  #offset({ line, character }: Position): number {
    return this.live.offset({ line, character: line === 0 ? Math.max(0, character - this.shift) : character })
  }
}

function isStart({ line, character }: Position): boolean {
  return line === 0 && character === 0
}
