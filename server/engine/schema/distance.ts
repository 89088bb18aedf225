/**
 * Damerau–Levenshtein distance (optimal string alignment), in UTF-16 units: letters added, dropped, changed or two
 * neighbours swapped. Above `limit` it says `limit + 1`.
 */
export function distance(left: string, right: string, limit: number): number {
  const far = limit + 1
  if (Math.abs(left.length - right.length) > limit) return far
  const width = right.length + 1
  let before = new Uint8Array(width).fill(far)
  let above = new Uint8Array(width).fill(far)
  let current = new Uint8Array(width).fill(far)
  for (let column = 0; column <= Math.min(limit, right.length); column++) above[column] = column
  let leastAbove = 0
  for (let row = 1; row <= left.length; row++) {
    // Only the cells next to the diagonal can stay within the limit.
    const first = Math.max(1, row - limit)
    const last = Math.min(right.length, row + limit)
    current[first - 1] = first === 1 ? Math.min(row, far) : far
    if (last < right.length) current[last + 1] = far
    let least = current[first - 1]!
    for (let column = first; column <= last; column++) {
      const changed = left[row - 1] === right[column - 1] ? 0 : 1
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + changed)
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1)
      current[column] = Math.min(cost, far)
      least = Math.min(least, cost)
    }
    // A swap reaches over one row, and adds one: two far rows are enough.
    if (least > limit && leastAbove >= limit) return far
    leastAbove = least
    const spare = before
    before = above
    above = current
    current = spare
  }
  return above[right.length]!
}
