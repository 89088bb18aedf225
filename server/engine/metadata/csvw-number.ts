/** How numbers are written: what stands before their decimals and between their groups of digits. */
interface NumberMarks {
  readonly decimalChar: string
  readonly groupChar: string | undefined
}

/** Digits after the decimal mark that a pattern can ask for. */
const MOST_DECIMALS = 40

/**
 * The regular expression of the numbers that a pattern of UAX 35 describes, of which CSVW keeps `0 # E + % ‰` and the
 * marks (https://www.w3.org/TR/tabular-data-model/#formats-for-numeric-types); undefined for another pattern.
 */
export function numberExpression(pattern: string, { decimalChar, groupChar = ',' }: NumberMarks): string | undefined {
  const [, sign, digits = '', exponent, suffix = ''] =
    /^([+-]?)([#0,.]+)(?:E([+-]?#*0+))?([%‰]?)$/.exec(inPlainMarks(pattern, { decimalChar, groupChar })) ?? []
  const [whole = '', fraction = '', ...more] = digits.split('.')
  if (digits === '' || more.length > 0 || fraction.length > MOST_DECIMALS) return undefined
  const group = escaped(groupChar)
  return [
    sign === '+' ? '[+-]' : '[+-]?',
    wholeExpression(whole, group),
    fraction === '' ? '' : fractionExpression(fraction, escaped(decimalChar), group),
    exponent === undefined ? '' : `E${exponent.startsWith('+') ? '[+-]' : '[+-]?'}\\d{${zeros(exponent)},}`,
    suffix,
  ].join('')
}

/** The regular expression of numbers of which no pattern says more: `decimal` has no exponent. */
export function plainNumberExpression(
  base: 'integer' | 'decimal' | 'double',
  { decimalChar, groupChar }: NumberMarks,
): string {
  const group = groupChar === undefined ? '' : `(?:${escaped(groupChar)}\\d+)*`
  const whole = `\\d+${group}`
  if (base === 'integer') return `[+-]?${whole}[%‰]?`
  const mark = escaped(decimalChar)
  const number = `[+-]?(?:${whole}(?:${mark}\\d*${group})?|${mark}\\d+${group})`
  return base === 'decimal' ? `${number}[%‰]?` : `${number}(?:[Ee][+-]?\\d+)?[%‰]?|NaN|-?INF`
}

/** A pattern as it would be with a point and commas. */
function inPlainMarks(pattern: string, { decimalChar, groupChar }: NumberMarks): string {
  return Array.from(pattern, sign => (sign === decimalChar ? '.' : sign === groupChar ? ',' : sign)).join('')
}

/** The last group has its own length, those before it another: `#,##,##0` is how India writes numbers. */
function wholeExpression(whole: string, group: string): string {
  const least = zeros(whole)
  const parts = whole.split(',')
  if (parts.length === 1) return `\\d{${least},}`
  const last = parts.at(-1)!.length
  const inner = parts.length > 2 ? parts.at(-2)!.length : last
  if (last === 0 || inner === 0) return `\\d{${least},}`
  const alternatives = least <= last ? [`\\d{${least},${last}}`] : []
  for (let groups = 0; ; groups++) {
    const lead = Math.max(1, least - last - groups * inner)
    const rest = `${group}\\d{${last}}`
    if (lead === 1)
      return `(?:${[...alternatives, `\\d{1,${inner}}(?:${group}\\d{${inner}}){${groups},}${rest}`].join('|')})`
    if (lead <= inner) alternatives.push(`\\d{${lead},${inner}}(?:${group}\\d{${inner}}){${groups}}${rest}`)
  }
}

function fractionExpression(fraction: string, mark: string, group: string): string {
  const least = zeros(fraction)
  const most = fraction.replaceAll(',', '').length
  const size = fraction.includes(',') ? fraction.indexOf(',') : most
  if (size === 0) return `(?:${mark}\\d{${least},${most}})`
  const lengths = Array.from({ length: most - Math.max(1, least) + 1 }, (_, i) => Math.max(1, least) + i)
  const alternatives = lengths.map(length => grouped(length, size, group))
  return `(?:${mark}(?:${alternatives.join('|')}))${least === 0 ? '?' : ''}`
}

/** So many digits, in groups from the left. */
function grouped(length: number, size: number, group: string): string {
  const groups = Array.from({ length: Math.ceil(length / size) }, (_, i) => Math.min(size, length - i * size))
  return groups.map(digits => `\\d{${digits}}`).join(group)
}

function zeros(pattern: string): number {
  return pattern.split('0').length - 1
}

/** A text as a regular expression that matches it alone. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
