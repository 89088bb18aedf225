/**
 * Damerau–Levenshtein distance (optimal string alignment): letters added, dropped, changed or two neighbours swapped.
 * Above `limit` it says `limit + 1`.
 */
export function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > 2 * limit) return limit + 1
  const from = [...left]
  const to = [...right]
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let before: number[] = []
  let above = to.map((_, index) => index)
  above.push(to.length)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, before[column - 2]! + 1)
      current.push(least)
    }
    // Each row holds at least one cell of every path: once all are above the limit, so is the end.
    if (Math.min(...current) > limit && Math.min(...above) > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(above[to.length]!, limit + 1)
}
