import type { TreeChange } from '../model/change'
import { steps } from '../model/pointer'
import type { Edit } from '../model/span'
import { child, memberSpan, type Node, nodeAt, type Tree } from '../model/tree'
import { mended } from './mended'

/** The edits of the text that carry out a change of its tree; none when what it names is not there. In order. */
export function treeEdits(tree: Tree, change: TreeChange, source: Uint8Array): readonly Edit[] {
  if ('mend' in change) return mended(change.mend, source)
  if ('drop' in change) return []
  const node = nodeAt(tree, change.node)
  if (!node) return []
  if ('add' in change) return change.add === 'item' ? appended(node, change.value, source) : added(node, change, source)
  if ('move' in change) return moved(tree, node, change.move, source)
  if (change.set === 'key') return node.key ? [{ span: node.key.span, text: JSON.stringify(change.name) }] : []
  return [{ span: node.span, text: JSON.stringify(change.value) }]
}

/** Writes a new member behind the others, or in the place of one that says nothing. */
function added(
  node: Node,
  { name, value }: Extract<TreeChange, { add: 'member' }>,
  source: Uint8Array,
): readonly Edit[] {
  if (node.kind !== 'object') return []
  const present = child(node, name)
  if (!present) return [inserted(node, indent => `${JSON.stringify(name)}: ${laidOut(value, indent)}`, source)]
  const isEmpty =
    present.value === null ||
    present.value === '' ||
    (present.children.length === 0 && typeof present.value === 'object')
  return isEmpty ? [{ span: present.span, text: spaced(value) }] : []
}

/** A value as JSON on one line, with spaces between its members. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** Takes a member out of its object and writes it into another, which is made beside it where there is none. */
function moved(tree: Tree, node: Node, to: string, source: Uint8Array): readonly Edit[] {
  if (!node.key || !node.parent) return []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const member = decoder.decode(source.subarray(node.key.span.start, node.span.end))
  const goal = nodeAt(tree, to)
  if (goal && goal.kind !== 'object') return []
  if (!goal) {
    // The object is made where the member stands, so that nothing else moves.
    const key = JSON.stringify(steps(to).at(-1))
    return [{ span: { start: node.key.span.start, end: node.span.end }, text: `${key}: { ${member} }` }]
  }
  if (child(goal, node.key.name)) return []
  return [{ span: memberSpan(node), text: '' }, inserted(goal, () => member, source)].toSorted(
    (a, b) => a.span.start - b.span.start,
  )
}

/** Writes an entry behind the others of a list. */
function appended(node: Node, value: unknown, source: Uint8Array): readonly Edit[] {
  return node.kind === 'array' ? [inserted(node, indent => laidOut(value, indent), source)] : []
}

/** Writes a member or an entry behind the others, laid out as they are; `indent` is the space before each, where they stand on lines of their own. */
function inserted(goal: Node, written: (indent: string | undefined) => string, source: Uint8Array): Edit {
  const last = goal.children.at(-1)
  const inside = { start: goal.span.start + 1, end: goal.span.end - 1 }
  if (!last) return { span: inside, text: goal.kind === 'array' ? written(undefined) : ` ${written(undefined)} ` }
  const before = goal.children.at(-2)?.span.end
  const from = before ?? inside.start
  const gap = new TextDecoder().decode(source.subarray(from, (last.key ?? last).span.start)).replace(',', '')
  const indent = /\n([ \t]*)$/.exec(gap)?.[1]
  // One entry alone on its line does not tell what stands between two.
  const between = gap === '' && goal.kind === 'array' ? ' ' : gap
  return { span: { start: last.span.end, end: last.span.end }, text: `,${between}${written(indent)}` }
}

/** Characters of a value beyond which it is written on several lines, where others are. */
const LONG = 100

function laidOut(value: unknown, indent: string | undefined): string {
  const line = spaced(value)
  if (indent === undefined || line.length <= LONG) return line
  const step = indent.includes('\t') ? '\t' : '  '
  return JSON.stringify(value, undefined, step).replaceAll('\n', `\n${indent}`)
}
