/** True when at least that share of the values passes the test; false when there is no value. */
export function mostly(values: readonly string[], share: number, test: (value: string) => boolean): boolean {
  let misses = 0
  const most = values.length - share * values.length
  for (const value of values) if (!test(value) && ++misses > most) return false
  return values.length > 0
}
