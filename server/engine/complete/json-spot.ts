import type { Span } from '../model/span'
import type { Node } from '../model/tree'

/** An object, and in it a key to be written or the value of a key. */
export interface Spot {
  readonly object: Node
  /** The key whose value is asked for; absent: a key is. */
  readonly key?: string
  readonly span: Span
  /** Whether a colon follows already. */
  readonly hasColon?: boolean
}

/** The place of a JSON text that an offset is about; undefined where neither a key nor a value could be written. */
export function spotAt(over: Node, offset: number, bytes: Uint8Array): Spot | undefined {
  const { key, parent, span } = over
  if (key && parent && offset <= key.span.end && offset >= key.span.start)
    return { object: parent, span: key.span, hasColon: bytes.subarray(key.span.end, span.start + 1).includes(58) }
  if (over.kind === 'object' && offset > span.start && (offset < span.end || isUnclosed(over, bytes))) {
    const before = over.children.findLast(({ span: { end } }) => end <= offset)
    const isDue =
      before?.key && before.span.start === before.span.end && bytes.subarray(before.key.span.end, offset).includes(58)
    return isDue
      ? { object: over, key: before.key.name, span: { start: offset, end: offset } }
      : { object: over, span: { start: offset, end: offset } }
  }
  if (over.kind === 'object') return undefined
  const holder = over.kind === 'array' || !parent ? over : parent.kind === 'array' ? parent : over
  const list = holder.parent?.kind === 'array' ? holder.parent : holder
  if (!list.key || list.parent?.kind !== 'object') return undefined
  const inValue = over.kind !== 'array'
  return { object: list.parent, key: list.key.name, span: inValue ? span : { start: offset, end: offset } }
}

function isUnclosed({ span }: Node, bytes: Uint8Array): boolean {
  return bytes[span.end - 1] !== 125
}
