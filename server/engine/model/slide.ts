/** A row whose values, from one cell on, stand one column away from their own. */
export interface Slide {
  /**
   * Slid to the right: the cell too many, which is empty or the rest of the value before it.
   * Slid to the left: the column that has lost its cell.
   */
  readonly at: number
  readonly by: 1 | -1
  /** No other place explains the row as well. */
  readonly isSure: boolean
}

type Likes = readonly (((text: string) => boolean) | undefined)[]

/** Values that must be out of place before a row is said to have slid: fewer are wrong values. */
const ENOUGH = 2

/** How the cells of a row have slid, when that alone explains those that are unlike their columns. */
export function slideOf(cells: readonly string[], likes: Likes): Slide | undefined {
  const place = cells.map((_, cell) => isLike(cells, cell, likes, 0))
  const misplaced = place.filter(found => found === false).length
  if (misplaced < ENOUGH) return undefined
  return slideRight(cells, likes, place) ?? slideLeft(cells, likes, place)
}

type Likeness = boolean | undefined

function slideRight(cells: readonly string[], likes: Likes, place: readonly Likeness[]): Slide | undefined {
  const spare = cells.length - likes.length
  if (spare !== 0 && spare !== 1) return undefined
  const after = cells.map((_, cell) => isLike(cells, cell, likes, -1))
  const found = cells.flatMap((text, at) => {
    // Without a cell more than the header has, only an empty one can have pushed the others.
    if (text !== '' && (spare === 0 || at === 0)) return []
    return explains(place.slice(0, at), after.slice(at + 1)) ? [at] : []
  })
  const empty = found.filter(at => cells[at] === '')
  const rests = found.filter(at => /^[\s\p{Ll}]/u.test(cells[at]!))
  const [at] = [...empty, ...rests, ...found]
  if (at === undefined) return undefined
  return { at, by: 1, isSure: empty.length > 0 || rests.length === 1 || found.length === 1 }
}

function slideLeft(cells: readonly string[], likes: Likes, place: readonly Likeness[]): Slide | undefined {
  const spare = likes.length - cells.length
  if (spare !== 1 && !(spare === 0 && cells.at(-1) === '')) return undefined
  const after = cells.map((_, cell) => isLike(cells, cell, likes, 1))
  const found = cells.flatMap((_, at) => (explains(place.slice(0, at), after.slice(at)) ? [at] : []))
  const [at] = found
  return at === undefined ? undefined : { at, by: -1, isSure: found.length === 1 }
}

/** Nothing is out of place any more, and enough is in it. */
function explains(before: readonly Likeness[], after: readonly Likeness[]): boolean {
  if (before.includes(false) || after.includes(false)) return false
  return after.filter(found => found === true).length >= ENOUGH
}

/** Whether a cell is like the column `by` places further on; undefined when the cell is empty or the column takes anything. */
function isLike(cells: readonly string[], cell: number, likes: Likes, by: number): Likeness {
  if (cells[cell] === '') return undefined
  const column = cell + by
  if (column >= likes.length) return false
  return likes[column]?.(cells[cell]!)
}
