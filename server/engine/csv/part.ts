import { kernel } from '../kernel/kernel'
import type { PlainReading, Questions } from '../model/ahead'
import type { PartRecord } from './part-record'
import { guessedRowStart } from './row-start'
import { kernelScan } from './swift-scan'

/** How the parts of a text are read. */
interface PartReading extends PlainReading {
  /** Bytes of a part. */
  readonly partSize: number
  readonly questions: Questions
}

/**
 * Records the chunks of a part, from the first row that seems to begin there on to the last; fewer when something must be
 * judged that the kernel does not. `text`: from the byte before the part, in memory that no other thread sees, whose bytes
 * are copied many times as fast. `isLast`: nothing follows it.
 */
export function recordPart(record: PartRecord, text: Uint8Array, reading: PartReading, isLast: boolean): void {
  const { size, partSize, questions } = reading
  record.begin(text)
  const end = Math.min(text.length, partSize + 1)
  for (let at = guessedRowStart(text, reading); at > 0 && at < end; ) {
    const from = { start: at, row: 0, column: 0 }
    const scanned = kernelScan(text.subarray(at), from, sizeIn(end - at, size), { marks: reading, isLast })
    if (!scanned || !record.add(scanned, questions, reading.quote)) return
    at += scanned.chunk.bytes.length
    kernel()?.release(scanned.chunk)
  }
}

/** Bytes that the next chunk of a part should have, so that all that are left of it have as many, and none more than a chunk. */
export function sizeIn(left: number, size: number): number {
  return Math.ceil(left / Math.ceil(left / size))
}
