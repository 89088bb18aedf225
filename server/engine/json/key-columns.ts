import { pointer } from '../model/pointer'
import type { Source } from '../model/source'
import type { Holder, KeyColumns, Keys } from './columns'
import type { Form } from './form'
import { kind, KeyLearner, type MetKey, MetKeys, MetList } from './met-keys'
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
  /** By column: how many of these keys lead to the list in an element of which its values stand; undefined for none. */
  readonly listsAt: readonly (number | undefined)[]
  /** Columns of the Features themselves. */
  readonly own: readonly number[]
  /** The byte behind what was read for it. */
  readonly end: number
}

/**
 * The keys of the first records, in the order in which they are met, those in one list together; those of a Feature itself
 * come last. `isValue`: whether somebody says that what stands under these keys, joined by points, is one value.
 */
export function keysOf(source: Source, form: Form, isValue: (label: string) => boolean): KeysFound {
  const { met, end } = learnt(source, form)
  const isOpen: IsOpen = (inside, label) => holdsColumns(inside) && !isValue(label)
  const isOpenObject: IsOpen = (inside, label) => !(inside instanceof MetList) && isOpen(inside, label)
  // Rather no column for what is inside than none for what follows.
  const opened = [isOpen, isOpenObject].find(isFew => leavesOf(met, isFew).length <= MOST) ?? (() => false)
  const leaves = leavesOf(met, opened)
  const { inner } = form
  const isUnder = ({ isOwn }: Leaf) => inner !== undefined && !isOwn
  const paths = leaves.map(leaf => (isUnder(leaf) ? [inner!, ...leaf.path] : leaf.path))
  return {
    columns: keyColumns(met, leaves, opened),
    labels: labelsOf(leaves, paths),
    paths,
    listsAt: leaves.map(leaf => leaf.listAt && leaf.listAt + Number(isUnder(leaf))),
    own: leaves.flatMap(({ isOwn }, column) => (isOwn ? [column] : [])),
    end,
  }
}

/** Whether the members of the objects, or of the elements of the lists, at a place are columns. */
type IsOpen = (inside: MetKeys, label: string) => boolean

/** What becomes a column. */
interface Leaf {
  readonly key: MetKey
  /** The keys that lead to it, and how many of them lead to the list in which it stands. */
  readonly path: readonly string[]
  readonly listAt: number | undefined
  readonly isOwn: boolean
  /** How many keys were met before it, or before that of its list. */
  readonly order: number
}

/** The columns that keys make, in their order. */
function leavesOf({ members, own }: KeyLearner, isOpen: IsOpen): readonly Leaf[] {
  const leaves: Leaf[] = []
  const look = (met: MetKeys, before: readonly string[], isOwn: boolean, list?: Pick<Leaf, 'listAt' | 'order'>) => {
    for (const key of met.keys) {
      if (!key.isMet) continue
      const path = [...before, key.name]
      const inside = openedIn(key, met, path, isOpen)
      const { listAt, order } = list ?? { listAt: undefined, order: key.order }
      if (!inside || hasValueBeside(key, inside)) leaves.push({ key, path, listAt, isOwn, order })
      if (inside) look(inside, path, isOwn, inside instanceof MetList ? { listAt: path.length, order } : list)
    }
  }
  look(members, [], false)
  look(own, [], true)
  return leaves.toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn) || a.order - b.order)
}

/** The keys in the place of one of them that are columns, or lead to some: of the element of a list always. */
function openedIn(key: MetKey, around: MetKeys, path: readonly string[], isOpen: IsOpen): MetKeys | undefined {
  if (around instanceof MetList) return key.inside ?? NO_KEYS
  const label = path.join('.')
  return [key.inside, key.elements].find(met => met && isOpen(met, label))
}

const NO_KEYS = new MetKeys({ isInList: true })

/** Whether something else stands in the place of a key than what is opened there. */
function hasValueBeside({ kinds }: MetKey, opened: MetKeys): boolean {
  return (kinds & ~(opened instanceof MetList ? kind.list : kind.object)) !== 0
}

/** The keys that were met, each with what it fills. */
function keyColumns({ members, own }: KeyLearner, leaves: readonly Leaf[], isOpen: IsOpen): KeyColumns {
  const columnOf = new Map(leaves.map(({ key }, column) => [key, column]))
  const holders: Holder[] = []
  const holderOf = leaves.map(() => -1)
  const placeOf = leaves.map(() => -1)
  const keysAt = (met: MetKeys, path: readonly string[], number: number, list: InList): Keys => {
    const names = new Names()
    const columns: number[] = []
    const inner: (Holder | undefined)[] = []
    for (const key of met.keys) {
      if (!key.isMet) continue
      names.add(key.name)
      const column = columnOf.get(key) ?? -1
      const here = [...path, key.name]
      const inside = openedIn(key, met, here, isOpen)
      const holder = inside && holderAt(inside, here, { around: number, column, list: elementIn(list, met, path, key) })
      columns.push(column)
      inner.push(holder)
      if (column < 0) continue
      holderOf[column] = number
      if (holder) placeOf[column] = holder.number
    }
    return { names, prefix: path.map(key => `${key}.`).join(''), columns, holders: inner, list: list?.behindFirst }
  }
  const holderAt = (
    met: MetKeys,
    path: readonly string[],
    { around, column, list }: { readonly around: number; readonly column: number; readonly list: InList },
  ): Holder => {
    const number = holders.length
    const bracket: Holder['bracket'] = met instanceof MetList ? 91 : 123
    const holder = { number, around, column, path, label: path.join('.'), listAt: list?.listAt, bracket }
    // Its number comes before those of the objects in it.
    holders.push(holder as Holder)
    return Object.assign(holder, keysAt(met, path, number, list))
  }
  const of = (met: MetKeys) => keysAt(met, [], -1, undefined)
  return { members: of(members), own: of(own), holders, holderOf, placeOf }
}

/** How many keys lead to the list in an element of which something stands, and its label where that is not the first one. */
type InList = { readonly listAt: number; readonly behindFirst: string | undefined } | undefined

/** The same for what stands under a key: `path` leads to the keys that were met around it. */
function elementIn(around: InList, met: MetKeys, path: readonly string[], { name }: MetKey): InList {
  if (!(met instanceof MetList)) return around
  return { listAt: path.length, behindFirst: name === '0' ? undefined : path.join('.') }
}

/** Keys that objects may have, all together, before they are looked at as data; and objects among which one of such keys comes once. */
const MANY = 20
const SELDOM = 10

/** Whether the members of objects, or of the first elements of lists, are columns: of lists that are mostly longer few elements tell nothing. */
function holdsColumns(met: MetKeys): boolean {
  if (!(met instanceof MetList)) return areRecordLike([met])
  const { isMixed, isFull, lists, longer } = met
  return !isMixed && !isFull && 2 * longer <= lists && areRecordLike(met.keys.flatMap(({ inside }) => inside ?? []))
}

/** Whether the objects at some places are records: no shapes, and keys that name what is there rather than being it. */
function areRecordLike(places: readonly MetKeys[]): boolean {
  const met = places.flatMap(({ keys }) => keys.filter(({ isMet }) => isMet))
  const different = new Set(met.map(({ name }) => name)).size
  const objects = places.reduce((sum, place) => sum + place.objects, 0)
  const members = places.reduce((sum, place) => sum + place.members, 0)
  const isOfData = different > MANY && SELDOM * members < different * objects
  return different > 0 && !isOfData && !places.some(({ isShape, isFull }) => isShape || isFull)
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
