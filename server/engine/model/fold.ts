/** A text in small letters without accents. */
export function unaccented(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A text without what people vary when they copy it: case, accents, spaces, hyphens, underscores and apostrophes. */
export function folded(text: string): string {
  return unaccented(text)
    .replace(/[\s\p{Pd}_'’‘ʼ`\u200B\uFEFF]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}
