import type { FaultOf } from '../model/fault'

/** What a file is when it is no text that could hold a table. */
export type Kind = FaultOf<'not-a-table'>['what']

/** Tells a file that is not text by its first bytes; undefined for text, also for UTF-16 and text with a few NULs. */
export function detectKind(file: Uint8Array): Kind | undefined {
  const head = file.subarray(0, HEAD)
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return isWorkbook(file) ? 'workbook' : 'archive'
  const magic = magics.find(([bytes]) => startsWith(head, bytes))
  if (magic) return magic[1]
  if (startsWith(head, 'ustar', 257)) return 'archive'
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return 'image'
  if (isHtml(head)) return 'html'
  return isBinary(head) ? 'binary' : undefined
}

/** Tells a text that is a document of another format, under the name of a table: the answer of a service, an export for maps. */
export function documentKind(file: Uint8Array): Kind | undefined {
  const start = beginningOf(file)
  if (/^(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)/.test(start)) return 'json'
  return /^<(?:\?xml\s|[a-z][\w:-]*\s+xmlns\b)/i.test(start) ? 'xml' : undefined
}

/** Bytes at the beginning, and as many at the end, that tell what a file is. */
const HEAD = 65_536

/** First bytes of the formats that are mistaken for CSV, one character a byte. */
const magics: readonly (readonly [bytes: string, kind: Kind])[] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'workbook'],
  ['%PDF-', 'pdf'],
  ['\x1f\x8b', 'archive'],
  ['BZh', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  ['\x28\xb5\x2f\xfd', 'archive'],
  ['\x89PNG\r\n\x1a\n', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF87a', 'image'],
  ['GIF89a', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['SQLite format 3\0', 'binary'],
  ['PAR1\x15', 'binary'],
]

function startsWith(bytes: Uint8Array, characters: string, from = 0): boolean {
  if (bytes.length < from + characters.length) return false
  for (let at = 0; at < characters.length; at++) if (bytes[from + at] !== characters.charCodeAt(at)) return false
  return true
}

/** Names of the members stand in clear at both ends of a ZIP: the parts of an Excel or the type of an OpenDocument file. */
function isWorkbook(file: Uint8Array): boolean {
  const names = latin(file.subarray(0, HEAD)) + latin(file.subarray(Math.max(HEAD, file.length - HEAD)))
  return names.includes('xl/') || names.includes('application/vnd.oasis.opendocument.spreadsheet')
}

/** The head of a page, or of a table saved by an application under another name. */
function isHtml(head: Uint8Array): boolean {
  const start = beginningOf(head).toLowerCase()
  return /^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|table)\b/s.test(start)
}

/** The first characters of a text, without its mark and what UTF-16 puts between them. */
function beginningOf(head: Uint8Array): string {
  return latin(head.subarray(0, 1024))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** Control bytes that text has: tab, line ends, page break, escape, and the separators of ASCII. */
const inText = new Set([0x01, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f])

/** Too many control bytes for text: random bytes have eight in a hundred. */
function isBinary(head: Uint8Array): boolean {
  let nulEven = 0
  let nulOdd = 0
  let others = 0
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!
    if (byte >= 0x20) continue
    if (byte === 0 && at % 2 === 1) nulOdd++
    else if (byte === 0) nulEven++
    else if (!inText.has(byte)) others++
  }
  // In UTF-16 text the NULs stand on one side.
  const wide = Math.max(nulEven, nulOdd) > head.length * 0.2 && Math.min(nulEven, nulOdd) <= head.length * 0.005
  const controls = others + (wide ? 0 : nulEven + nulOdd)
  return controls >= 4 && controls > head.length * 0.05
}
