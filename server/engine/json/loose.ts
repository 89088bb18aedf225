import { bytesBetween, type Source } from '../model/source'
import { readText } from './text'

/** Bytes that are read at once. */
const STRETCH = 1 << 16

/** Bytes of a text beyond which it is the name of nothing. */
const LONGEST_NAME = 1 << 16

/**
 * Goes through a text of JSON, wherever it lies, by its quotes and brackets: nothing is kept of it, and whether it is well
 * formed is for others to judge. Where a value or a text has no end, that is the end of all.
 */
export class LooseReader {
  readonly #source: Source
  #bytes: Uint8Array
  #start = 0

  constructor(source: Source) {
    this.#source = source
    this.#bytes = source.window(0, STRETCH)
  }

  /** The byte at an offset; undefined at the end. */
  byte(at: number): number | undefined {
    if (at >= this.#start && at < this.#start + this.#bytes.length) return this.#bytes[at - this.#start]
    if (at >= this.#source.length) return undefined
    this.#bytes = this.#source.window(at, STRETCH)
    this.#start = at
    return this.#bytes[0]
  }

  /** The first byte at or after `from` that belongs to no space and no comment. */
  behindSpace(from: number): number {
    for (let at = from; ; ) {
      const byte = this.byte(at)
      if (byte === 47) {
        const end = this.#behindComment(at)
        if (end === at) return at
        at = end
      } else if (isSpace(byte)) at++
      else return at
    }
  }

  /** The byte behind the text whose quote stands at `from`. */
  behindText(from: number): number {
    for (let at = from + 1; ; at++) {
      const byte = this.byte(at)
      if (byte === undefined) return at
      if (byte === 34) return at + 1
      if (byte === 92) at++
    }
  }

  /** The byte behind the value that begins at `from`. */
  behindValue(from: number): number {
    const first = this.byte(from)
    if (first === 34) return this.behindText(from)
    return first === 123 || first === 91 ? this.#behindBrackets(from) : this.#behindWord(from)
  }

  /** What the text between two bytes says, quotes included; empty when it is longer than any name. */
  shortText(from: number, end: number): string {
    if (end - from > LONGEST_NAME) return ''
    return readText(bytesBetween(this.#source, from, end), 0, () => undefined).text
  }

  #behindBrackets(from: number): number {
    let depth = 0
    for (let at = from; ; ) {
      const byte = this.byte(at)
      if (byte === undefined) return at
      if (byte === 34) at = this.behindText(at)
      else if (byte === 47) at = Math.max(at + 1, this.#behindComment(at))
      else {
        at++
        if (byte === 123 || byte === 91) depth++
        else if ((byte === 125 || byte === 93) && --depth === 0) return at
      }
    }
  }

  #behindWord(from: number): number {
    for (let at = from; ; at++) {
      const byte = this.byte(at)
      if (byte === undefined || byte === 44 || byte === 125 || byte === 93 || isSpace(byte)) return at
    }
  }

  /** The byte behind the comment that begins at `from`, or `from` itself where none does. */
  #behindComment(from: number): number {
    const sign = this.byte(from + 1)
    if (sign !== 42 && sign !== 47) return from
    for (let at = from + 2, before: number | undefined; ; at++) {
      const byte = this.byte(at)
      if (byte === undefined) return at
      if (sign === 47 ? byte === 10 || byte === 13 : before === 42 && byte === 47) return at + 1
      before = byte
    }
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9
}
