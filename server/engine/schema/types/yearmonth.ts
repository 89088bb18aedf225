import { accepting } from '../../model/accept'
import { digitsAt } from './bytes'
import { layoutOf } from './fixed-width'
import type { Reading } from './reading'

/** Months written AAAA-MM, counted from the first of the year 0. */
export function yearmonth(): Reading {
  return {
    read: text => {
      const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
      return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined
    },
    accept: accepting({ is: 'moment', layouts: [layoutOf(['%Y', '-', '%m'])!] }, (bytes, from, to) => {
      if (to - from !== 7 || bytes[from + 4] !== 45 || digitsAt(bytes, from, 4) < 0) return false
      const month = digitsAt(bytes, from + 5, 2)
      return month >= 1 && month <= 12
    }),
  }
}
