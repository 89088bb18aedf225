import { kernel } from '../kernel/kernel'
import type { PlainReading, Questions } from '../model/ahead'
import type { PartRecord } from './part-record'
import { guessedRowStart } from './row-start'
import { kernelScan } from './swift-scan'

/** How the parts of a text are read. */
export interface PartReading extends PlainReading {
  /** Bytes of a part. */
  readonly partSize: number
  readonly questions: Questions
}

/**
 * Records the chunks of the part whose text is in the record, from the first row that seems to begin there on to the
 * last; fewer when something must be judged that the kernel does not. `isLast`: nothing follows the text.
 */
export function recordPart(record: PartRecord, reading: PartReading, isLast: boolean): void {
  const { text } = record
  const { size, partSize, questions } = reading
  record.clear()
  const end = Math.min(text.length, partSize + 1)
  for (let at = guessedRowStart(text, reading); at > 0 && at < end; ) {
    const from = { start: at, row: 0, column: 0 }
    const scanned = kernelScan(text.subarray(at), from, sizeIn(end - at, size), { marks: reading, isLast })
    if (!scanned || !record.add(scanned, questions)) return
    at += scanned.chunk.bytes.length
    kernel()?.release(scanned.chunk)
  }
}

/** Bytes that the next chunk of a part should have: what is left of it, when that is little more than a chunk. */
export function sizeIn(left: number, size: number): number {
  return left < 2 * size ? left : size
}
