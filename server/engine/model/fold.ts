/** A text without what people vary when they copy it: case, accents, spaces, hyphens, underscores and apostrophes. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s\p{Pd}_'’‘ʼ`\u200B\uFEFF]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}
