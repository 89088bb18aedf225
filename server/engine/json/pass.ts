import { BROKEN, SHORT, skipSpace, skipText, toValue } from './skip'

/**
 * Goes through the members of an object. `pass` is given the bytes between which a key lies and the one at which its value
 * begins, and gives the byte behind that. Gives the byte behind the object; or `BROKEN`, or `SHORT`.
 */
export function passMembers(
  bytes: Uint8Array,
  from: number,
  pass: (key: number, keyEnd: number, value: number) => number,
): number {
  let at = skipSpace(bytes, from + 1)
  if (bytes[at] === 125) return at + 1
  for (;;) {
    if (bytes[at] !== 34) return bytes[at] === undefined ? SHORT : BROKEN
    const key = at + 1
    const keyEnd = skipText(bytes, at)
    if (keyEnd < 0) return keyEnd
    at = toValue(bytes, keyEnd)
    if (at < 0) return at
    at = pass(key, keyEnd - 1, at)
    if (at < 0) return at
    at = skipSpace(bytes, at)
    const next = bytes[at]
    if (next === 125) return at + 1
    if (next !== 44) return next === undefined ? SHORT : BROKEN
    at = skipSpace(bytes, at + 1)
  }
}

/** The same of the elements of a list, of which it is given the bytes at which they begin. */
export function passElements(bytes: Uint8Array, from: number, pass: (element: number) => number): number {
  let at = skipSpace(bytes, from + 1)
  if (bytes[at] === 93) return at + 1
  for (;;) {
    at = pass(at)
    if (at < 0) return at
    at = skipSpace(bytes, at)
    const next = bytes[at]
    if (next === 93) return at + 1
    if (next !== 44) return next === undefined ? SHORT : BROKEN
    at = skipSpace(bytes, at + 1)
  }
}
