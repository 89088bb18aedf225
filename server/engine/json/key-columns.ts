import type { Source } from '../model/source'
import type { Form, KeyColumns } from './form'
import { Names } from './names'
import { type Scanned, scanRecords } from './scan'

/** Records, and bytes, that tell the columns: as many as there are of either. */
const RECORDS = 1_000
const BYTES = 1 << 20

/** What the first records of a list say of all of them. */
export interface KeysFound {
  readonly columns: KeyColumns
  /** By column. */
  readonly labels: readonly string[]
  /** Columns of the Features themselves. */
  readonly own: readonly number[]
  /** The byte behind what was read for it. */
  readonly end: number
}

/** The keys of the first records, in the order in which they are met; those of a Feature itself come last. */
export function keysOf(source: Source, form: Form): KeysFound {
  let count = 0
  const columns: KeyColumns = { members: new Names(() => count++), own: new Names(() => count++) }
  const met = { members: new Set<string>(), own: new Set<string>() }
  const end = eachStretch(source, form, ({ lateKeys }) => {
    for (const { name, isOwn } of lateKeys) met[isOwn ? 'own' : 'members'].add(name)
  })
  for (const name of met.members) columns.members.add(name)
  for (const name of met.own) columns.own.add(name)
  const { members, own } = columns
  return {
    columns,
    // A property may be called as a member of its Feature is.
    labels: [
      ...members.entries.keys(),
      ...[...own.entries.keys()].map(name => (met.members.has(name) ? `/${name}` : name)),
    ],
    own: [...own.entries.values()],
    end,
  }
}

/** Reads the first records as if they had no columns, so that each of their keys is told; where they end. */
function eachStretch(source: Source, form: Form, told: (scanned: Scanned) => void): number {
  const none: KeyColumns = { members: new Names(() => 0), own: new Names(() => 0) }
  let start = form.start
  let rows = 0
  for (let least = 1 << 16; ; ) {
    const bytes = source.window(start, least)
    const isWhole = start + bytes.length >= source.length
    const size = Math.min(least, 1 << 16) / 2
    const scanned = scanRecords(bytes, { start, row: 0 }, size, { form, columns: none, width: 0, isWhole })
    if (!scanned) {
      least = 2 * Math.max(least, bytes.length)
      continue
    }
    told(scanned)
    start += scanned.chunk.bytes.length
    rows += scanned.chunk.rowCount
    if (scanned.isLast || (rows >= RECORDS && start - form.start >= BYTES)) return start
  }
}
