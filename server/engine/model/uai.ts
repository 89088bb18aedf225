/** Letters of the key, by the remainder of the number: neither I nor O nor Q. */
const KEYS = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/** The letter that ends the code of a school of these seven digits. */
export function uaiKey(digits: string): string {
  return KEYS[Number(digits) % KEYS.length]!
}

/** True for the code of a school: seven digits and their letter. */
export function isUai(text: string): boolean {
  return /^\d{7}[A-Z]$/.test(text) && text[7] === uaiKey(text.slice(0, 7))
}
