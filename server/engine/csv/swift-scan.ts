import { kernel, type PlainMarks } from '../kernel/kernel'
import type { Marks } from './cell'
import { type Scanned, scanChunk, type ScanStart } from './scan'

/** Bytes read besides those of the chunk, at first, so that its last row mostly ends among them. */
const SLACK = 4_096

/**
 * `scanChunk`, done by the kernel where a text is well-formed and its dialect one of those that most files have: the same
 * to the last bit.
 */
export const swiftScan: typeof scanChunk = (text, from, size, marks, beyond) => {
  const scanned = passingScan(text, from, size, marks, beyond)
  kernel()?.takeBack()
  return scanned
}

/** The same for who looks at the chunk once: the kernel lends it, and may be told that it is not needed any longer. */
export const passingScan: typeof scanChunk = (text, from, size, marks, beyond) => {
  const scanned = unsignedScan(text, from, size, marks, beyond)
  kernel()?.signAll()
  return scanned
}

/** The same for who looks at some of its cells only, those that the kernel tells: it signs those that it is asked for. */
export const unsignedScan: typeof scanChunk = (text, from, size, marks, beyond) => {
  const plain = from.column === 0 ? plainMarks(marks) : undefined
  const isLast = beyond === undefined
  return (
    (plain && kernelScan(text, from, size, { marks: plain, isLast })) ??
    scanChunk(ownText(text), from, size, marks, beyond)
  )
}

/** What the kernel alone makes of a text, not signed yet; undefined where it cannot judge. `isLast`: nothing follows the text. */
export function kernelScan(
  text: Uint8Array,
  from: ScanStart,
  size: number,
  { marks, isLast }: { readonly marks: PlainMarks; readonly isLast: boolean },
): Scanned | undefined {
  const swift = kernel()
  if (!swift || size > swift.text.length || text.length === 0) return undefined
  const most = Math.min(text.length, swift.text.length)
  for (let length = Math.min(size + SLACK, most); ; length = most) {
    const isWhole = isLast && length === text.length
    const scan = swift.scan(text.subarray(0, length), size, isWhole, marks)
    if (scan === 'short' && length < most) continue
    if (scan === 'short' || scan === 'odd') return undefined
    const { length: taken, index, lineEnds, lineCount, reach } = scan
    const bytes = text.subarray(0, taken)
    const chunk = {
      bytes,
      start: from.start,
      firstRow: from.row,
      firstColumn: 0,
      rowEnded: true,
      ...index,
      sign: swift.sign,
    }
    swift.lend(chunk)
    return { chunk, quoteFaults: [], lineEnds, lineCount, reach }
  }
}

/** A text that nothing overwrites. */
function ownText(text: Uint8Array): Uint8Array {
  return text.buffer === kernel()?.text.buffer ? text.slice() : text
}

/** The marks of a dialect that the kernel can read; undefined for any other. */
export function plainMarks({ delimiter, quote, escape, skipInitialSpace, comment }: Marks): PlainMarks | undefined {
  const [mark] = delimiter
  const isOwn = mark !== quote && mark !== 10 && mark !== 13 && quote !== 10 && quote !== 13
  const isPlain = delimiter.length === 1 && isOwn && escape < 0 && !skipInitialSpace && comment.length === 0
  return isPlain ? { delimiter: mark!, quote } : undefined
}
