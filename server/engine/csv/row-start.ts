import type { PlainReading } from '../model/ahead'

/** Bytes in which a quote is looked for that tells whether it opens or closes. */
const LOOKED_AT = 1 << 16

/**
 * The first byte at which a row may begin in a text that begins anywhere, byte 0 left out; −1 when there is none. It is a
 * guess: quotes tell whether the text begins inside a cell, by how many come before the first one whose neighbours say
 * what it does.
 */
export function guessedRowStart(text: Uint8Array, { delimiter, quote }: Omit<PlainReading, 'size'>): number {
  let isInside = beginsInside(text, { delimiter, quote })
  for (let at = 0; at < text.length; at++) {
    const byte = text[at]!
    if (byte === quote) isInside = !isInside
    else if (byte === 10 && !isInside) return at + 1
    else if (byte === 13 && !isInside && at + 1 < text.length && text[at + 1] !== 10) return at + 1
  }
  return -1
}

function beginsInside(text: Uint8Array, { delimiter, quote }: Omit<PlainReading, 'size'>): boolean {
  const isBreak = (at: number) => text[at] === delimiter || text[at] === 10 || text[at] === 13
  const end = Math.min(text.length, LOOKED_AT)
  let isOdd = false
  for (let at = quote < 0 ? -1 : text.indexOf(quote); at >= 0 && at < end; at = text.indexOf(quote, at + 1)) {
    const [opens, closes] = [at > 0 && isBreak(at - 1), isBreak(at + 1)]
    const isDouble = text[at + 1] === quote || (at > 0 && text[at - 1] === quote)
    if (opens !== closes && !isDouble && at > 0) return closes !== isOdd
    isOdd = !isOdd
  }
  return false
}
