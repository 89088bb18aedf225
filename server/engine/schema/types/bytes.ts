/** The value of `count` ASCII digits, or -1 when one of them is none. */
export function digitsAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index++) {
    const digit = bytes[index]! - 48
    // Written so that a byte past the end (NaN) fails too.
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}
