import { joined } from '../model/joined'
import type { Edit } from '../model/span'
import { codePoints } from './code-pages'
import type { Decoded } from './decoding'
import { isCodePage, markLength } from './encoding'
import { REPLACEMENT, sequenceLength } from './utf8'
import { pointAt, toUtf16, unitsLength, utf8Length } from './utf16'

/** The new bytes of a file, or the first character that its encoding cannot write. */
type Encoded = { readonly bytes: Uint8Array } | { readonly unwritable: string }

/**
 * Writes edits of the decoded text into the file that it came from, in the file's own encoding.
 * Whatever no edit touches keeps its bytes, broken ones included; edits begin and end between characters and do not overlap.
 */
export function encodeText(
  file: Uint8Array,
  decoded: Pick<Decoded, 'bytes' | 'encoding'>,
  edits: readonly Edit[],
): Encoded {
  const write = writerOf(decoded.encoding)
  const fileOffset = offsetsOf(file, decoded)
  const parts: Uint8Array[] = []
  let kept = 0
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const written = write(text)
    if (typeof written === 'string') return { unwritable: written }
    parts.push(file.subarray(kept, fileOffset(span.start)), written)
    kept = fileOffset(span.end)
  }
  parts.push(file.subarray(kept))
  return { bytes: joined(parts) }
}

/** The bytes of a text, or the character that has none. */
type Writer = (text: string) => Uint8Array | string

function writerOf(encoding: string): Writer {
  if (encoding === 'utf-8') return text => new TextEncoder().encode(text)
  if (!isCodePage(encoding)) return text => toUtf16(text, encoding === 'utf-16be')
  const bytes = new Map([...codePoints[encoding]].map((point, byte) => [point, byte]))
  return text => {
    const unwritable = [...text].find(character => !bytes.has(character.codePointAt(0)!))
    return unwritable ?? Uint8Array.from(text, character => bytes.get(character.charCodeAt(0))!)
  }
}

/** Turns offsets of the text into offsets of the file, for offsets that never go back. */
function offsetsOf(file: Uint8Array, { bytes, encoding }: Pick<Decoded, 'bytes' | 'encoding'>): (at: number) => number {
  const mark = markLength(file, encoding)
  if (encoding === 'utf-8' && bytes.buffer === file.buffer) return at => at + mark
  const step = stepOf(file, encoding)
  let textAt = 0
  let fileAt = mark
  return at => {
    while (textAt < at && fileAt < file.length) {
      const [inFile, inText] = step(fileAt)
      fileAt += inFile
      textAt += inText
    }
    return fileAt
  }
}

/** Bytes in the file and bytes in the text of the character at an offset of the file. */
type Step = (at: number) => readonly [inFile: number, inText: number]

function stepOf(file: Uint8Array, encoding: string): Step {
  if (isCodePage(encoding)) {
    const steps = Array.from(codePoints[encoding], point => [1, utf8Length(point)] as const)
    return at => steps[file[at]!]!
  }
  if (encoding === 'utf-8')
    return at => {
      const length = sequenceLength(file, at)
      return length > 0 ? [length, length] : [-length, REPLACEMENT.length]
    }
  return at => {
    const bigEndian = encoding === 'utf-16be'
    const point = pointAt(file, at, bigEndian)
    return [unitsLength(file, at, point, bigEndian), utf8Length(point)]
  }
}
