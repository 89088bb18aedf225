import type { Source } from '../model/source'
import type { Marks } from './cell'
import { type Beyond, closedAt, lookedAt } from './quote'
import type { Scanned, scanChunk, ScanStart } from './scan'

/** Bytes read besides those of the chunk, at most, so that its last row mostly ends among them. */
const SLACK = 4_096

/**
 * Reads the chunk that begins at a row's start, of `size` bytes and what its last row needs to end, with this scan.
 * `room`: where the text may be put.
 */
export function readChunk(
  source: Source,
  from: ScanStart,
  size: number,
  marks: Marks,
  scan: typeof scanChunk,
  room?: Uint8Array,
): Scanned {
  let least = size + Math.min(size, SLACK)
  for (;;) {
    const text = source.window(from.start, least, room)
    const end = from.start + text.length
    if (end >= source.length) return scan(text, from, size, marks)!
    let wanted = 2 * text.length
    const beyond: Beyond = {
      quote() {
        const far = quoteFrom(source, end, marks)
        if (far?.closes) wanted = Math.max(wanted, far.at - from.start + SLACK)
        return far && { ...far, reach: far.reach - from.start }
      },
    }
    const scanned = scan(text, from, size, marks, beyond)
    if (scanned) return scanned
    least = wanted
  }
}

/** The first quote from `start` on that is not doubled, in offsets of the source. */
function quoteFrom(source: Source, start: number, marks: Marks): ReturnType<Beyond['quote']> {
  let at = start
  for (;;) {
    at = source.indexOf(marks.quote, at)
    if (at < 0) return undefined
    if (source.window(at, 2)[1] !== marks.quote) break
    at += 2
  }
  for (let least = SLACK; ; least *= 2) {
    const text = source.window(at, least)
    const reach = lookedAt(text, 0, marks)
    if (reach < text.length || at + text.length >= source.length)
      return { at, closes: closedAt(text, 0, marks) > 0, reach: at + reach }
  }
}
