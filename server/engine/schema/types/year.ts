import { accepting } from '../../model/accept'
import { digitsAt } from './bytes'
import { layoutOf } from './fixed-width'
import type { Reading } from './reading'

/** Calendar years of four digits, 0000 to 9999. */
export function year(): Reading {
  return {
    read: text => (/^\d{4}$/.test(text) ? Number(text) : undefined),
    accept: accepting(
      { is: 'moment', layouts: [layoutOf(['%Y'])!] },
      (bytes, from, to) => to - from === 4 && digitsAt(bytes, from, 4) >= 0,
    ),
    numberAt(bytes, from, to) {
      const value = to - from === 4 ? digitsAt(bytes, from, 4) : -1
      return value < 0 ? Number.NaN : value
    },
  }
}
