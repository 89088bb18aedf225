import { cellType, isValueType, typeOfCell } from './cell-type'
import { byteOf, escapesIn, firstLines, possibleDelimiters, prior, quotesIn } from './marks'
import { type Cut, type Head, type Room, roomFor, splitHead, typeIn } from './head'

/** What the caller already knows of a cut. */
interface KnownCut {
  readonly delimiter?: string | undefined
  readonly quoteChar?: string | undefined
  readonly escapeChar?: string | undefined
  readonly doubleQuote?: boolean | undefined
  readonly commentChar?: string | undefined
}

/** A cut and how much it makes of the text a table. */
export interface Candidate {
  readonly delimiter: string
  readonly cut: Cut
  /** From 0 to about 1; comparable between cuts of one text. */
  readonly score: number
  /** Rows that have `cells` cells, of so many that are not blank. */
  readonly matching: number
  readonly rows: number
  readonly cells: number
  readonly wellQuoted: number
  readonly badlyQuoted: number
  /** It comes first because of the labels, which the next best leaves in one cell: the rows cannot tell. */
  readonly partsLabels?: true
  /** The rows that it makes, of the best one: good until other cuts are tried in the same rooms. */
  readonly head?: Head
}

/** Where cuts are tried: one room keeps what the best of them makes of the text. */
interface Rooms {
  best: Room
  other: Room
}

/** Rooms for heads of so many rows and cells. */
export function roomsFor(rows: number, cells: number): Rooms {
  return { best: roomFor(rows, cells), other: roomFor(rows, cells) }
}

/** Tries the delimiters that the text could have, the best cut first; cuts that cannot win are left out. */
export function rankCuts(
  text: Uint8Array,
  rooms: Rooms,
  known: KnownCut,
  options: { readonly whole: boolean },
): readonly Candidate[] {
  const candidates: Candidate[] = []
  const values = wholeValues(text)
  let best = 0
  let leader: Head | undefined
  for (const { delimiter, cut } of possibleCuts(text, known)) {
    const head = splitHead(text, cut, rooms.other, options)
    const candidate = judge(delimiter, head, cut, { values, best })
    if (!candidate) continue
    candidates.push(candidate)
    if (candidate.score <= best) continue
    best = candidate.score
    leader = head
    const { other } = rooms
    rooms.other = rooms.best
    rooms.best = other
  }
  const ranked = candidates.toSorted((a, b) => b.score - a.score)
  if (ranked[0] && leader) ranked[0] = { ...ranked[0], head: leader }
  return mostRegularFirst(labelsFirst(ranked))
}

function* possibleCuts(text: Uint8Array, known: KnownCut): Generator<Pick<Candidate, 'delimiter' | 'cut'>> {
  const possibleQuotes = quotesIn(text)
  const possibleEscapes = escapesIn(text)
  const taken = new Set([known.quoteChar, known.escapeChar, known.commentChar])
  const delimiters = known.delimiter === undefined ? possibleDelimiters(text) : [known.delimiter]
  for (const delimiter of delimiters.filter(one => !taken.has(one))) {
    const bytes = new TextEncoder().encode(delimiter)
    for (const quote of known.quoteChar === undefined ? possibleQuotes(bytes) : [byteOf(known.quoteChar)])
      for (const escape of known.escapeChar === undefined ? possibleEscapes(quote) : [byteOf(known.escapeChar)])
        for (const skipSpace of delimiter === ' ' ? [false, true] : [false])
          yield { delimiter, cut: { delimiter: bytes, quote, escape, doubled: isDoubled(escape, known), skipSpace } }
  }
}

/** Whether quotes may be doubled beside this escape: one that was found and not told escapes them all. */
export function isDoubled(escape: number, known: KnownCut): boolean {
  return escape < 0 || (known.escapeChar !== undefined && known.doubleQuote !== false)
}

/** How near a cut must come for the labels to speak for it. */
const WITH_LABELS = 0.4

/** A cut that parts the labels as it does all rows comes before one that leaves them in one cell: `id,tags` above `1,a|b`, not above `A;1,5`. */
function labelsFirst(ranked: readonly Candidate[]): readonly Candidate[] {
  const [best] = ranked
  if (!best?.head || best.head.rowCells[1] !== 1) return ranked
  const { head } = best
  const parting = ranked.find(
    ({ delimiter, score, matching, rows, cells }) =>
      score >= WITH_LABELS * best.score &&
      matching === rows &&
      cells >= best.cells &&
      !(delimiter === ',' && hasDecimalComma(head)),
  )
  return parting ? [{ ...parting, partsLabels: true }, ...ranked.filter(candidate => candidate !== parting)] : ranked
}

const COMMA = 44

function hasDecimalComma(head: Head): boolean {
  for (let cell = 1; cell < head.rowCells[head.rowCount]!; cell++) {
    const text = head.text.subarray(head.cellStart[cell]!, head.cellEnd[cell]!)
    if (text.includes(COMMA) && isValueType(typeIn(head, cell))) return true
  }
  return false
}

/** Scores nearer than this tell little: then the rows decide. */
const NEAR = 0.95

/** Of the cuts nearly as good as the best, the one under which most rows agree comes first: `0,00|0|0,00` below a header of bars. */
function mostRegularFirst(ranked: readonly Candidate[]): readonly Candidate[] {
  const [best] = ranked
  if (!best) return ranked
  const near = ranked.filter(({ score }) => score >= NEAR * best.score)
  const leader = near.reduce((one, other) => (other.matching * one.rows > one.matching * other.rows ? other : one))
  return [leader, ...ranked.filter(candidate => candidate !== leader)]
}

/** Cells that are looked at to judge a cut. */
const JUDGED_CELLS = 800
const COLUMNS = 64

/** How much each type of cell tells that the cut is right. */
const weights: readonly number[] = Object.values({
  empty: 1,
  integer: 1,
  decimal: 1,
  date: 1,
  address: 1,
  boolean: 1,
  code: 0.9,
  word: 0.9,
  text: 0.8,
  list: 0.9,
  odd: 0.2,
} satisfies Record<keyof typeof cellType, number>)
const TYPES = weights.length

function judge(
  delimiter: string,
  head: Head,
  cut: Cut,
  known: { readonly values: number; readonly best: number },
): Candidate | undefined {
  const { rows, cells, matching, consistency } = shape(head)
  const { wellQuoted, badlyQuoted } = head
  const candidate = { delimiter, cut, score: 0, matching, rows, cells, wellQuoted, badlyQuoted }
  if (cells < 2) return { ...candidate, cells: 1 }
  const width = 1 - 0.3 / (cells - 1) ** 0.6
  const quotes = (1 + 0.4 * Math.min(1, wellQuoted / rows)) / (1 + badlyQuoted / rows)
  const strict = rows >= 3 && cells >= 3 && consistency >= 0.98
  // Lines that are one value each are no rows of two, unless their label is cut as well.
  const single = head.rowCells[1]! > 1 && delimiter === ',' ? 0 : known.values
  // A space after the mark is how sentences are written, more often than tables.
  const spacing = 1 - 0.25 * (head.spaced / Math.max(1, head.rowCells[head.rowCount]! - head.rowCount))
  const frame = spacing * consistency ** 1.5 * width * quotes * (1 - 0.9 * single)
  if (frame * prior(delimiter, { strict, values: 1 }) < known.best * HOPELESS) return undefined
  const { typed, agreement, values } = content(head, cells)
  const score = frame * prior(delimiter, { strict, values }) * typed ** 1.5 * (0.6 + 0.4 * agreement)
  return { ...candidate, score }
}

/** A cut whose cells would have to be perfect to come this near to the best is not looked into. */
const HOPELESS = 0.75

/** Share of the lines below the first that are one value, such as `1 250,50` or `2024-01-02 10:00`. */
export function wholeValues(text: Uint8Array): number {
  const [, ...lines] = firstLines(text)
  const values = lines.filter(line => isValueType(typeOfCell(line, 0, line.length)))
  return lines.length === 0 ? 0 : values.length / lines.length
}

/** The most common number of cells of a row, and how far the others agree with it. */
function shape(head: Head): { rows: number; cells: number; matching: number; consistency: number } {
  const widths: number[] = []
  for (let row = 0; row < head.rowCount; row++) {
    const first = head.rowCells[row]!
    const count = head.rowCells[row + 1]! - first
    if (count > 1 || head.cellEnd[first]! > head.cellStart[first]!) widths.push(count)
  }
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let cells = 0
  let matching = 0
  for (const [width, count] of counts)
    if (count > matching || (count === matching && width > cells)) {
      cells = width
      matching = count
    }
  // Rows of one cell above and below the table are titles and notes.
  let from = 0
  while (widths[from] === 1) from++
  let to = widths.length
  while (to > from && widths[to - 1] === 1) to--
  // A cell too few or too many is a fault of the row, not of the cut.
  let agreeing = 0
  for (const width of widths.slice(from, to))
    agreeing += width === cells ? 1 : width > 1 && Math.abs(width - cells) === 1 ? 0.5 : 0
  const outside = widths.length - (to - from)
  return { rows: widths.length, cells, matching, consistency: agreeing / (to - from + outside / 2 || 1) }
}

/** Share of cells that look like whole values, and how far the cells of a column look alike. */
function content(head: Head, cells: number): { typed: number; agreement: number; values: number } {
  const columns = Math.min(cells, COLUMNS)
  const types = new Int32Array(columns * TYPES)
  let weight = 0
  let filled = 0
  let values = 0
  for (let row = 0; row < head.rowCount && filled < JUDGED_CELLS; row++) {
    const first = head.rowCells[row]!
    const count = head.rowCells[row + 1]! - first
    if (Math.abs(count - cells) > 1 || count < 2) continue
    for (let column = 0; column < count; column++) {
      const cell = first + column
      let type = typeIn(head, cell)
      if (type === cellType.empty) continue
      if (head.quoted[cell] === 1 && type === cellType.odd) type = cellType.text
      filled++
      if (isValueType(type)) values++
      weight += weights[type]!
      if (column < columns) {
        const slot = column * TYPES + group(type)
        types[slot] = types[slot]! + 1
      }
    }
  }
  if (filled === 0) return { typed: 0.5, agreement: 0.5, values: 0 }
  let alike = 0
  let total = 0
  for (let column = 0; column < columns; column++) {
    let most = 0
    for (let type = 0; type < TYPES; type++) {
      const count = types[column * TYPES + type]!
      total += count
      if (count > most) most = count
    }
    alike += most
  }
  return { typed: weight / filled, agreement: alike / total, values: values / filled }
}

function group(type: number): number {
  if (type === cellType.decimal) return cellType.integer
  return type === cellType.word || type === cellType.code || type === cellType.boolean ? cellType.text : type
}
