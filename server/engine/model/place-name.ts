/**
 * A place's name as it is compared: without case, accents, hyphens and apostrophes, with `St` and `Ste` written out,
 * `œ` as two letters, and without what the post adds (`Cedex 9`).
 */
export function placeKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = newPlaceKey(name)
  if (keys.size < MOST) keys.set(name, key)
  return key
}

/** The same of a name that is asked about once. */
export function newPlaceKey(name: string): string {
  return name
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ cedex(?: \d+)?$/, '')
    .replace(/\b(?:st|ste)\b/g, word => (word === 'st' ? 'saint' : 'sainte'))
    .replace(/\bs (?=\w)/g, 'sur ')
}

const LONGEST = 200
/** Names whose keys are kept: a column has few different ones, each many times. */
const MOST = 20_000
const keys = new Map<string, string>()
