/** Numbers that the codes of communes can have. */
export const NUMBERS = 102_000

/** The number of a commune's code, from its bytes: 2A and 2B count as 100 and 101. −1 for what is no such code. */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 5) return -1
  const first = bytes[from]! - 48
  const letter = bytes[from + 1]!
  let number = first * 10 + letter - 48
  if (letter === 65 || letter === 66) {
    if (first !== 2) return -1
    number = letter + 35
  } else if (first < 0 || first > 9 || letter < 48 || letter > 57) return -1
  for (let i = from + 2; i < to; i++) {
    const digit = bytes[i]! - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** The same for a code as text. */
export function numberOf(code: string): number {
  if (!/^(?:\d\d|2[AB])\d{3}$/.test(code)) return -1
  const place = code.startsWith('2A') ? 100 : code.startsWith('2B') ? 101 : Number(code.slice(0, 2))
  return place * 1000 + Number(code.slice(2))
}

/** The code that has a number. */
export function codeOf(number: number): string {
  const place = Math.floor(number / 1000)
  const rest = String(number % 1000).padStart(3, '0')
  return (place === 100 ? '2A' : place === 101 ? '2B' : String(place).padStart(2, '0')) + rest
}

/** The département of a commune's code. */
export function departmentOf(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2)
}
