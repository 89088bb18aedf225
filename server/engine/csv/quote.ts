import type { Marks } from './cell'

/** Where a cell that begins with a quote ends. Offsets are bytes of the text. */
export interface Close {
  /** Byte after the cell's last. */
  readonly end: number
  /** False when the quote is taken as text: the value of the cell is what is written, quote included. */
  readonly quoted: boolean
  /** The content holds a doubled, escaped or lone quote. */
  readonly escaped: boolean
  readonly fault?: 'stray-quote' | 'unclosed-quote'
  /** The quote at fault. */
  readonly at: number
  /** The bytes before this one decided. */
  readonly reach: number
}

/** What is known of a text that goes on after the array at hand. */
export interface Beyond {
  /** The first quote after the array that is neither doubled nor escaped; nothing when there is none. */
  readonly quote: () => { readonly at: number; readonly closes: boolean; readonly reach: number } | undefined
}

/**
 * Finds the end of the cell that opens with the quote at `open`, looking at the text alone:
 * - a quote followed by a delimiter, a line end or the end of the text, spaces aside, closes the cell; a doubled or escaped
 *   one is content;
 * - another quote is stray: while the cell is still on its first line, the cell ends at the next closing quote of that
 *   line, unless a quote that opens a cell comes first; then the quotes are text and the cell ends at its next delimiter;
 * - a quote that opens a cell on the same line tells that this one was never closed: it ends at its next delimiter;
 * - a cell that passes a line end, and whose next quote is stray or does not exist, was never closed: it ends at its
 *   first line end.
 * Undefined when the array ends before the cell does, and the text goes on.
 */
export function closingQuote(text: Uint8Array, open: number, marks: Marks, beyond?: Beyond): Close | undefined {
  const quote = nextQuote(text, open + 1, marks)
  const exists = quote.at < text.length
  let reach = quote.at + 1
  if (exists) {
    const end = closedAt(text, quote.at, marks)
    if (beyond && (end < 0 ? quote.at + 1 : end) >= text.length) return undefined
    // Spaces after the closing quote are part of the value, as most readers have it: the cell must be unescaped.
    if (end > 0) return { end, quoted: true, escaped: quote.escaped || end > quote.at + 1, at: open, reach: end }
    reach = lookedAt(text, quote.at, marks)
  }
  const firstLine = lineEnd(text, open + 1, quote.at)
  if (!exists && beyond) {
    // Escapes are read in order: there is no looking ahead.
    if (firstLine >= text.length - 1 || marks.escape >= 0) return undefined
    const far = beyond.quote()
    if (far?.closes) return undefined
    reach = far?.reach ?? Number.POSITIVE_INFINITY
  } else if (!exists) reach = Number.POSITIVE_INFINITY
  if (firstLine < quote.at || !exists)
    return { end: firstLine, quoted: false, escaped: false, fault: 'unclosed-quote', at: open, reach }
  if (isDelimiter(text, quote.at - marks.delimiter.length, marks))
    return { end: cellEnd(text, open, marks), quoted: false, escaped: false, fault: 'unclosed-quote', at: open, reach }
  return strayQuote(text, quote.at, marks)
}

/** The first quote at or after `at` that is neither doubled nor escaped; the text's end when there is none. */
function nextQuote(
  text: Uint8Array,
  from: number,
  { quote, escape, doubled }: Marks,
): { at: number; escaped: boolean } {
  let escaped = false
  let at = from
  if (escape >= 0) {
    for (; at < text.length; at++) {
      const isEscape = text[at] === escape && escape !== quote
      if (isEscape || (doubled && text[at] === quote && text[at + 1] === quote)) {
        at++
        escaped = true
      } else if (text[at] === quote) return { at, escaped }
    }
    return { at: text.length, escaped }
  }
  for (;;) {
    at = text.indexOf(quote, at)
    if (at < 0) return { at: text.length, escaped }
    if (text[at + 1] !== quote) return { at, escaped }
    escaped = true
    at += 2
  }
}

/** Where the first line of the cell ends, if that is before `limit`; else `limit`. */
function lineEnd(text: Uint8Array, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (text[at] === 10 || text[at] === 13) return at
  return limit
}

/** The byte after a quote, and after the spaces that follow it, when the cell ends there; −1 when it goes on. */
export function closedAt(text: Uint8Array, quote: number, marks: Marks): number {
  let next = quote + 1
  for (;;) {
    const byte = text[next]
    if (next >= text.length || byte === 10 || byte === 13 || isDelimiter(text, next, marks)) return next
    if (byte !== 32 && byte !== 9) return -1
    next++
  }
}

/** The byte after those that tell whether a quote closes its cell. */
export function lookedAt(text: Uint8Array, quote: number, { delimiter }: Marks): number {
  let next = quote + 1
  while (text[next] === 32 || text[next] === 9) next++
  return next + delimiter.length
}

function isDelimiter(text: Uint8Array, at: number, { delimiter }: Marks): boolean {
  if (text[at] !== delimiter[0]) return false
  for (let i = 1; i < delimiter.length; i++) if (text[at + i] !== delimiter[i]) return false
  return true
}

/** Looks no further than the next quote that opens a cell, so that a line of many stray quotes costs one pass. */
function strayQuote(text: Uint8Array, stray: number, marks: Marks): Close {
  let at = stray
  for (;;) {
    const next = nextQuote(text, at + 1, marks).at
    if (next >= text.length || lineEnd(text, at, next) < next) break
    const end = closedAt(text, next, marks)
    if (end > 0) return { end, quoted: true, escaped: true, fault: 'stray-quote', at: stray, reach: end }
    if (isDelimiter(text, next - marks.delimiter.length, marks)) break
    at = next
  }
  const end = cellEnd(text, stray, marks)
  return { end, quoted: false, escaped: false, fault: 'stray-quote', at: stray, reach: end }
}

/** Where a cell that is not quoted ends. */
function cellEnd(text: Uint8Array, from: number, marks: Marks): number {
  let end = from
  while (end < text.length && text[end] !== 10 && text[end] !== 13 && !isDelimiter(text, end, marks)) end++
  return end
}
