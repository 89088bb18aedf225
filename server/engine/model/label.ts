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

/** Names that software gives a column which has none: pandas, Excel, readr, Spark and QGIS. */
const STAND_IN = /^(?:Unnamed: \d+(?:\.\d+|_level_\d+)?|Col(?:onne|umn)\d+|\.{3}\d+|_c\d+|field_\d+)$/

/** Whether a label is no name, but what software wrote where one was missing. */
export function isStandIn(label: string): boolean {
  return STAND_IN.test(label.trim())
}

/** What LibreOffice writes behind the names of a dBase file: the type of the column and its width, as in `NOM,C,254`. */
const DBASE_TYPE = /(?<=^[\p{L}\p{N}_]{1,11}),(?:C,\d+|[NF],\d+,\d+|[DLM])$/u

/** A label without the type that a dBase file gives its column. */
export function withoutType(label: string): string {
  return label.replace(DBASE_TYPE, '')
}
