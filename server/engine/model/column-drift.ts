import type { FormerTable } from './former'
import { folded } from './fold'
import { putIn } from './put-in'
import type { Column } from './table'
import { type ValueKind, valueKind } from './value-kind'

/** How the columns of a table differ from those of its former version. Columns count from 0. */
export type ColumnDrift =
  | { readonly kind: 'added'; readonly column: number; readonly label: string }
  | { readonly kind: 'removed'; readonly labels: readonly string[] }
  /** `label` stands where `former` stood, and may be the same thing. */
  | { readonly kind: 'renamed'; readonly column: number; readonly label: string; readonly former: string }
  | Retyped
  /** The first column out of its place, and the one that stood there. */
  | { readonly kind: 'reordered'; readonly column: number; readonly label: string; readonly former: string }

interface Retyped {
  readonly kind: 'retyped'
  readonly column: number
  readonly label: string
  readonly from: ValueKind
  readonly to: ValueKind
}

/** All that became of the columns; `isKeyed`: they have no order. Columns without a name are left out. */
export function columnDrifts(
  columns: readonly Column[],
  former: FormerTable,
  isKeyed: boolean,
): readonly ColumnDrift[] {
  const now = columns.map(({ label }) => label.trim())
  const before = former.columns.map(({ label }) => label.trim())
  const known = new Set(before)
  const common = new Set(now.filter(label => label !== '' && known.has(label)))
  const added = columns.filter(({ index }) => now[index] !== '' && !common.has(now[index]!))
  const gone = before.flatMap((label, index) => (label !== '' && !common.has(label) ? [index] : []))
  const alike = indexesBy(gone, index => folded(before[index]!))
  const [places, formerPlaces] = [placesAmong(now, common), placesAmong(before, common)]
  const inPlace = indexesBy(isKeyed ? [] : gone, index => formerPlaces[index]!)
  const taken = new Set<number>()
  const renamed = new Map<Column, number>()
  for (const column of added) {
    const isFree = (index: number) => !taken.has(index)
    const isLikely = (index: number) => isFree(index) && isLike(former.columns[index]!.kind, column.learn(valueKind))
    const stood =
      alike.get(folded(now[column.index]!))?.find(isFree) ?? inPlace.get(places[column.index]!)?.find(isLikely)
    if (stood === undefined) continue
    taken.add(stood)
    renamed.set(column, stood)
  }
  const removed = gone.filter(index => !taken.has(index)).map(index => before[index]!)
  // Of two of one name the first counts.
  const formerKinds = new Map(former.columns.toReversed().map(({ label, kind }) => [label.trim(), kind]))
  return [
    ...added.map((column): ColumnDrift => {
      const { index, label } = column
      const stood = renamed.get(column)
      return stood === undefined
        ? { kind: 'added', column: index, label }
        : { kind: 'renamed', column: index, label, former: before[stood]! }
    }),
    ...(removed.length > 0 ? [{ kind: 'removed', labels: removed } as const] : []),
    ...columns.flatMap(column => retyped(column, formerKinds) ?? []),
    ...(isKeyed ? [] : reordered(now, before, common)),
  ]
}

/** Whether columns may hold the same thing, as far as is known of what they hold. */
function isLike(one: ValueKind | undefined, other: ValueKind | undefined): boolean {
  return one === undefined || other === undefined || one === other
}

/** Indexes by what is told of each, in their order. */
function indexesBy(indexes: readonly number[], tell: (index: number) => string): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const index of indexes) putIn(groups, tell(index), index)
  return groups
}

/** The place of each column, told by the last common column before it and the steps from there. */
function placesAmong(labels: readonly string[], common: ReadonlySet<string>): readonly string[] {
  let last = ''
  let steps = 1
  return labels.map(label => {
    const place = `${steps} ${last}`
    steps++
    if (common.has(label)) [last, steps] = [label, 1]
    return place
  })
}

function retyped(
  { index, label, learn }: Column,
  formerKinds: ReadonlyMap<string, ValueKind | undefined>,
): Retyped | undefined {
  const from = formerKinds.get(label.trim())
  const to = from && learn(valueKind)
  return from && to && from !== to ? { kind: 'retyped', column: index, label, from, to } : undefined
}

function reordered(
  now: readonly string[],
  before: readonly string[],
  common: ReadonlySet<string>,
): readonly ColumnDrift[] {
  const wanted = before.filter(label => common.has(label))
  const label = now.filter(one => common.has(one)).find((one, place) => one !== wanted[place])
  if (label === undefined) return []
  const column = now.indexOf(label)
  const former = wanted[now.slice(0, column).filter(one => common.has(one)).length]!
  return [{ kind: 'reordered', column, label, former }]
}
