import { signature } from '../model/signature'

/** What a reader must know of a dialect, as bytes. */
export interface Marks {
  /** At least one byte. */
  readonly delimiter: Uint8Array
  /** −1 when the file knows no quotes. */
  readonly quote: number
  /** −1 when a quote inside a quoted cell is only ever written twice. */
  readonly escape: number
  /** Whether it may be written twice. */
  readonly doubled: boolean
  /** The same outside quotes; −1 where it stands for itself there. */
  readonly bareEscape: number
  readonly skipInitialSpace: boolean
  /** Empty when there are no comments. */
  readonly comment: Uint8Array
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The value of a cell, from the bytes `from` up to `to` as they are written, quotes included.
 * A doubled quote is one, an escaped character is itself, a lone quote is text, and so are spaces after the
 * closing quote.
 */
export function cellText(bytes: Uint8Array, from: number, to: number, mask: number, marks: Marks): string {
  if (!(mask & signature.escaped))
    return mask & signature.quoted ? textOf(bytes, from + 1, to - 1) : textOf(bytes, from, to)
  if (!(mask & signature.quoted)) return unescaped(textOf(bytes, from, to), { ...marks, doubled: false })
  let close = to - 1
  while (bytes[close] !== marks.quote) close--
  return unescaped(textOf(bytes, from + 1, close), marks) + textOf(bytes, close + 1, to)
}

function unescaped(text: string, marks: Marks): string {
  const quote = String.fromCharCode(marks.quote)
  if (marks.escape < 0) return text.replaceAll(quote + quote, quote)
  const escape = String.fromCharCode(marks.escape)
  let value = ''
  for (let i = 0; i < text.length; i++) {
    const isPair =
      text[i] === escape ? i + 1 < text.length : marks.doubled && text[i] === quote && text[i + 1] === quote
    value += isPair ? text[++i]! : text[i]!
  }
  return value
}

/** Short ASCII cells, which are most, are read faster by hand than by a decoder. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= 24) {
    let text = ''
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!
      if (byte >= 0x80) return decoder.decode(bytes.subarray(from, to))
      text += String.fromCharCode(byte)
    }
    return text
  }
  return decoder.decode(bytes.subarray(from, to))
}
