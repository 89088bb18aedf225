import { isInBox, toldBox } from '../model/box'
import type { Fault } from '../model/fault'
import type { FileTable } from '../model/file-table'
import { type PositionText, readGeometry } from '../model/geometry'
import { isNested } from '../model/signature'
import type { Span } from '../model/span'
import { type Flaw, nodeAt, type Tree } from '../model/tree'
import type { Holder } from './columns'
import { type Frame, otherLists } from './frame'
import type { RecordChunk } from './grid'
import type { Layout } from './layout'
import type { RecordFlaw } from './record-flaw'
import type { Head } from './records'

/** What must be known of a table of records. */
interface RecordTable extends Omit<FileTable, 'cut' | 'edits' | 'follow'> {
  readonly layout: Layout
  readonly holders: readonly Holder[]
  readonly cut: { readonly heads: readonly Head[]; readonly end: number; at(index: number): RecordChunk | undefined }
}

/** Coordinates that are no slip of degrees but metres of a projection. */
const METRES_AT_LEAST = 1_000

/** Geometries that tell whether coordinates are degrees. */
const SEEN = 20

/** The faults that a flaw in a chunk of records comes to; `head`: where the chunk lies. */
export function faultsOf(
  flaw: RecordFlaw,
  { firstRow, start }: Pick<Head, 'firstRow' | 'start'>,
  isKeyed: boolean,
): Fault[] {
  const row = firstRow + flaw.row
  if (flaw.kind === 'flaw') return [{ kind: 'json-flaw', row, flaw: placedFlaw(flaw.flaw, start) }]
  if (flaw.kind === 'lost') return []
  if (flaw.kind === 'odd-feature') {
    const { part, trouble, span } = flaw.fault
    return [{ kind: 'odd-feature', part, trouble, row, span: shifted(span, start) }]
  }
  return [{ kind: 'odd-record', row, span: shifted(flaw.span, start), expected: isKeyed ? 'object' : 'array' }]
}

/** The faults of a text of records that only all of it tells; `frame`: what stands round the records. */
export function wholeFaults(table: RecordTable, frame: Frame): readonly Fault[] {
  return [
    ...frame.flaws.map((flaw): Fault => ({ kind: 'json-flaw', flaw })),
    ...strayFlaws(table),
    ...collectionFaults(table, frame),
    ...crsFaults(table, frame),
    ...boxFaults(table, frame),
    ...absentKeys(table),
    ...unread(table, frame),
  ]
}

/** Flaws where there is no record to tell them of. */
function strayFlaws({ cut }: RecordTable): readonly Fault[] {
  return cut.heads.flatMap(({ rowCount, flaws, start }) =>
    flaws.flatMap((found): Fault[] =>
      rowCount === 0 && found.kind === 'flaw' ? [{ kind: 'json-flaw', flaw: placedFlaw(found.flaw, start) }] : [],
    ),
  )
}

/** Features in an object that does not say that it is their collection (RFC 7946, section 3.3). */
function collectionFaults(table: RecordTable, frame: Frame): readonly Fault[] {
  const { record, at } = table.layout
  if (record !== 'feature' || at !== '/features' || !frame.root) return []
  const type = nodeAt(frame, '/type')
  if (!type && !frame.isWhole) return []
  if (type?.value === 'FeatureCollection') return []
  const span = type ? inText(type.span, table) : openingOf(frame.root.span)
  return [{ kind: 'odd-feature', part: 'collection', trouble: type ? 'wrong' : 'absent', span }]
}

/** The names of WGS 84 in degrees, longitude first. */
const USUAL = /CRS:?84$|EPSG:(?:[\d.]*:)?4326$/i

function crsFaults(table: RecordTable, frame: Tree): readonly Fault[] {
  if (table.layout.record !== 'feature') return []
  const crs = nodeAt(frame, '/crs')
  if (!crs || crs.kind === 'null') return projected(table)
  const name = nodeAt(frame, '/crs/properties/name')?.value ?? nodeAt(frame, '/crs/name')?.value
  const told = typeof name === 'string' ? name : crs.kind
  return [{ kind: 'crs', name: told, isUsual: USUAL.test(told), span: inText(crs.key?.span ?? crs.span, table) }]
}

/** The place in the text of what stands round the records: behind the list the frame lacks them. */
function inText(span: Span, { layout, cut }: RecordTable): Span {
  return shifted(span, span.start >= layout.start ? cut.end - layout.start : 0)
}

/** The box of a collection (RFC 7946, section 5). */
function boxFaults(table: RecordTable, frame: Tree): readonly Fault[] {
  const box = table.layout.record === 'feature' ? nodeAt(frame, '/bbox') : undefined
  if (!box || box.kind === 'null') return []
  const told = JSON.stringify(box.value)
  const span = inText(box.span, table)
  const sides = toldBox(box.value)
  if (!sides) return [{ kind: 'bbox', trouble: 'form', told, span }]
  const positions = firstGeometries(table).flatMap(({ positions }) => positions)
  const isElsewhere = !positions.some(({ longitude, latitude }) => isInBox(sides, [longitude, latitude]))
  return positions.length > 0 && isElsewhere ? [{ kind: 'bbox', trouble: 'elsewhere', told, span }] : []
}

/** Whether all coordinates of the first geometries are beyond what degrees can be, and some far beyond. */
function projected(table: RecordTable): readonly Fault[] {
  const geometries = firstGeometries(table)
  const [first] = geometries
  const sizes = geometries.flatMap(({ positions }) =>
    positions.map(({ longitude, latitude }) => [Math.abs(longitude), Math.abs(latitude)] as const),
  )
  const isDegrees = sizes.some(([x, y]) => x <= 180 && y <= 90)
  const isFar = sizes.some(size => Math.max(...size) >= METRES_AT_LEAST)
  return first && !isDegrees && isFar ? [{ kind: 'crs', isUsual: false, row: first.row, span: first.span }] : []
}

/** The positions of the first geometries that have some, with the row and the place of each. */
function firstGeometries({ ownColumns, labels, cut }: RecordTable) {
  const column = ownColumns.find(index => /^\/?geometry$/.test(labels[index]!))
  const chunk = cut.at(0)
  const found: { readonly row: number; readonly span: Span; readonly positions: readonly PositionText[] }[] = []
  if (column === undefined || !chunk) return found
  for (let i = 0; i < Math.min(SEEN, chunk.rowCount); i++) {
    const cell = chunk.rowCells[i]! + column
    if (!isNested(chunk.signatures[cell]!)) continue
    const start = chunk.cellStart[cell]!
    const end = chunk.cellEnd[cell]!
    const positions = readGeometry(decoder.decode(chunk.bytes.subarray(start, end)))?.positions ?? []
    if (positions.length > 0)
      found.push({ row: chunk.firstRow + i, span: shifted({ start, end }, chunk.start), positions })
  }
  return found
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Keys that some records have and others have not; of an object that a record lacks altogether its own key is told, and of
 * the elements of a list the first one speaks for all.
 */
function absentKeys(table: RecordTable): readonly Fault[] {
  const { cut, labels, ownColumns, firstDataRow, rowCount, listsAt, paths, holders } = table
  const absent = new Map<number, { count: number; readonly row: number }>()
  for (const head of cut.heads)
    for (const [key, { count, first }] of head.absent) {
      const known = absent.get(key)
      if (known) known.count += count
      else absent.set(key, { count, row: head.firstRow + first })
    }
  const rows = rowCount - firstDataRow
  const isId = (column: number) => ownColumns.includes(column) && /^\/?id$/.test(labels[column]!)
  const isBehindFirst = (key: number) => {
    const holder = holders[key - labels.length]
    const listAt = holder ? holder.listAt : listsAt[key]
    return listAt !== undefined && (holder?.path ?? paths![key]!)[listAt] !== '0'
  }
  const told = [...absent]
    .filter(([key, { count }]) => count < rows && (!ownColumns.includes(key) || isId(key)) && !isBehindFirst(key))
    .map(([key, { count, row }]) => {
      const holder = holders[key - labels.length]
      const column = holder ? firstIn(holder) : key
      return {
        kind: 'absent-key' as const,
        isId: isId(key),
        column,
        label: holder?.label ?? labels[column]!,
        row,
        span: table.cellSpan(row, column)!,
        absent: count,
        rows,
      }
    })
  // How the holders are numbered depends on what the text was when its keys were learnt.
  return told.toSorted((a, b) => a.row - b.row || a.column - b.column)
}

/** The first column of an object. */
function firstIn({ columns, holders }: Holder): number {
  return Math.min(...columns.filter(column => column >= 0), ...holders.flatMap(inner => (inner ? firstIn(inner) : [])))
}

/** The bracket that opens a record. */
function openingOf({ start }: Span): Span {
  return { start, end: start + 1 }
}

const UNREAD = { members: 'key', own: 'member', elements: 'elements' } as const

function* unread({ cut, layout, source }: RecordTable, frame: Tree): Generator<Fault> {
  const told = new Set<string>()
  for (const { lateKeys, flaws, firstRow, start } of cut.heads) {
    for (const { name, of, span, row } of lateKeys) {
      if (told.has(`${of} ${name}`)) continue
      told.add(`${of} ${name}`)
      yield { kind: 'unread', what: UNREAD[of], name, row: firstRow + row, span: shifted(span, start) }
    }
    for (const flaw of flaws)
      if (flaw.kind === 'lost')
        yield { kind: 'unread', what: flaw.why === 'long' ? 'long' : 'rest', span: shifted(flaw.span, start) }
  }
  for (const name of otherLists(frame, layout.at))
    yield { kind: 'unread', what: 'list', name, span: { start: 0, end: Math.min(1, source.length) } }
}

/** A span further on by so many bytes. */
export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** A flaw further on by so many bytes. */
function placedFlaw(flaw: Flaw, by: number): Flaw {
  return { ...flaw, span: shifted(flaw.span, by) } as Flaw
}
