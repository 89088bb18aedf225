import { anyMoment } from './any-moment'
import { ISO_LAYOUT } from '../../model/accept'
import { dayNumber, isDate } from './calendar'
import { acceptLayout, dayOfLayout } from './fixed-width'
import { toDays } from './moment'
import type { Reading, Spelling } from './reading'
import { strptime } from './strptime'

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Dates, in days since 1970-01-01; `default` is ISO 8601's AAAA-MM-JJ of the Gregorian calendar. */
export function date({ format }: Spelling): Reading | undefined {
  if (format === 'default') return { read: readIso, accept: acceptIsoDate, numberAt: dayOfLayout(ISO_LAYOUT) }
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
    ...(pattern.layout && { accept: acceptLayout(pattern.layout), numberAt: dayOfLayout(pattern.layout) }),
  }
}

/** True for the ten bytes of a real date written AAAA-MM-JJ. */
const acceptIsoDate = acceptLayout(ISO_LAYOUT)

function readIso(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match) return
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDate(year, month, day) ? dayNumber(year, month, day) : undefined
}
