/** True for a number of the national register of associations: W and nine digits, the third sign a letter overseas. */
export function isRna(text: string): boolean {
  return /^W\d[0-9A-Z]\d{7}$/.test(text)
}

/** True for the bytes of W and nine digits. */
export function isPlainRna(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || bytes[from] !== 0x57) return false
  for (let at = from + 1; at < to; at++) if (bytes[at]! < 0x30 || bytes[at]! > 0x39) return false
  return true
}
