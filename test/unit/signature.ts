import { signature } from '../../server/engine/model/signature'

/** The plain definition of a signature, from the words of model/signature: judge of the scanner and of the rules. */
export function signatureOf(
  content: Uint8Array,
  { quoted, escaped }: { readonly quoted: boolean; readonly escaped: boolean } = { quoted: false, escaped: false },
): number {
  const chars = String.fromCharCode(...content)
  const has = (pattern: RegExp, bit: number) => (pattern.test(chars) ? bit : 0)
  const mask =
    has(/[0-9]/, signature.digit) |
    has(/[A-Za-z]/, signature.letter) |
    has(/[\x80-\xff]/, signature.nonAscii) |
    has(/^[ \t-\r]|[ \t-\r]$/, signature.edgeSpace) |
    has(/ /, signature.space) |
    // oxlint-disable-next-line no-control-regex
    has(/[\x00-\x1f\x7f]/, signature.control) |
    has(/@/, signature.at) |
    has(/^[=+\-@]/, signature.leadingSign) |
    has(/,/, signature.comma) |
    has(/[./:-]/, signature.dateMark) |
    has(/[0-9]{9}/, signature.longDigits) |
    has(/[&<>]/, signature.markup) |
    has(/[!"#$%'()*+;=?[\\\]^_`{|}~]/, signature.otherMark) |
    (quoted ? signature.quoted : 0) |
    (escaped ? signature.escaped : 0)
  return (mask | (Math.min(content.length, 0xffff) << 16)) >>> 0
}
