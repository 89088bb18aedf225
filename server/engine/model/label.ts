// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\p{Cf}\u0000-\u0008\u000E-\u001F\u007F]/gu
const IGNORED = /[\p{M}\p{Z}\p{Cf}\p{Cc}_\-‐‑–—]/gu

/** A label without what the eye does not see: edge space and invisible characters. */
export function tidyLabel(label: string): string {
  return label.replace(INVISIBLE, '').trim()
}

/** A label as it is compared when case, accents, spaces, hyphens, underscores and invisible characters do not count. */
export function foldLabel(label: string): string {
  return label.normalize('NFKD').replace(IGNORED, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}
