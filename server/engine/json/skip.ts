import { byteBits } from '../model/signature'
import { readText } from './text'

/** What stands there is not JSON as RFC 8259 has it, or an object that has a key twice. */
export const BROKEN = -1
/** The bytes end before the value does. */
export const SHORT = -2

/** Levels of brackets that are followed; what is deeper is for the tolerant reader to tell. */
const DEEPEST = 1_000

/** Keys of an object that are compared with each other one by one. */
const FEW_KEYS = 16

/** Whether the text that was passed last has an escape in it, and the signature bits of its bytes as they are written. */
export let passedEscape = false
export let passedBits = 0
/** Whether a key `__proto__` was passed since it was last forgotten. */
export let passedPrototype = false

/** The byte behind the value that begins at `from`, or `BROKEN`, or `SHORT`. Linear, and without recursion. */
export function skipValue(bytes: Uint8Array, from: number): number {
  const byte = bytes[from]
  if (byte === 34) return skipText(bytes, from)
  if (byte === 123 || byte === 91) return skipNested(bytes, from)
  return skipScalar(bytes, from)
}

/** The first byte at or after `from` that is no space of JSON. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const byte = bytes[at]
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return at
    at++
  }
}

/** The byte behind the text that begins with the quote at `from`. */
export function skipText(bytes: Uint8Array, from: number): number {
  const length = bytes.length
  let bits = 0
  passedEscape = false
  for (let at = from + 1; at < length; at++) {
    const byte = bytes[at]!
    if (byte === 34) {
      passedBits = bits
      return at + 1
    }
    if (byte < 32) return BROKEN
    bits |= byteBits[byte]!
    if (byte !== 92) continue
    passedEscape = true
    const letter = bytes[++at]
    if (letter === undefined) return SHORT
    if (letter === 117) {
      for (let i = 0; i < 4; i++) {
        const digit = bytes[++at]
        if (digit === undefined) return SHORT
        if (!isHex(digit)) return BROKEN
      }
    } else if (!isEscape(letter)) return BROKEN
  }
  return SHORT
}

/** The byte behind the number, or the word `true`, `false` or `null`. */
export function skipScalar(bytes: Uint8Array, from: number): number {
  const first = bytes[from]
  if (first === undefined) return SHORT
  if (first === 116) return skipWord(bytes, from, TRUE)
  if (first === 102) return skipWord(bytes, from, FALSE)
  if (first === 110) return skipWord(bytes, from, NULL)
  let at = first === 45 ? from + 1 : from
  if (bytes[at] === 48) at++
  else {
    const digits = skipDigits(bytes, at)
    if (digits < 0) return digits
    at = digits
  }
  if (bytes[at] === 46) {
    at = skipDigits(bytes, at + 1)
    if (at < 0) return at
  }
  if (bytes[at] === 101 || bytes[at] === 69) {
    const sign = bytes[at + 1]
    at = skipDigits(bytes, sign === 43 || sign === 45 ? at + 2 : at + 1)
    if (at < 0) return at
  }
  return ends(bytes, at)
}

const TRUE = [116, 114, 117, 101]
const FALSE = [102, 97, 108, 115, 101]
const NULL = [110, 117, 108, 108]

function skipWord(bytes: Uint8Array, from: number, word: readonly number[]): number {
  for (let i = 1; i < word.length; i++) if (bytes[from + i] !== word[i]) return from + i < bytes.length ? BROKEN : SHORT
  return ends(bytes, from + word.length)
}

function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at]! >= 48 && bytes[at]! <= 57) at++
  if (at === bytes.length) return SHORT
  return at === from ? BROKEN : at
}

/** A scalar ends where something follows that cannot belong to it. */
function ends(bytes: Uint8Array, at: number): number {
  const next = bytes[at]
  if (next === undefined) return SHORT
  const isEnd = next === 44 || next === 125 || next === 93 || next === 32 || next === 10 || next === 13 || next === 9
  return isEnd ? at : BROKEN
}

function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102)
}

/** `"`, `\`, `/`, b, f, n, r or t. */
function isEscape(byte: number): boolean {
  return (
    byte === 34 ||
    byte === 92 ||
    byte === 47 ||
    byte === 98 ||
    byte === 102 ||
    byte === 110 ||
    byte === 114 ||
    byte === 116
  )
}

/** For each open bracket, where its keys begin in `keys`; −1 for a list. */
const opened = new Int32Array(DEEPEST)
/** The first byte of each key of the open objects, and the byte behind its last. */
const keys: number[] = []
/** The same key can be written in two ways once one has an escape. */
let hasEscapedKey = false

/** The byte behind the list or the object that begins at `from`. */
function skipNested(bytes: Uint8Array, from: number): number {
  let depth = 0
  let at = from
  keys.length = 0
  hasEscapedKey = false
  for (;;) {
    // A value is due.
    const byte = bytes[at]
    if (byte === 123 || byte === 91) {
      if (depth === DEEPEST) return BROKEN
      opened[depth++] = byte === 123 ? keys.length : -1
      at = skipSpace(bytes, at + 1)
      if (bytes[at] === (byte === 123 ? 125 : 93)) {
        depth--
        at++
      } else {
        if (byte === 91) continue
        at = passKey(bytes, at)
        if (at < 0) return at
        continue
      }
    } else {
      at = byte === 34 ? skipText(bytes, at) : skipScalar(bytes, at)
      if (at < 0) return at
    }
    // A value has ended: what it stands in goes on or ends too.
    for (;;) {
      if (depth === 0) return at
      at = skipSpace(bytes, at)
      const next = bytes[at]
      if (next === undefined) return SHORT
      const keysFrom = opened[depth - 1]!
      if (next === 44) break
      if (next !== (keysFrom < 0 ? 93 : 125)) return BROKEN
      if (keysFrom >= 0) {
        if (repeatsKey(bytes, keysFrom)) return BROKEN
        keys.length = keysFrom
      }
      depth--
      at++
    }
    at = skipSpace(bytes, at + 1)
    if (opened[depth - 1]! < 0) continue
    at = passKey(bytes, at)
    if (at < 0) return at
  }
}

/** From a key to where its value begins. */
function passKey(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== 34) return bytes[from] === undefined ? SHORT : BROKEN
  const end = skipText(bytes, from)
  if (end < 0) return end
  if (passedEscape) hasEscapedKey = true
  passPrototype(bytes, from + 1, end - 1)
  keys.push(from + 1, end - 1)
  return toValue(bytes, end)
}

/** The key that JavaScript takes for the ancestor of all objects. */
export const PROTOTYPE = '__proto__'

/** Notes whether the key that was just passed, between two bytes without its quotes, is that one. */
export function passPrototype(bytes: Uint8Array, from: number, to: number): void {
  const mayBe = passedEscape || (bytes[from] === 95 && to - from === PROTOTYPE.length)
  if (mayBe && readText(bytes, from - 1, () => undefined).text === PROTOTYPE) passedPrototype = true
}

/** Forgets the keys that were passed. */
export function forgetPrototype(): void {
  passedPrototype = false
}

/** From behind a key to where its value begins. */
export function toValue(bytes: Uint8Array, from: number): number {
  const colon = skipSpace(bytes, from)
  if (bytes[colon] !== 58) return bytes[colon] === undefined ? SHORT : BROKEN
  return skipSpace(bytes, colon + 1)
}

/** Whether two of the keys from a place on are the same. */
function repeatsKey(bytes: Uint8Array, from: number): boolean {
  const count = (keys.length - from) / 2
  if (count > FEW_KEYS || hasEscapedKey) {
    const names = new Set<string>()
    for (let i = from; i < keys.length; i += 2) names.add(readText(bytes, keys[i]! - 1, () => undefined).text)
    return names.size < count
  }
  for (let i = from + 2; i < keys.length; i += 2)
    for (let j = from; j < i; j += 2) if (areSame(bytes, keys[i]!, keys[i + 1]!, keys[j]!, keys[j + 1]!)) return true
  return false
}

function areSame(bytes: Uint8Array, from: number, to: number, other: number, otherTo: number): boolean {
  if (to - from !== otherTo - other) return false
  for (let i = 0; i < to - from; i++) if (bytes[from + i] !== bytes[other + i]) return false
  return true
}
