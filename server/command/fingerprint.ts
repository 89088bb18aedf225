import type { Dataset } from '../engine/dataset'
import { homeOf } from '../engine/home'
import type { Diagnostic } from '../engine/model/diagnostic'
import { Hash } from '../engine/model/hash'
import { putIn } from '../engine/model/put-in'

/** What tells a finding from others of its rule in its column. */
export interface Fingerprint {
  /** Two bytes of the hash of its value. */
  readonly value: string
  /** The same and two bytes of that of its row. */
  readonly whole: string
}

/** The fingerprint of a finding; it does not tell in which place of the file its row is. */
export function fingerprintOf(dataset: Dataset, diagnostic: Diagnostic): Fingerprint {
  const { row, value = '' } = diagnostic
  const { table } = homeOf(dataset, diagnostic)
  const ofValue = shortHash(new TextEncoder().encode(value))
  const ofRow = row === undefined ? '' : shortHash(table.bytesOf(table.rowSpan(row)))
  return { value: ofValue, whole: ofValue + ofRow }
}

/** A fingerprint as it is written. */
export function readFingerprint(text: string): Fingerprint {
  return { value: text.slice(0, DIGITS), whole: text }
}

/** Of 16 bits: enough to tell the findings of a column apart. */
const DIGITS = 4

function shortHash(bytes: Uint8Array): string {
  const hash = new Hash()
  hash.of(bytes, 0, bytes.length)
  return (hash.low & 0xffff).toString(16).padStart(DIGITS, '0')
}

/** Those of the present that are not among the known: told apart by value and row, and where a row has changed by value. */
export function unknownAmong<Finding extends Fingerprint>(
  present: readonly Finding[],
  known: readonly Fingerprint[],
): readonly Finding[] {
  const [others, left] = unmatched(present, known, ({ whole }) => whole)
  return unmatched(others, left, ({ value }) => value)[0]
}

function unmatched<Finding extends Fingerprint>(
  present: readonly Finding[],
  known: readonly Fingerprint[],
  by: (one: Fingerprint) => string,
): [present: readonly Finding[], known: readonly Fingerprint[]] {
  const waiting = new Map<string, Fingerprint[]>()
  for (const one of known) putIn(waiting, by(one), one)
  const others = present.filter(one => waiting.get(by(one))?.pop() === undefined)
  return [others, [...waiting.values()].flat()]
}
