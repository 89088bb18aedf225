import { nonAsciiAt } from './utf8'
import { writePoint } from './utf16'

/** Encodings in which each character is one byte and the lower half is ASCII. */
export type CodePage = 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'cp850'

/** From the most to the least common in French public data. */
export const codePages: readonly CodePage[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850']

/** Stands where a byte is its own code point: the C1 controls of windows-1252, and what ISO-8859-15 keeps of ISO-8859-1. */
const HOLE = '_'

const upper: Readonly<Record<CodePage, readonly [from: number, characters: string]>> = {
  'windows-1252': [0x80, '€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ'],
  'iso-8859-15': [0xa4, '€_Š_š___________Ž___ž___ŒœŸ'],
  macintosh: [
    0x80,
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  ],
  cp850: [
    0x80,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
}

/**
 * The code point of each byte (WHATWG Encoding for the first three, Unicode's CP850.TXT for the last).
 * Written out because TextDecoder reads windows-1252 as ISO-8859-1 in some releases of Node 20 and 22, and knows no cp850.
 */
export const codePoints: Readonly<Record<CodePage, Uint16Array>> = {
  'windows-1252': table('windows-1252'),
  'iso-8859-15': table('iso-8859-15'),
  macintosh: table('macintosh'),
  cp850: table('cp850'),
}

/** The bytes of a file in this code page as UTF-8; no byte is lost, undefined ones become C1 controls. */
export function fromCodePage(file: Uint8Array, page: CodePage): Uint8Array {
  const first = nonAsciiAt(file)
  if (first === file.length) return file
  const packed = packedOf(page)
  // A character is at most three bytes; what is not written to takes no memory.
  const text = new Uint8Array(first + 3 * (file.length - first))
  text.set(file.subarray(0, first))
  let to = first
  for (let at = first; at < file.length; at++) {
    const byte = file[at]!
    if (byte < 0x80) {
      text[to++] = byte
      continue
    }
    const bytes = packed[byte]!
    text[to++] = bytes & 0xff
    text[to++] = (bytes >> 8) & 0xff
    if (bytes > 0xffff) text[to++] = bytes >> 16
  }
  return text.subarray(0, to)
}

/** Those of each byte of a code page, made once: a large file is decoded in many pages. */
function packedOf(page: CodePage): Uint32Array {
  return (packedPages[page] ??= Uint32Array.from(codePoints[page], packedUtf8))
}

const packedPages: Partial<Record<CodePage, Uint32Array>> = {}

/** The UTF-8 bytes of a code point below U+10000, the first one lowest. */
function packedUtf8(point: number): number {
  const bytes = new Uint8Array(4)
  writePoint(bytes, 0, point)
  return bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16)
}

function table(page: CodePage): Uint16Array {
  const points = Uint16Array.from({ length: 256 }, (_, byte) => byte)
  const [from, characters] = upper[page]
  for (let at = 0; at < characters.length; at++)
    if (characters[at] !== HOLE) points[from + at] = characters.charCodeAt(at)
  return points
}
