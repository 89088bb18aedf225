/** Formats that only one maker's software reads well, or from which no table can be taken: data.gouv.fr's list. */
const CLOSED = new Set([
  'pdf',
  'doc',
  'docx',
  'word',
  'xls',
  'excel',
  'xlsx',
  'ppt',
  'pptx',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'tif',
  'tiff',
])

const BY_MEDIA_TYPE: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'application/json': 'json',
  'application/geo+json': 'geojson',
  'application/vnd.geo+json': 'geojson',
  'application/pdf': 'pdf',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/msword': 'doc',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/html': 'html',
  'application/zip': 'zip',
}

/** A format as one word in lower case, from an extension, a media type or the address of an authority's entry. */
export function formatNamed(written: string): string | undefined {
  const text = written.trim().toLowerCase()
  const known = Object.hasOwn(BY_MEDIA_TYPE, text) ? BY_MEDIA_TYPE[text] : undefined
  const last = /[^/#:.]*$/.exec(text)![0]
  return known ?? (/^[\w+-]+$/.test(last) ? last : undefined)
}

/** The format that the name of a file tells; of `x.csv.gz` the one that is packed. */
export function formatOfPath(path: string): string | undefined {
  const [name = ''] = path.split(/[?#]/)
  const [, format] = /\.([a-z\d]{2,7})(?:\.(?:gz|zip|bz2))?$/i.exec(name.slice(name.lastIndexOf('/') + 1)) ?? []
  return format?.toLowerCase()
}

/** Whether a format keeps the data from those who do not have one maker's software. */
export function isClosedFormat(format: string): boolean {
  return CLOSED.has(format)
}
