/** Where JSON text (RFC 8259) first goes wrong, in UTF-16 units: the first sign or word that cannot stand there, or the end of the text. */
export function jsonFault(text: string): number {
  const open: ('[' | '{')[] = []
  let at = skipSpace(text, 0)
  for (;;) {
    // A value is due here, or the end of an empty list or object.
    const character = text[at]
    if (character === '[' || character === '{') {
      open.push(character)
      at = skipSpace(text, at + 1)
      const closing = character === '[' ? ']' : '}'
      if (text[at] !== closing) {
        if (character === '[') continue
        const key = memberKey(text, at)
        if (key.fault) return key.at
        at = key.at
        continue
      }
      at++
      open.pop()
    } else {
      const scalar = scalarEnd(text, at)
      if (scalar.fault) return scalar.at
      at = scalar.at
    }
    // A value has ended: what it stands in goes on or ends too.
    for (;;) {
      at = skipSpace(text, at)
      const inside = open.at(-1)
      if (!inside) return at
      if (text[at] === ',') break
      if (text[at] !== (inside === '[' ? ']' : '}')) return at
      open.pop()
      at++
    }
    at = skipSpace(text, at + 1)
    if (open.at(-1) === '{') {
      const key = memberKey(text, at)
      if (key.fault) return key.at
      at = key.at
    }
  }
}

interface Step {
  readonly at: number
  readonly fault: boolean
}

/** From the key of a member to where its value begins. */
function memberKey(text: string, at: number): Step {
  if (text[at] !== '"') return { at, fault: true }
  const key = scalarEnd(text, at)
  if (key.fault) return key
  const colon = skipSpace(text, key.at)
  if (text[colon] !== ':') return { at: colon, fault: true }
  return { at: skipSpace(text, colon + 1), fault: false }
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

function scalarEnd(text: string, at: number): Step {
  if (text[at] === '"') return stringEnd(text, at)
  SCALAR.lastIndex = at
  const match = SCALAR.exec(text)
  return match ? { at: at + match[0].length, fault: false } : { at, fault: true }
}

/** Where a string ends, or the first character that it cannot hold. A loop: a long string overflows the stack of a pattern. */
function stringEnd(text: string, from: number): Step {
  for (let at = from + 1; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === 34) return { at: at + 1, fault: false }
    if (code < 32) return { at, fault: true }
    if (code !== 92) {
      at++
      continue
    }
    ESCAPE.lastIndex = at
    const escape = ESCAPE.exec(text)
    if (!escape) return { at, fault: true }
    at += escape[0].length
  }
  return { at: text.length, fault: true }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++
  return at
}
