import type { Form, Layout, StateTable } from '../model/accept'
import { byteBits, signature, signatureOf } from '../model/signature'

/** Signature bits that no content which a form accepts goes beyond; all of them where the form does not tell. */
export function bitsOf(form: Form): number {
  switch (form.is) {
    case 'moment':
      return form.layouts.reduce((bits, layout) => bits | bitsOfLayout(layout), 0)
    case 'compared':
      return form.number.is === 'day' ? bitsOfLayout(form.number.layout) : -1
    case 'one-of':
      return form.spellings.reduce((bits, bytes) => bits | bitsOfBytes(bytes), 0)
    case 'siret':
    case 'siren':
      return signature.digit | signature.longDigits
    case 'automaton':
      return bitsOfAutomaton(form.table)
    default:
      return -1
  }
}

function bitsOfBytes(bytes: Uint8Array): number {
  const bits = bytes.reduce((union, byte) => union | byteBits[byte]!, 0)
  return signatureOf(bits, bytes, 0, bytes.length) & 0xffff
}

/** As a moment of it is written, with the same digit in each place. */
function bitsOfLayout({ width, literals }: Layout): number {
  const bytes = new Uint8Array(width).fill(48)
  for (const { at, byte } of literals) bytes[at] = byte
  return bitsOfBytes(bytes)
}

function bitsOfAutomaton({ next }: StateTable): number {
  let bits = 0
  for (let i = 0; i < next.length; i++) if (next[i] !== 0) bits |= byteBits[i & 127]!
  const { digit, longDigits, leadingSign, at, dateMark, otherMark, space, control, edgeSpace } = signature
  if (bits & digit) bits |= longDigits
  if (bits & (at | dateMark | otherMark)) bits |= leadingSign
  if (bits & (space | control)) bits |= edgeSpace
  return bits
}
