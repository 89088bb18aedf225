import { anyMoment } from './any-moment'
import { digitsAt } from './bytes'
import { dayNumber, isDate } from './calendar'
import { toDays } from './moment'
import type { Reading, Spelling } from './reading'
import { strptime } from './strptime'

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Dates, in days since 1970-01-01; `default` is ISO 8601's AAAA-MM-JJ of the Gregorian calendar. */
export function date({ format }: Spelling): Reading | undefined {
  if (format === 'default') return { read: readIso, accept: acceptIsoDate, numberAt: isoDayAt }
  if (format === 'any')
    return {
      read: text => {
        const moment = anyMoment(text)
        return moment?.year === undefined ? undefined : toDays(moment)
      },
    }
  const pattern = strptime(format)
  if (!pattern) return
  return {
    read: text => {
      const moment = pattern.read(text)
      return moment && toDays(moment)
    },
    ...(pattern.accept && { accept: pattern.accept }),
  }
}

/** True for the ten bytes of a real date written AAAA-MM-JJ. */
export function acceptIsoDate(bytes: Uint8Array, from: number, to: number): boolean {
  return !Number.isNaN(isoDayAt(bytes, from, to))
}

function isoDayAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return Number.NaN
  const year = digitsAt(bytes, from, 4)
  const month = digitsAt(bytes, from + 5, 2)
  const day = digitsAt(bytes, from + 8, 2)
  return isDate(year, month, day) ? dayNumber(year, month, day) : Number.NaN
}

function readIso(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match) return
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDate(year, month, day) ? dayNumber(year, month, day) : undefined
}
