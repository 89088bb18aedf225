/** The values of one row of text under a delimiter: quoted cells as in RFC 4180, anything else as it stands. */
export function splitRow(text: string, delimiter: string): readonly string[] {
  const values: string[] = []
  let at = 0
  for (;;) {
    const close = text[at] === '"' ? closingQuote(text, at, delimiter) : -1
    const end = close < 0 ? text.indexOf(delimiter, at) : close + 1
    const stop = end < 0 ? text.length : end
    values.push(close < 0 ? text.slice(at, stop) : text.slice(at + 1, close).replaceAll('""', '"'))
    if (stop >= text.length) return values
    at = stop + delimiter.length
  }
}

/** The quote that a delimiter or the end follows; −1 when the cell is not quoted after all. */
function closingQuote(text: string, open: number, delimiter: string): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++
    else return at + 1 === text.length || text.startsWith(delimiter, at + 1) ? at : -1
  }
  return -1
}
