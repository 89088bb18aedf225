/** A plain number with its decimal mark so many digits to the right, or to the left of it: digit by digit, since a float would add some of its own. */
export function shifted(text: string, places: number, mark: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(text) ?? []
  const left = Math.max(0, 1 - whole.length - places)
  const digits = '0'.repeat(left) + whole + decimals
  const at = left + whole.length + places
  const before = digits
    .slice(0, at)
    .padEnd(at, '0')
    .replace(/^0+(?=\d)/, '')
  const after = digits.slice(at)
  const told = places < 0 ? after.replace(/0+$/, '') : after
  return told === '' ? sign + before : `${sign}${before}${mark}${told}`
}
