/** A value as messages show it: between quotation marks, without line ends, shortened beyond 60 characters. */
export const shown = {
  fr: (value: string): string => `« ${shortened(value)} »`,
  en: (value: string): string => `“${shortened(value)}”`,
}

/** Several values as one enumeration, at most six of them, and how many others there are. */
export const shownList = {
  fr: (values: readonly string[]): string => listed(values, shown.fr, 'et', count => `${count} autres`),
  en: (values: readonly string[]): string => listed(values, shown.en, 'and', count => `${count} others`),
}

const LONGEST = 60
const MOST = 6

/** A value on one line, of 60 characters at most. */
export function shortened(value: string): string {
  const line = value.slice(0, 4 * LONGEST).replace(/[\r\n]+/g, ' ')
  const characters = Array.from(line)
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line
}

function listed(
  values: readonly string[],
  one: (value: string) => string,
  and: string,
  others: (count: number) => string,
): string {
  // Seven are said in full: “and 1 others” helps nobody.
  const most = values.length === MOST + 1 ? MOST + 1 : MOST
  const parts = values.slice(0, most).map(one)
  if (values.length > most) parts.push(others(values.length - most))
  const last = parts.pop() ?? ''
  return parts.length > 0 ? `${parts.join(', ')} ${and} ${last}` : last
}
