import type { Node } from '../model/tree'
import type { Holder, KeyColumns, Keys } from './columns'
import { type Form, isPlainMember } from './form'
import { escapedMask, type Grid, nestedMask, scalarMask, strictMask } from './grid'
import { skipText } from './skip'

/** Where the cells of a record go, and the bytes in which they lie. */
interface Target {
  readonly bytes: Uint8Array
  readonly form: Form
  readonly columns: KeyColumns | undefined
  readonly grid: Grid
}

/** Puts the cells of a record into the row of a grid that was begun, as the tolerant reader has read it. */
export function putRecord(record: Node, target: Target): void {
  const { form, columns, grid } = target
  if (form.record === 'row') {
    for (const node of record.children) putCell(grid.widen(), node, target)
    return
  }
  if (!columns) return
  for (const node of record.children) {
    const name = node.key?.name ?? ''
    if (form.inner === undefined) putMember(columns.members, node, target)
    else if (!isPlainMember(form, name)) putMember(columns.own, node, target)
    else if (name === form.inner) for (const inner of node.children) putMember(columns.members, inner, target)
  }
}

/** Of a key that comes twice the last counts, as for most readers; of what is no JSON no new key is learnt. */
function putMember({ names, holders, columns }: Keys, node: Node, target: Target): void {
  const { grid } = target
  const number = names.named(node.key?.name ?? '')
  if (number < 0) return
  const holder = holders[number]
  if (holder) {
    if (grid.isMet(holder)) forget(holder, grid)
    if (node.kind === (holder.bracket === 91 ? 'array' : 'object')) {
      grid.open(holder, node.span.start)
      if (node.kind === 'array') putElements(holder, node, target)
      else for (const member of node.children) putMember(holder, member, target)
      return
    }
    grid.pass(holder)
  }
  const column = columns[number]!
  if (column >= 0) putCell(column, node, target)
}

function putElements({ holders }: Holder, list: Node, target: Target): void {
  for (const [place, node] of list.children.entries()) {
    const element = holders[place]
    if (!element || node.kind !== 'object') continue
    target.grid.open(element, node.span.start)
    for (const member of node.children) putMember(element, member, target)
  }
}

/** Leaves an object, or what stood in its place, without a value. */
function forget(holder: Holder, grid: Grid): void {
  for (const column of [holder.column, ...holder.columns]) if (column >= 0) grid.clear(column)
  for (const inner of holder.holders) if (inner) forget(inner, grid)
  grid.close(holder)
}

function putCell(column: number, { kind, span: { start, end }, value }: Node, { bytes, grid }: Target): void {
  grid.set(column, start, end, maskOf(kind, value, bytes.subarray(0, end), start))
}

/** The signature of a value as the tolerant reader has read it. */
function maskOf(kind: Node['kind'], value: unknown, bytes: Uint8Array, start: number): number {
  const end = bytes.length
  if (kind === 'null') return 0
  if (kind === 'array' || kind === 'object') return nestedMask(start, end)
  if (kind !== 'string') return scalarMask(bytes, start, end)
  return skipText(bytes, start) === end ? strictMask(bytes, start, end) : escapedMask(String(value))
}
