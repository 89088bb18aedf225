import type { Source } from '../model/source'
import type { Form, KeyColumns } from './form'
import { Names } from './names'
import { scanRecords } from './scan'

/** Records, and bytes, that tell the columns: as many as there are of either. */
const RECORDS = 1_000
const BYTES = 1 << 20
/** Bytes that are read at once. */
const STRETCH = 1 << 16

/** What the first records of a list say of all of them. */
interface KeysFound {
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
  const { met, end } = learnt(source, form)
  let count = 0
  const columns: KeyColumns = { members: new Names(() => count++), own: new Names(() => count++) }
  for (const name of met.members.entries.keys()) columns.members.add(name)
  for (const name of met.own.entries.keys()) columns.own.add(name)
  const { members, own } = columns
  return {
    columns,
    // A property may be called as a member of its Feature is.
    labels: [
      ...members.entries.keys(),
      ...[...own.entries.keys()].map(name => (members.named(name) < 0 ? name : `/${name}`)),
    ],
    own: [...own.entries.values()],
    end,
  }
}

/** The keys of the records that are strict JSON, or, where none is, of all; and where the first records end. */
function learnt(source: Source, form: Form): { readonly met: KeyColumns; readonly end: number } {
  const met = emptyColumns()
  const broken = emptyColumns()
  let start = form.start
  let rows = 0
  for (let least = STRETCH; ; ) {
    const bytes = source.window(start, least)
    const isWhole = start + bytes.length >= source.length
    const scanned = scanRecords(bytes, { start, row: 0 }, STRETCH / 2, {
      form,
      columns: met,
      width: 0,
      isWhole,
      learn: (name, of, from) => void (from === 'strict' ? met : broken)[of].add(name),
    })
    if (!scanned) {
      least = 2 * Math.max(least, bytes.length)
      continue
    }
    start += scanned.chunk.bytes.length
    rows += scanned.chunk.rowCount
    if (scanned.isLast || (rows >= RECORDS && start - form.start >= BYTES))
      return { met: met.members.entries.size + met.own.entries.size > 0 ? met : broken, end: start }
  }
}

function emptyColumns(): KeyColumns {
  let count = 0
  return { members: new Names(() => count++), own: new Names(() => count++) }
}
