/** The values of a row of text, delimiters between quotes left alone and quotes taken off (RFC 4180). */
export function splitRow(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter)
  const values: string[] = []
  let from = 0
  let isQuoted = false
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"' && text[from] === '"') isQuoted = !isQuoted
    if (at < text.length && (isQuoted || text[at] !== delimiter)) continue
    values.push(unquoted(text.slice(from, at)))
    from = at + 1
  }
  return values
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
}
