/** Whether a value is of its column's kind; undefined when the column or an empty value tells nothing. */
export type Judge = (text: string, column: number) => boolean | undefined

/** How the cells of a row have slid by one place. */
interface Slide {
  /** The first cell out of place, or before which one is lost. */
  readonly from: number
  readonly towards: 'right' | 'left'
  /** A cell that is of the neighbouring column's kind, and of no kind or the wrong one where it stands. */
  readonly witness: number
  /** As many cells as columns, moved back; undefined when they can be moved back in several ways. */
  readonly values: readonly string[] | undefined
}

/** Cells that must find their column by moving back, over those that leave it; and where other signs tell of a slide. */
const GAIN = 2
const GAIN_OF_SIGNS = 1

/**
 * How a row has slid, only when all its cells then are of their column's kind and more of them than as it stands: two, or
 * one where two or more are of the wrong kind, or where a value was lost or pushed out. The row has as many cells as there
 * are columns, one more or one less.
 */
export function slideOf(cells: readonly string[], count: number, judge: Judge): Slide | undefined {
  const stand = cells.map((cell, column) => (column < count ? judge(cell, column) : undefined))
  const fitting = stand.filter(Boolean).length
  const wrong = stand.filter(fits => fits === false).length
  const isPushedOut = cells.length > count && !isEmpty(cells.at(-1))
  if (wrong === 0 && !isPushedOut) return undefined
  const isUneven = cells.length < count || isPushedOut
  const least = fitting + (wrong > 1 || isUneven ? GAIN_OF_SIGNS : GAIN)
  const slides: Slide[] = []
  if (cells.length >= count) slides.push(...slidesBy(cells, count, judge, stand, 'right', least))
  if (cells.length < count || (cells.length === count && isEmpty(cells.at(-1))))
    slides.push(...slidesBy(cells, count, judge, stand, 'left', least))
  const [first] = slides
  const ways = new Set(slides.map(({ values }) => JSON.stringify(values)))
  return first && { ...first, values: ways.size === 1 ? first.values : undefined }
}

/** The slides in which most cells fit, each from another cell on, found in one pass over the row. */
function* slidesBy(
  cells: readonly string[],
  count: number,
  judge: Judge,
  stand: readonly (boolean | undefined)[],
  towards: 'right' | 'left',
  least: number,
): Generator<Slide> {
  const step = towards === 'right' ? -1 : 1
  const back = cells.map((cell, column) => (column + step < count ? judge(cell, column + step) : undefined))
  const wrong = stand.indexOf(false)
  const before = wrong === -1 ? count - 1 : wrong
  const isRight = towards === 'right'
  const lowest = Math.max(0, back.lastIndexOf(false) + (isRight ? 0 : 1))
  let fitting = tally(stand, 0, lowest) + tally(back, isRight ? lowest + 1 : lowest, back.length)
  let most = least
  let best: number[] = []
  for (let from = lowest; from <= before; from++) {
    if (fitting >= most && canStart(cells, count, from, towards)) {
      if (fitting > most) best = []
      best.push(from)
      most = fitting
    }
    fitting += tally(stand, from, from + 1) - tally(back, isRight ? from + 1 : from, isRight ? from + 2 : from + 1)
  }
  if (best.length === 0 && isRight && cells.length > count)
    best = cutNumbers(cells, stand.slice(0, before + 1), back, least)
  // An empty cell explains the slide better than a value cut in two, of which a number at its decimal comma does best, and
  // then a text whose second part begins with a space.
  const emptied = best.filter(from => isRight && isEmpty(cells[from]))
  const halved = best.filter(from => isRight && areHalves(cells[from], cells[from + 1]))
  const spaced = best.filter(from => isRight && cells.length > count && beginsWithSpace(cells[from + 1] ?? ''))
  for (const from of [emptied, halved, spaced, best].find(starts => starts.length > 0) ?? []) {
    const first = isRight ? from + 1 : from
    const isWitness = (column: number, wrong: false | undefined) =>
      column >= first && stand[column] === wrong && back[column] === true
    const plain = cells.findIndex((_, column) => isWitness(column, false))
    const witness = plain === -1 ? cells.findIndex((_, column) => isWitness(column, undefined)) : plain
    yield { from, towards, witness, values: moved(cells, count, from, towards) }
  }
}

/**
 * Where a number is cut at its decimal comma in a row that is too long, though some values fit neither where they stand
 * nor moved back: those are at fault themselves, and the others must gain more than they are.
 */
function cutNumbers(
  cells: readonly string[],
  stand: readonly (boolean | undefined)[],
  back: readonly (boolean | undefined)[],
  least: number,
): number[] {
  const starts = [...stand.keys()].filter(from => areHalves(cells[from], cells[from + 1]))
  return starts.filter(from => {
    const misfits = back.slice(from + 1).filter(fits => fits === false).length
    return tally(stand, 0, from) + tally(back, from + 1, back.length) - misfits >= least
  })
}

/**
 * Where a number is cut at its decimal comma in a row that is too long by several cells: its decimals are of the number's
 * column and of the wrong kind where they stand. Undefined where that is so in no place or in several.
 */
export function cutIn(cells: readonly string[], count: number, judge: Judge): number | undefined {
  const [from, other] = [...cells.keys()].filter(
    at =>
      at < count - 1 &&
      areHalves(cells[at], cells[at + 1]) &&
      judge(cells[at + 1]!, at + 1) === false &&
      judge(cells[at + 1]!, at) === true,
  )
  return other === undefined ? from : undefined
}

/** A value that is cut in more than two. */
interface Pieces {
  /** Its first part. */
  readonly from: number
  /** A cell behind its last one that is of the column that many places back, and of the wrong kind or no kind where it stands. */
  readonly witness: number
}

/**
 * Where a value is cut in as many parts as make the row too long, by three cells at most: all others then are of their
 * column's kind, and more of them than as the row stands. Of several places it is the one behind which all parts begin with
 * a space, or else the first.
 */
export function piecesIn(cells: readonly string[], count: number, judge: Judge): Pieces | undefined {
  const over = cells.length - count
  if (over > MOST_OVER || isEmpty(cells.at(-1))) return undefined
  const stand = cells.map((cell, column) => (column < count ? judge(cell, column) : undefined))
  const back = cells.map((cell, column) => (column < over ? undefined : judge(cell, column - over)))
  const fitting = tally(stand, 0, count)
  const wrong = stand.indexOf(false)
  const last = wrong === -1 ? count : wrong
  const lowest = Math.max(0, back.lastIndexOf(false) - over)
  let gained = tally(stand, 0, lowest) + tally(back, lowest + over + 1, back.length)
  let most = fitting + GAIN_OF_SIGNS
  let best: number[] = []
  for (let from = lowest; from <= last && from < count; from++) {
    if (gained > most) best = []
    if (gained >= most) best.push(from)
    most = Math.max(most, gained)
    gained += Number(stand[from] === true) - Number(back[from + over + 1] === true)
  }
  const from = best.find(at => cells.slice(at + 1, at + over + 1).every(beginsWithSpace)) ?? best[0]
  if (from === undefined) return undefined
  const isWitness = (column: number) => column > from + over && stand[column] !== true && back[column] === true
  return { from, witness: cells.findIndex((_, column) => isWitness(column)) }
}

/** As a part of a sentence does, behind the comma that cut it off. */
function beginsWithSpace(cell: string): boolean {
  return /^\s+\S/.test(cell)
}

const MOST_OVER = 3

function tally(fits: readonly (boolean | undefined)[], from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (fits[i]) count++
  return count
}

/** An empty cell was added; or, in a row that is too long, a delimiter inside a value made two of it. */
function canStart(cells: readonly string[], count: number, from: number, towards: 'right' | 'left'): boolean {
  return towards === 'left' || cells.length > count || isEmpty(cells[from])
}

/** Whether two cells read as a number and its decimals. */
export function areHalves(whole = '', decimals = ''): boolean {
  return /^\s*[-+]?\d[\d\s]*$/.test(whole) && /^\d{1,3}\s*$/.test(decimals)
}

function moved(cells: readonly string[], count: number, from: number, towards: 'right' | 'left') {
  if (towards === 'left') return cells.toSpliced(from, 0, '').slice(0, count)
  if (!isEmpty(cells[from])) return undefined
  const rest = cells.toSpliced(from, 1)
  return rest.length < count ? [...rest, ''] : rest
}

/** Whether a cell holds nothing but spaces, or is not there. */
export function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === ''
}
