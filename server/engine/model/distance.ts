/**
 * Damerau–Levenshtein distance (optimal string alignment), in UTF-16 units: letters added, dropped, changed or two
 * neighbours swapped. Above `limit`, which is small, it says `limit + 1`.
 */
export function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  // What both begin or end with costs nothing, and most of a near pair is that.
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left.charCodeAt(start) === right.charCodeAt(start)) start++
  let ends = 0
  while (
    ends < shorter - start &&
    left.charCodeAt(left.length - 1 - ends) === right.charCodeAt(right.length - 1 - ends)
  )
    ends++
  return start === shorter || ends === shorter - start
    ? Math.abs(left.length - right.length)
    : unlike(left.slice(start, left.length - ends), right.slice(start, right.length - ends), limit)
}

/** The same for two strings that neither begin nor end alike. */
function unlike(left: string, right: string, limit: number): number {
  if (limit === 0) return 1
  const [leftRest, rightRest] = [left.slice(1), right.slice(1)]
  const isSwap = left[0] === right[1] && left[1] === right[0]
  return (
    1 +
    Math.min(
      distance(leftRest, rightRest, limit - 1),
      distance(leftRest, right, limit - 1),
      distance(left, rightRest, limit - 1),
      isSwap ? distance(left.slice(2), right.slice(2), limit - 1) : limit,
    )
  )
}
