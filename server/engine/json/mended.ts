import type { Edit, Span } from '../model/span'
import type { Flaw } from '../model/tree'
import { wordMeant } from './words'

/**
 * The edits that write what a flaw surely means. They write marks and words of JSON alone, and nothing of what a text or a
 * number holds, which may be such as is never told.
 */
export function mended(flaw: Flaw, source: Uint8Array): readonly Edit[] {
  const { span } = flaw
  const written = new TextDecoder().decode(source.subarray(span.start, span.end))
  switch (flaw.kind) {
    case 'trailing-comma':
    case 'comment':
      return [{ span, text: '' }]
    case 'single-quotes':
    case 'single-quoted-key':
    case 'unescaped-quote':
      return quotedRight(span, source)
    case 'unquoted-key':
      return span.end > span.start && /^[\w$-]+$/.test(written) ? quoted(span) : []
    case 'missing-quote':
      return [insertion(span.end, '"')]
    case 'missing-comma':
      return [insertion(span.start, ',')]
    case 'unknown-word': {
      const meant = wordMeant(flaw.word)
      return meant === undefined ? [] : [{ span, text: meant }]
    }
    case 'bad-number':
      return asNumber(span, written)
    default:
      return []
  }
}

/** A text between quotes of either kind, with double ones around it and a backslash before each inside. */
function quotedRight({ start, end }: Span, source: Uint8Array): readonly Edit[] {
  const isSingle = source[start] === 39
  const inside: Edit[] = []
  for (let at = start + 1; at < end - 1; at++) {
    if (source[at] === 34) inside.push(insertion(at, '\\'))
    else if (source[at] === 92) {
      if (isSingle && source[at + 1] === 39) inside.push(deletion(at))
      at++
    }
  }
  if (!isSingle) return inside
  const [open, close] = [start, end - 1].map(at => ({ ...deletion(at), text: '"' }))
  return [open!, ...inside, close!]
}

/** A number as JSON writes it; one with zeros in front is a code, which only text keeps whole. */
function asNumber(span: Span, written: string): readonly Edit[] {
  if (/^[+-]?0\d/.test(written)) return quoted(span)
  const [, sign = '', first] = /^([+-]?)(.)/.exec(written) ?? []
  const point = written.search(/\.(?!\d)/)
  return [
    ...(sign === '+' ? [deletion(span.start)] : []),
    ...(first === '.' ? [insertion(span.start + sign.length, '0')] : []),
    ...(point < 0 ? [] : [deletion(span.start + point)]),
  ]
}

function quoted({ start, end }: Span): readonly Edit[] {
  return [insertion(start, '"'), insertion(end, '"')]
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text }
}

/** Takes one byte out. */
function deletion(at: number): Edit {
  return { span: { start: at, end: at + 1 }, text: '' }
}
