import type { Flaw } from '../model/tree'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A string of JSON as read, and the offset behind it. */
export interface TextRead {
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
 * RFC 8259, section 7.
 */
export function readText(bytes: Uint8Array, from: number, report: (flaw: Flaw) => void): TextRead {
  const quote = bytes[from]!
  let at = from + 1
  let isPlain = true
  for (; at < bytes.length && bytes[at] !== quote; at++) {
    const byte = bytes[at]!
    if (byte === 10 || byte === 13) break
    if (byte < 32) report({ kind: 'control-character', span: { start: at, end: at + 1 } })
    else if (byte === 92) {
      isPlain = false
      at++
    }
  }
  at = Math.min(at, bytes.length)
  const isClosed = bytes[at] === quote && at < bytes.length
  const raw = decoder.decode(bytes.subarray(from + 1, at))
  const text = isPlain ? raw : unescaped(bytes, from + 1, at, report)
  const end = isClosed ? at + 1 : at
  if (!isClosed) report({ kind: 'unclosed-string', span: { start: from, end } })
  else if (quote === 39) report({ kind: 'single-quotes', span: { start: from, end } })
  return { text, end }
}

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
