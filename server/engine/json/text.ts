import type { Flaw } from '../model/tree'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A string of JSON as read, and the offset behind it. */
interface TextRead {
  readonly text: string
  readonly end: number
}

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Reads the string that begins at `from` with a quote of either kind; one without its closing quote ends with its line.
 * RFC 8259, section 7. `of`: what it is, which tells a quote that lacks its backslash from the one that closes the string.
 */
export function readText(
  bytes: Uint8Array,
  from: number,
  report: (flaw: Flaw) => void,
  of: 'key' | 'value' = 'value',
): TextRead {
  const quote = bytes[from]!
  let at = from + 1
  let isPlain = true
  /** Where the string ends, once a quote inside it is met. */
  let closing = -1
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === quote) {
      if (closing < 0 && quote === 34 && isLetter(bytes[at + 1])) closing = closingQuote(bytes, at + 1, of)
      if (at >= closing) break
    }
    if (byte === 10 || byte === 13) break
    if (byte < 32) report({ kind: 'control-character', span: { start: at, end: at + 1 } })
    else if (byte === 92) {
      isPlain = false
      at++
    }
  }
  at = Math.min(at, bytes.length)
  const meant = of === 'value' ? endBeforeKey(bytes, from, at) : -1
  if (meant >= 0) at = meant
  const isClosed = bytes[at] === quote && at < bytes.length
  const raw = decoder.decode(bytes.subarray(from + 1, at))
  const text = isPlain ? raw : unescaped(bytes, from + 1, at, report)
  const end = isClosed ? at + 1 : at
  if (meant >= 0) report({ kind: 'missing-quote', span: { start: from, end } })
  else if (!isClosed) report({ kind: 'unclosed-string', span: { start: from, end } })
  else if (quote === 39)
    report({ kind: of === 'key' ? 'single-quoted-key' : 'single-quotes', span: { start: from, end } })
  else if (closing >= 0) report({ kind: 'unescaped-quote', span: { start: from, end } })
  return { text, end }
}

/** Bytes in which the end of a string is sought that has a quote inside it. */
const SOUGHT = 1_000

/** The first quote from `at` on behind which a string may end; −1 when there is none, or when it is that of the key behind it. */
function closingQuote(bytes: Uint8Array, at: number, of: 'key' | 'value'): number {
  const most = Math.min(bytes.length, at + SOUGHT)
  for (; at < most && bytes[at] !== 10 && bytes[at] !== 13; at++) {
    if (bytes[at] === 92) at++
    else if (bytes[at] === 34) {
      let next = at + 1
      while (next < most && bytes[next]! <= 32) next++
      const byte = bytes[next]
      if (byte === 58) return of === 'key' ? at : -1
      if (byte === undefined || byte === 44 || byte === 93 || byte === 125) return of === 'value' ? at : -1
    }
  }
  return -1
}

/** Where the string from `from` should be closed, when the quote at `at` opens the key behind it; −1 when it does not. */
function endBeforeKey(bytes: Uint8Array, from: number, at: number): number {
  if (bytes[at] !== 34 || !isLetter(bytes[at + 1])) return -1
  const comma = trimmed(bytes, from + 1, at) - 1
  if (bytes[comma] !== 44 || closingQuote(bytes, at + 1, 'key') < 0) return -1
  return trimmed(bytes, from + 1, comma)
}

/** The end of a stretch without the spaces there. */
function trimmed(bytes: Uint8Array, from: number, to: number): number {
  let end = to
  while (end > from && bytes[end - 1]! <= 32) end--
  return end
}

/** Whether a byte belongs to a text: neither a space nor a sign of JSON. */
function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte > 32 && !SIGNS.has(byte)
}

/** `"`, `,`, `/`, `:`, `[`, `]`, `{` and `}`. */
const SIGNS: ReadonlySet<number> = new Set([34, 44, 47, 58, 91, 93, 123, 125])

function unescaped(bytes: Uint8Array, from: number, to: number, report: (flaw: Flaw) => void): string {
  const parts: string[] = []
  let kept = from
  for (let at = bytes.indexOf(92, from); at >= 0 && at < to; at = bytes.indexOf(92, at)) {
    parts.push(decoder.decode(bytes.subarray(kept, at)))
    const letter = String.fromCharCode(bytes[at + 1] ?? 0)
    const code = letter === 'u' ? decoder.decode(bytes.subarray(at + 2, Math.min(at + 6, to))) : ''
    const isUnicode = /^[\da-f]{4}$/i.test(code)
    const meant = isUnicode ? String.fromCharCode(Number.parseInt(code, 16)) : simple[letter]
    // `\'` is JavaScript’s and not JSON’s, though what it means is plain.
    if (meant === undefined || (letter === "'" && bytes[from - 1] === 34))
      report({ kind: 'bad-escape', span: { start: at, end: Math.min(at + 2, to) } })
    // An escape that means nothing stays as it is written.
    if (meant === undefined) parts.push('\\')
    else parts.push(meant)
    at += meant === undefined ? 1 : isUnicode ? 6 : 2
    kept = at
  }
  parts.push(decoder.decode(bytes.subarray(Math.min(kept, to), to)))
  return parts.join('')
}
