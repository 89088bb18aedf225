import { anyMoment } from './any-moment'
import { acceptLayout, layoutOf } from './fixed-width'
import { toTime } from './moment'
import type { Reading, Spelling } from './reading'
import { offsetMinutes, strptime } from './strptime'

const ISO = /^(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2})?$/

/** Times of day, in milliseconds since midnight UTC; `default` is XML Schema's time, hh:mm:ss. */
export function time({ format }: Spelling): Reading | undefined {
  if (format === 'default') return { read: readIso, accept: acceptClock }
  if (format === 'any')
    return {
      read: text => {
        const moment = anyMoment(text)
        return moment?.hour === undefined ? undefined : toTime(moment)
      },
    }
  const pattern = strptime(format)
  if (!pattern) return
  return {
    read: text => {
      const moment = pattern.read(text)
      return moment && toTime(moment)
    },
    ...(pattern.layout && { accept: acceptLayout(pattern.layout) }),
  }
}

/** True for the eight bytes of a time written hh:mm:ss, up to 23:59:59. */
const acceptClock = acceptLayout(layoutOf(['%H', ':', '%M', ':', '%S'])!)

function readIso(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match) return
  const offset = match[4] ? offsetMinutes(match[4]) : 0
  if (Math.abs(offset) > 14 * 60) return
  return toTime({ hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3]), offset })
}
