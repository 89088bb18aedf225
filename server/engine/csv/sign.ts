import type { Chunk } from '../model/chunk'
import { byteBits, signature, signatureOf } from '../model/signature'

/** Tells what a cell of a well-formed text is made of, where the scan did not. */
export function sign({ bytes, cellStart, cellEnd }: Chunk, cell: number, quote: number): number {
  let from = cellStart[cell]!
  let to = cellEnd[cell]!
  let bits = 0
  if (from < to && bytes[from] === quote) {
    from++
    to--
    bits = signature.quoted
    if (bytes.subarray(from, to).includes(quote)) bits |= signature.escaped
  }
  for (let at = from; at < to; at++) bits |= byteBits[bytes[at]!]!
  return signatureOf(bits, bytes, from, to)
}
