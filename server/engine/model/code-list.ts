/** Whether a text is several codes, each of them right, between the marks that part the items of a list. */
export function isListOf(text: string, isCode: (code: string) => boolean): boolean {
  const codes = text.split(MARKS)
  return codes.length > 1 && codes.every(isCode)
}

const MARKS = /\s*[;,|/\n]\s*|\s+(?:et|and|-)\s+/
