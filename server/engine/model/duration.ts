/** A duration of ISO 8601 in its parts: years, months, weeks, days, hours, minutes and seconds. */
export interface Duration {
  readonly isNegative: boolean
  readonly parts: readonly number[]
}

// Weeks too, and a fraction in the last part.
const DURATION =
  /^(-|\+)?P(?=[\dT])(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?=\d)(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/
const PART = /^\d+(?:[.,]\d+)?$/

/** Reads a duration such as P1Y2M3DT4H5M6S. */
export function readDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text)
  if (!match) return undefined
  const parts = match.slice(2)
  const written = parts.filter(part => part !== undefined)
  if (written.some((part, index) => !(index === written.length - 1 ? PART : /^\d+$/).test(part))) return undefined
  return { isNegative: match[1] === '-', parts: parts.map(part => Number((part ?? '0').replace(',', '.'))) }
}

/** Digits up to which the sums of parts are exact, and decimals that are kept of them. */
const EXACT = 12
const DECIMALS = 9

/**
 * What a duration is, the same for each spelling: a day is 24 hours and a year twelve months, but no month is a number of
 * days, as XML Schema has it, whose durations Table Schema takes. Undefined for one of more digits than are counted here.
 */
export function durationValue(text: string): string | undefined {
  const duration = readDuration(text)
  if (!duration || text.replaceAll(/\D/g, '').length > EXACT || /[.,]\d{7}/.test(text)) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = duration.parts as Seven
  const sums = [12 * years + months, ((7 * weeks + days) * 24 + hours) * 3600 + minutes * 60 + seconds]
  const told = sums.map(sum => Number(sum.toFixed(DECIMALS)))
  return `${duration.isNegative && told.some(sum => sum !== 0) ? '-' : ''}${told.join(' ')}`
}

type Seven = readonly [number, number, number, number, number, number, number]
