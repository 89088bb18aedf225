/** The delimiters that tables usually have. */
export const usualDelimiters: readonly string[] = [',', ';', '\t', '|']

/** How ready we are to believe in each delimiter: those of spreadsheets first, then those that prose is full of. */
const priors: ReadonlyMap<string, number> = new Map([
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 0.9],
  ['\x1f', 0.9],
  ['\x01', 0.9],
  ['§', 0.6],
  ['¦', 0.6],
  ['¬', 0.6],
  ['^', 0.55],
  ['~', 0.55],
  ['#', 0.5],
  ['$', 0.45],
  ['*', 0.45],
  ['&', 0.4],
  ['!', 0.4],
  [':', 0.4],
  [' ', 0.3],
])

/** Rare delimiters are believed when every row has the same three cells or more; a space when it parts numbers. */
export function prior(delimiter: string, table: { readonly strict: boolean; readonly values: number }): number {
  const usual = priors.get(delimiter) ?? 1
  if (delimiter === ' ') return usual + 0.4 * table.values
  return table.strict && delimiter !== ':' ? Math.max(usual, 0.8) : usual
}

/** Below this a delimiter is rare. */
const COMMON = 0.9

/** The delimiters that the text could have: the common ones that it holds, the rare ones that nearly every line holds. */
export function possibleDelimiters(text: Uint8Array): readonly string[] {
  const lines = firstLines(text)
  return [...priors.keys()].filter(delimiter => {
    const bytes = encoder.encode(delimiter)
    if (priors.get(delimiter)! >= COMMON) return text.includes(bytes[0]!)
    const enough = Math.max(2, lines.length * (delimiter === ' ' ? 0.8 : 0.95))
    // Most of them are in hardly any line: a few lines tell.
    let holding = lines.length
    return lines.every(line => holds(line, bytes) || --holding >= enough) && holding >= enough
  })
}

function holds(line: Uint8Array, bytes: Uint8Array): boolean {
  for (let at = line.indexOf(bytes[0]!); at >= 0; at = line.indexOf(bytes[0]!, at + 1))
    if (bytes.every((byte, more) => line[at + more] === byte)) return true
  return false
}

/** The first 50 lines that are not blank. */
export function firstLines(text: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  const terminator = text.includes(LF) ? LF : CR
  let start = 0
  while (start < text.length && lines.length < 50) {
    const found = text.indexOf(terminator, start)
    const next = found < 0 ? text.length : found
    const end = terminator === LF && text[next - 1] === CR ? next - 1 : next
    if (end > start) lines.push(text.subarray(start, end))
    start = next + 1
  }
  return lines
}

const LF = 10
const CR = 13
const encoder = new TextEncoder()

const COMMA = 44
const DOUBLE = 34
const SINGLE = 39
const BACKSLASH = 92

/** The byte of an ASCII character; −1 for none. */
export function byteOf(character: string): number {
  return character === '' ? -1 : character.charCodeAt(0)
}

/** Tells the quotes that the text could have beside a delimiter: single ones only when two open right after it or a line end. */
export function quotesIn(text: Uint8Array): (delimiter: Uint8Array) => readonly number[] {
  const first = text.indexOf(SINGLE)
  return delimiter => {
    const last = delimiter.at(-1)!
    let opening = 0
    for (let at = first; at >= 0 && opening < 2; at = text.indexOf(SINGLE, at + 1)) {
      let before = at - 1
      while (text[before] === 32 && text[before] !== last) before--
      if (before < 0 || text[before] === last || text[before] === 10 || text[before] === 13) opening++
    }
    return opening < 2 ? [DOUBLE] : [DOUBLE, SINGLE]
  }
}

/** Tells what could stand before a quote inside a cell: −1 for the quote itself, and the backslash where one does. */
export function escapesIn(text: Uint8Array): (quote: number) => readonly number[] {
  const first = text.indexOf(BACKSLASH)
  return quote => {
    for (let at = first; at >= 0; at = text.indexOf(BACKSLASH, at + 1))
      if (text[at + 1] === quote) return [-1, BACKSLASH]
    return [-1]
  }
}

/** The label holds no comma, and below it a space follows each one: a column of addresses or sentences. */
export function isProse(text: Uint8Array): boolean {
  const [label, ...lines] = firstLines(text)
  return !label?.includes(COMMA) && lines.every(line => line.every((byte, at) => byte !== COMMA || line[at + 1] === 32))
}
