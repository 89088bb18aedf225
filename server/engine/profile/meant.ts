import type { FieldType } from '../model/field'
import { plainNumber, writtenNumbers } from '../model/written-number'
import { writtenDate } from '../model/written-date'

/**
 * The number that a text can only mean, though it is not written as its type asks: `1 250,5` is one, `31/12/2024` a day.
 * Undefined for what may mean two. Types without such readings have none.
 */
export function meaningOf(type: FieldType): ((text: string) => number | undefined) | undefined {
  if (type === 'number' || type === 'integer') return numberMeant
  if (type === 'date') return text => dayMeant(text)
  if (type !== 'datetime') return undefined
  return text => {
    const day = dayMeant(text)
    return day === undefined ? undefined : day * DAY
  }
}

/** The number that a text can only mean. */
export function numberMeant(text: string): number | undefined {
  const [number, other] = writtenNumbers(text.trim())
  return number && !other ? Number(plainNumber(number, '.')) : undefined
}

function dayMeant(text: string): number | undefined {
  const [day, other] = writtenDate(text.trim())?.days ?? []
  return day === undefined || other !== undefined ? undefined : Date.parse(day) / DAY
}

/** Milliseconds. */
const DAY = 86_400_000
