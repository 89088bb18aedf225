import type { Span } from '../model/span'

/** The key of the value that begins at a byte, quotes included; undefined where none stands before it. */
export function keySpanBefore(bytes: Uint8Array, value: number): Span | undefined {
  let at = backOverSpace(bytes, value - 1)
  if (bytes[at] !== 58) return undefined
  at = backOverSpace(bytes, at - 1)
  const end = at + 1
  const quote = bytes[at]
  if (quote !== 34) return undefined
  for (at--; at >= 0; at--) if (bytes[at] === quote && !isEscaped(bytes, at)) return { start: at, end }
  return undefined
}

function backOverSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (at >= 0 && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 10 || bytes[at] === 13)) at--
  return at
}

/** Whether an odd number of backslashes stands before a byte. */
function isEscaped(bytes: Uint8Array, at: number): boolean {
  let first = at
  while (first > 0 && bytes[first - 1] === 92) first--
  return (at - first) % 2 === 1
}
