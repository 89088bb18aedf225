import { pointer } from '../model/pointer'
import type { Source } from '../model/source'
import type { Holder, KeyColumns, Keys } from './columns'
import type { Form } from './form'
import { KeyLearner, type MetKey, type MetKeys } from './met-keys'
import { MOST, Names } from './names'
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
  /** By column: the keys that lead from a record to its values. */
  readonly paths: readonly (readonly string[])[]
  /** Columns of the Features themselves. */
  readonly own: readonly number[]
  /** The byte behind what was read for it. */
  readonly end: number
}

/**
 * The keys of the first records, in the order in which they are met; those of a Feature itself come last. `isValue`:
 * whether somebody says that the object under these keys, joined by points, is one value.
 */
export function keysOf(source: Source, form: Form, isValue: (label: string) => boolean): KeysFound {
  const { met, end } = learnt(source, form)
  const isOpen = (inside: MetKeys, label: string) => isRecordLike(inside) && !isValue(label)
  const all = leavesOf(met, isOpen)
  // Rather no column for what is inside than none for what follows.
  const isTooWide = all.length > MOST
  const opened = isTooWide ? () => false : isOpen
  const leaves = isTooWide ? leavesOf(met, opened) : all
  const { inner } = form
  const paths = leaves.map(({ path, isOwn }) => (isOwn || inner === undefined ? path : [inner, ...path]))
  return {
    columns: keyColumns(met, leaves, opened),
    labels: labelsOf(leaves, paths),
    paths,
    own: leaves.flatMap(({ isOwn }, column) => (isOwn ? [column] : [])),
    end,
  }
}

/** Whether the members of the objects at a place are columns. */
type IsOpen = (inside: MetKeys, label: string) => boolean

/** What becomes a column. */
interface Leaf {
  readonly key: MetKey
  /** The keys that lead to it. */
  readonly path: readonly string[]
  readonly isOwn: boolean
}

/** The columns that keys make, in their order. */
function leavesOf({ members, own }: KeyLearner, isOpen: IsOpen): readonly Leaf[] {
  const leaves: Leaf[] = []
  const look = (met: MetKeys, before: readonly string[], isOwn: boolean) => {
    for (const key of met.keys) {
      if (!key.isMet) continue
      const path = [...before, key.name]
      const inside = openedIn(key, path, isOpen)
      if (inside) look(inside, path, isOwn)
      if (!inside || key.hasValue) leaves.push({ key, path, isOwn })
    }
  }
  look(members, [], false)
  look(own, [], true)
  return leaves.toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn) || a.key.order - b.key.order)
}

function openedIn({ inside }: MetKey, path: readonly string[], isOpen: IsOpen): MetKeys | undefined {
  return inside && isOpen(inside, path.join('.')) ? inside : undefined
}

/** The keys that were met, each with what it fills. */
function keyColumns({ members, own }: KeyLearner, leaves: readonly Leaf[], isOpen: IsOpen): KeyColumns {
  const columnOf = new Map(leaves.map(({ key }, column) => [key, column]))
  const holders: Holder[] = []
  const holderOf = leaves.map(() => -1)
  const placeOf = leaves.map(() => -1)
  const keysAt = (met: MetKeys, path: readonly string[], number: number): Keys => {
    const names = new Names()
    const columns: number[] = []
    const inner: (Holder | undefined)[] = []
    for (const key of met.keys) {
      if (!key.isMet) continue
      names.add(key.name)
      const column = columnOf.get(key) ?? -1
      const inside = openedIn(key, [...path, key.name], isOpen)
      const holder = inside && holderAt(inside, [...path, key.name], number, column)
      columns.push(column)
      inner.push(holder)
      if (column < 0) continue
      holderOf[column] = number
      if (holder) placeOf[column] = holder.number
    }
    return { names, prefix: path.map(key => `${key}.`).join(''), columns, holders: inner }
  }
  const holderAt = (met: MetKeys, path: readonly string[], around: number, column: number): Holder => {
    const number = holders.length
    const holder = { number, around, column, path, label: path.join('.') }
    // Its number comes before those of the objects in it.
    holders.push(holder as Holder)
    return Object.assign(holder, keysAt(met, path, number))
  }
  return { members: keysAt(members, [], -1), own: keysAt(own, [], -1), holders, holderOf, placeOf }
}

/** Keys that objects may have, all together, before they are looked at as data; and objects among which one of such keys comes once. */
const MANY = 20
const SELDOM = 10

/** Whether the members of objects are columns: no shape, and keys that name what is there rather than being it. */
function isRecordLike({ keys, objects, members, isShape, isFull }: MetKeys): boolean {
  const different = keys.filter(({ isMet }) => isMet).length
  const isOfData = different > MANY && SELDOM * members < different * objects
  return different > 0 && !isShape && !isFull && !isOfData
}

/** The keys joined by points; their JSON pointer in the record, where a column is called so already. */
function labelsOf(leaves: readonly Leaf[], paths: readonly (readonly string[])[]): readonly string[] {
  const taken = new Set(leaves.flatMap(({ path, isOwn }) => (path.length === 1 && !isOwn ? path : [])))
  return leaves.map(({ path, isOwn }, column) => {
    const label = path.join('.')
    if (path.length === 1 && !isOwn) return label
    if (taken.has(label)) return paths[column]!.reduce<string>(pointer, '')
    taken.add(label)
    return label
  })
}

/** The keys of the records that are strict JSON, or, where none is, of all; and where the first records end. */
function learnt(source: Source, form: Form): { readonly met: KeyLearner; readonly end: number } {
  const strict = new KeyLearner(form)
  const broken = new KeyLearner(form)
  let start = form.start
  let rows = 0
  for (let least = STRETCH; ; ) {
    const bytes = source.window(start, least)
    const isWhole = start + bytes.length >= source.length
    const learners = { strict, broken }
    const scanned = scanRecords(bytes, { start, row: 0 }, STRETCH / 2, { form, isWhole, learners })
    if (!scanned) {
      for (const learner of [strict, broken]) learner.forget()
      least = 2 * Math.max(least, bytes.length)
      continue
    }
    for (const learner of [strict, broken]) learner.count()
    start += scanned.chunk.bytes.length
    rows += scanned.chunk.rowCount
    if (scanned.isLast || (rows >= RECORDS && start - form.start >= BYTES))
      return { met: strict.isEmpty ? broken : strict, end: start }
  }
}
