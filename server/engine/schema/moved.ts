/**
 * The columns to move so that the places stand in order, as few as can be; of two that are swapped, both.
 * A column without a place is in nobody's way.
 */
export function moved(places: readonly (number | undefined)[]): readonly number[] {
  const placed = places.flatMap((place, column) => (place === undefined ? [] : [{ column, place }]))
  const ranks = new Map(placed.toSorted((left, right) => left.place - right.place).map((entry, rank) => [entry, rank]))
  const found: number[] = []
  let first = 0
  let highest = -1
  placed.forEach((entry, index) => {
    highest = Math.max(highest, ranks.get(entry)!)
    if (highest !== index) return
    // What stands from `first` to here is a disorder of its own.
    const stretch = placed.slice(first, index + 1)
    const strangers = stretch.filter((each, offset) => ranks.get(each) !== first + offset)
    const isSwap = strangers.length === 2
    for (const { column } of isSwap ? strangers : outsideLongestRun(stretch)) found.push(column)
    first = index + 1
  })
  return found
}

interface Placed {
  readonly column: number
  readonly place: number
}

/** All but a longest increasing subsequence, by patience sorting. */
function outsideLongestRun(entries: readonly Placed[]): readonly Placed[] {
  /** Index of the entry that ends the best run of each length. */
  const ends: number[] = []
  const before: number[] = []
  entries.forEach(({ place }, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (entries[ends[middle]!]!.place < place) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? ends[low - 1]! : -1
    ends[low] = index
  })
  const run = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) run.add(index)
  return entries.filter((_, index) => !run.has(index))
}
