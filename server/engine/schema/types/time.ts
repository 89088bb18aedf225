import { anyMoment } from './any-moment'
import { digitsAt } from './bytes'
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
    ...(pattern.accept && { accept: pattern.accept }),
  }
}

/** True for the eight bytes of a time written hh:mm:ss, up to 23:59:59. */
export function acceptClock(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 8 || bytes[from + 2] !== 58 || bytes[from + 5] !== 58) return false
  const hour = digitsAt(bytes, from, 2)
  const minute = digitsAt(bytes, from + 3, 2)
  const second = digitsAt(bytes, from + 6, 2)
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
}

function readIso(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match) return
  const offset = match[4] ? offsetMinutes(match[4]) : 0
  if (Math.abs(offset) > 14 * 60) return
  return toTime({ hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3]), offset })
}
