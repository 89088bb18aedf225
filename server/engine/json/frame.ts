import { joined } from '../model/joined'
import { bytesBetween, type Source } from '../model/source'
import type { Span } from '../model/span'
import { type Flaw, type Node, pointerOf, type Tree } from '../model/tree'
import type { Form } from './form'
import { readTree } from './read'

/** Bytes that are read on each side of the records; who has more has another list there. */
const ROOM = 1 << 20

/** A tree of what stands round the records. */
export interface Frame extends Tree {
  /** Whether all that stands there was read. */
  readonly isWhole: boolean
}

/**
 * What stands round a list of records, as a tree in which the list is empty. `end`: the byte behind the last record;
 * undefined when it was not found, and then nothing behind the list is read, as where much stands before it. Spans of
 * values behind the list are not those of the source; those of flaws are.
 */
export function frameOf(source: Source, { start, parted }: Form, end: number | undefined): Frame {
  if (parted === 'line') return { root: undefined, flaws: [], isWhole: true }
  if (start > ROOM) return brokenOffFrame(source)
  const before = bytesBetween(source, 0, start)
  const after = end === undefined ? new Uint8Array() : bytesBetween(source, end, Math.min(source.length, end + ROOM))
  const { root, flaws } = readTree(joined([before, after]))
  const by = (end ?? start) - start
  const isRead = end !== undefined && end + ROOM >= source.length
  return {
    root,
    isWhole: isRead,
    flaws: flaws.filter(({ span }) => isRead || span.end <= start - 1).map(flaw => placed(flaw, start, by)),
  }
}

/** The tree that the first bytes of a long text begin, with the flaws that do not come of its being cut. */
function brokenOffFrame(source: Source): Frame {
  const { root, flaws } = readTree(bytesBetween(source, 0, ROOM))
  return {
    root,
    isWhole: false,
    flaws: flaws.filter(({ kind, span }) => kind !== 'unclosed-bracket' && span.end < ROOM),
  }
}

function placed(flaw: Flaw, from: number, by: number): Flaw {
  const moved = (at: number) => (at > from ? at + by : at)
  const span: Span = {
    start: flaw.span.start >= from ? flaw.span.start + by : flaw.span.start,
    end: moved(flaw.span.end),
  }
  return { ...flaw, span } as Flaw
}

/** Keys under which the answers of portals (Opendatasoft, CKAN, Socrata, ArcGIS) say what their records are like and where to go on. */
const ABOUT_RECORDS: ReadonlySet<string> = new Set(['fields', 'columns', 'facets', 'facet_groups', 'links'])

/** The JSON pointers of the lists of records in a tree, without one of them and without what is said of that one. */
export function otherLists({ root }: Tree, at: string): readonly string[] {
  if (!root) return []
  const found: string[] = []
  const look = (node: Node, depth: number) => {
    for (const child of node.children) {
      if (child.kind === 'object' && depth < 3) look(child, depth + 1)
      const isList = child.kind === 'array' && child.children[0]?.kind === 'object'
      if (isList && !ABOUT_RECORDS.has(child.key?.name ?? '')) found.push(pointerOf(child))
    }
  }
  if (root.kind === 'object') look(root, 1)
  return found.filter(path => path !== at)
}
