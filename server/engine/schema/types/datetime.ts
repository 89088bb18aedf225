import { accepting } from '../../model/accept'
import { anyMoment } from './any-moment'
import { DAY } from './calendar'
import { acceptLayout, layoutOf } from './fixed-width'
import { type Moment, toInstant } from './moment'
import type { Reading, Spelling } from './reading'
import { offsetMinutes, strptime } from './strptime'

// XML Schema's dateTime: 24:00:00 is the end of the day, the zone may be absent.
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2})?$/

/** Dates with a time, in milliseconds since 1970-01-01T00:00:00Z; `default` is XML Schema's dateTime. */
export function datetime({ format }: Spelling): Reading | undefined {
  if (format === 'default') return { read: readIso, accept: acceptIso }
  if (format === 'any')
    return {
      read: text => {
        const moment = anyMoment(text)
        return moment?.year === undefined ? undefined : toInstant(moment)
      },
    }
  const pattern = strptime(format)
  if (!pattern) return
  return {
    read: text => {
      const moment = pattern.read(text)
      return moment && toInstant(moment)
    },
    ...(pattern.layout && { accept: acceptLayout(pattern.layout) }),
  }
}

function readIso(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match) return
  const offset = match[7] ? offsetMinutes(match[7]) : 0
  if (Math.abs(offset) > 14 * 60) return
  const hour = Number(match[4])
  const moment: Moment = {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    minute: Number(match[5]),
    second: Number(match[6]),
    offset,
  }
  if (hour !== 24) return toInstant({ ...moment, hour })
  const start = moment.minute || moment.second ? undefined : toInstant(moment)
  return start === undefined ? undefined : start + DAY
}

const [WITHOUT_ZONE, IN_UTC] = ['', 'Z'].map(
  zone => layoutOf(['%Y', '-', '%m', '-', '%d', 'T', '%H', ':', '%M', ':', '%S', zone])!,
)
const acceptWithoutZone = acceptLayout(WITHOUT_ZONE!)
const acceptInUtc = acceptLayout(IN_UTC!)

/** True for the most usual spellings: whole seconds, without a zone or in UTC. */
const acceptIso = accepting({ is: 'moment', layouts: [WITHOUT_ZONE!, IN_UTC!] }, (bytes, from, to) =>
  bytes[to - 1] === 90 ? acceptInUtc(bytes, from, to) : acceptWithoutZone(bytes, from, to),
)
