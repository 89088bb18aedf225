import { silencesKeys } from './checkup'
import type { Head } from './model/cut'
import { type Draft, type Run, severityOf } from './draft'
import type { Finding } from './fix'
import type { Learnt } from './learnt'
import { type Diagnostic, severities } from './model/diagnostic'
import { putIn } from './model/put-in'

/** What was found in a chunk; rows and spans count from its first, so that it may move. */
export interface Noted {
  readonly drafts: readonly Draft[]
  /** The cells among them by rule and column. */
  readonly cells: ReadonlyMap<string, readonly Draft[]>
  /** The others. */
  readonly loose: readonly Draft[]
  /** Those that may speak for the key of their row. */
  readonly silencing: readonly Draft[]
  /** Values that a test gave up on, by column. */
  readonly unchecked: ReadonlyMap<number, number>
  /** Whether a rule was shown a row of it from which it may look at rows before the chunk, or after it. */
  readonly looksBefore: boolean
  readonly looksAfter: boolean
  /** A bit for each column whose habits decided what was found: see `columnBit`. */
  readonly habitual: number
  /** The facts that decided what was found. */
  readonly asked: ReadonlySet<Learnt>
}

/** A finding, or all those of a rule in a column. */
export interface Group {
  readonly first: Diagnostic
  readonly count: number
  /** Rows of the first of them, from 0. */
  readonly rows: readonly number[]
}

/** The entries of a report that are told, and how many are not. */
export interface Gathered<Entry> {
  readonly entries: readonly Entry[]
  /** Entries left out. */
  readonly untold: number
}

/** Findings before they are told; the first few of them, and how many there are. */
interface Heap {
  readonly spots: Spot[]
  count: number
}

interface Spot {
  readonly draft: Draft
  /** The chunk from which its row counts; none for a finding about the whole file. */
  readonly head: Head | undefined
}

/** Cells of one rule and column that are told one by one. */
const SINGLE = 20
/** Rows that a group tells. */
const ROWS = 5

/** Findings of a chunk as they are kept. */
export function noted(
  found: readonly Draft[],
  by: Pick<Noted, 'unchecked' | 'looksBefore' | 'looksAfter' | 'habitual' | 'asked'>,
  head: Head,
): Noted {
  const drafts = found.map(draft => ({
    ...draft,
    ...(draft.row === undefined ? {} : { row: draft.row - head.firstRow }),
    ...(draft.span && { span: { start: draft.span.start - head.start, end: draft.span.end - head.start } }),
  }))
  const cells = new Map<string, Draft[]>()
  const loose: Draft[] = []
  for (const draft of drafts) {
    const key = keyOf(draft)
    if (key === undefined) loose.push(draft)
    else putIn(cells, key, draft)
  }
  return { drafts, cells, loose, silencing: drafts.filter(silencesKeys), ...by }
}

const counted = new WeakMap<Noted, Map<unknown, ReadonlyMap<string, number>>>()

/** How many findings of a chunk pass a test, by rule and by rule and column; counted once. */
export function countsOf(known: Noted, test: (finding: Finding) => boolean): ReadonlyMap<string, number> {
  const byTest = counted.get(known) ?? new Map<unknown, ReadonlyMap<string, number>>()
  counted.set(known, byTest)
  const before = byTest.get(test)
  if (before) return before
  const counts = new Map<string, number>()
  for (const draft of known.drafts) addCount(counts, draft, test)
  byTest.set(test, counts)
  return counts
}

/** Counts a finding that passes a test. */
export function addCount(counts: Map<string, number>, draft: Draft, test: (finding: Finding) => boolean): void {
  const { rule, column, value } = draft
  if (!test({ ...draft, rule: rule.id, value })) return
  for (const key of [rule.id, `${rule.id} ${column}`]) counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Cells of one rule and column: how many, and the chunks that have some, in no order. */
export interface CellsNoted {
  readonly count: number
  readonly in: ReadonlyMap<Head, Noted>
}

/**
 * The entries that a reader is told, the worst of them when there are too many; no finding is worked out for that, and of
 * cells that one entry stands for only the first chunks are looked at.
 */
export function gather(
  run: Run,
  { rows, cells }: { readonly rows: Iterable<readonly [Head, Noted]>; readonly cells: ReadonlyMap<string, CellsNoted> },
  whole: readonly Draft[],
  most: number,
): Gathered<Heap> {
  const heaps = new Map<string, Heap>(
    [...cells]
      .map(([key, noted]) => [key, { spots: firstSpots(key, noted), count: noted.count }] as const)
      .toSorted(
        (
          [
            a,
            {
              spots: [one],
            },
          ],
          [
            b,
            {
              spots: [other],
            },
          ],
        ) => comesBefore(a, one!, b, other!),
      ),
  )
  const singles: Heap[] = []
  for (const [head, { loose }] of rows) for (const draft of loose) singles.push({ spots: [{ draft, head }], count: 1 })
  for (const draft of whole) {
    const key = keyOf(draft)
    const spot = { draft, head: undefined }
    const known = key === undefined ? undefined : heaps.get(key)
    if (key === undefined) singles.push({ spots: [spot], count: 1 })
    else if (!known) heaps.set(key, { spots: [spot], count: 1 })
    else {
      known.count++
      if (known.spots.length <= SINGLE) known.spots.push(spot)
    }
  }
  const entries = [...heaps.values()].flatMap(heap =>
    heap.count > SINGLE
      ? [{ spots: heap.spots.slice(0, ROWS), count: heap.count }]
      : heap.spots.map(spot => ({ spots: [spot], count: 1 })),
  )
  const all = [...entries, ...singles]
  if (all.length <= most) return { entries: all, untold: 0 }
  const rank = ({ spots }: Heap) => severities.indexOf(severityOf(run, spots[0]!.draft))
  return { entries: all.toSorted((a, b) => rank(a) - rank(b)).slice(0, most), untold: all.length - most }
}

/** All cells where they are told one by one, else the first that a group tells. */
function firstSpots(key: string, { count, in: chunks }: CellsNoted): Spot[] {
  const wanted = count > SINGLE ? ROWS : SINGLE
  const spots: Spot[] = []
  for (const head of firstHeads(chunks.keys(), wanted))
    for (const draft of chunks.get(head)!.cells.get(key)!) if (spots.length < wanted) spots.push({ draft, head })
  return spots
}

/** The first chunks of the text, in order; there may be ten thousand. */
function firstHeads(heads: Iterable<Head>, most: number): readonly Head[] {
  const first: Head[] = []
  for (const head of heads) {
    if (first.length === most && head.start > first.at(-1)!.start) continue
    let at = first.length
    while (at > 0 && first[at - 1]!.start > head.start) at--
    first.splice(at, 0, head)
    if (first.length > most) first.pop()
  }
  return first
}

/** By where the first cells of two keys were found: in an earlier chunk, or earlier in the same. */
function comesBefore(key: string, { head }: Spot, otherKey: string, { head: otherHead }: Spot): number {
  return head!.start - otherHead!.start || (key < otherKey ? -1 : 1)
}

function keyOf({ rule, row, column }: Draft): string | undefined {
  return row === undefined || column === undefined ? undefined : `${rule.id} ${column}`
}
