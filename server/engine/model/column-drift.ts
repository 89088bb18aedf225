import type { FormerTable } from './former'
import { folded } from './fold'
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

export interface Retyped {
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
  const common = new Set(now.filter(label => label !== '' && before.includes(label)))
  const added = columns.filter(({ index }) => now[index] !== '' && !common.has(now[index]!))
  const gone = before.flatMap((label, index) => (label !== '' && !common.has(label) ? [index] : []))
  const places = placesAmong(common)
  const renamed = new Map<Column, number>()
  for (const column of added) {
    const isTaken = (index: number) => [...renamed.values()].includes(index)
    const stood = gone.find(
      index =>
        !isTaken(index) &&
        (folded(before[index]!) === folded(now[column.index]!) ||
          (!isKeyed &&
            places(before, index) === places(now, column.index) &&
            isLike(former.columns[index]!.kind, column.learn(valueKind)))),
    )
    if (stood !== undefined) renamed.set(column, stood)
  }
  const removed = gone.filter(index => ![...renamed.values()].includes(index)).map(index => before[index]!)
  return [
    ...added.map((column): ColumnDrift => {
      const { index, label } = column
      const stood = renamed.get(column)
      return stood === undefined
        ? { kind: 'added', column: index, label }
        : { kind: 'renamed', column: index, label, former: before[stood]! }
    }),
    ...(removed.length > 0 ? [{ kind: 'removed', labels: removed } as const] : []),
    ...columns.flatMap(column => retyped(column, former) ?? []),
    ...(isKeyed ? [] : reordered(now, before, common)),
  ]
}

/** Whether columns may hold the same thing, as far as is known of what they hold. */
function isLike(one: ValueKind | undefined, other: ValueKind | undefined): boolean {
  return one === undefined || other === undefined || one === other
}

/** Tells the place of a column by the last common column before it and the steps from there. */
function placesAmong(common: ReadonlySet<string>): (labels: readonly string[], index: number) => string {
  return (labels, index) => {
    let steps = 1
    while (steps <= index && !common.has(labels[index - steps]!)) steps++
    return `${steps} ${labels[index - steps] ?? ''}`
  }
}

function retyped({ index, label, learn }: Column, { columns }: FormerTable): Retyped | undefined {
  const from = columns.find(one => one.label.trim() === label.trim())?.kind
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
