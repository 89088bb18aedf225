import type { SheetCell } from './sheet'

/** What a number format makes of a number: a moment, or a number that may be shown with more digits than it has. */
export interface NumberFormat {
  readonly moment: 'date' | 'datetime' | 'time' | undefined
  /** Digits that are always shown before the decimal point. */
  readonly digits: number
}

/** A format code of SpreadsheetML (ECMA-376 part 1, 18.8.31): the first of its sections decides. */
export function numberFormat(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .toLowerCase()
  if (bare === 'general' || bare === 'standard') return { moment: undefined, digits: 0 }
  const hasTime = /[hs]/.test(bare)
  const hasDate = /[yd]/.test(bare) || (/m/.test(bare) && !hasTime)
  const moment = hasDate ? (hasTime ? 'datetime' : 'date') : hasTime ? 'time' : undefined
  return { moment, digits: /[.%e]/.test(bare) ? 0 : (bare.match(/0/g)?.length ?? 0) }
}

/** The formats that have a number and no code (18.8.30), those of dates in Chinese, Japanese and Korean included. */
export function builtInFormat(id: number): NumberFormat {
  const isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
  const isTime = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
  return { moment: isDate ? 'date' : id === 22 ? 'datetime' : isTime ? 'time' : undefined, digits: 0 }
}

/** The value of a number in a cell: a moment where its format says so, else the number. `epoch`: the year of day 0. */
export function numberCell(written: string, { moment, digits }: NumberFormat, epoch: 1900 | 1904): SheetCell {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return { kind: 'text', text: written }
  const told = moment && momentOf(value, moment, epoch)
  if (told) return told
  const text = plainDecimal(value)
  return /^\d+$/.test(text) && text.length < digits ? { kind: 'number', text, padded: true } : { kind: 'number', text }
}

/** Seconds. */
const DAY = 86_400

/** Serial days as a moment; undefined when they are none. Whatever the format hides is told: the hour of a date too. */
function momentOf(serial: number, moment: 'date' | 'datetime' | 'time', epoch: 1900 | 1904): SheetCell | undefined {
  if (serial < 0) return undefined
  const seconds = Math.round(serial * DAY)
  if (moment === 'time' || seconds < DAY) {
    const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    return { kind: 'time', text: clock.map(part => String(part).padStart(2, '0')).join(':') }
  }
  const days = Math.floor(seconds / DAY)
  // Lotus 1-2-3 took 1900 for a leap year, and spreadsheets still number its days so.
  const first = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const at = new Date(first + seconds * 1000)
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return undefined
  const iso = at.toISOString()
  if (moment === 'date' && seconds % DAY === 0) return { kind: 'date', text: iso.slice(0, 10) }
  return { kind: 'datetime', text: iso.slice(0, 19) }
}

/** A number in digits, without exponent: the shortest that reads back as the same. */
export function plainDecimal(value: number): string {
  const text = String(value)
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? []
  const shift = Number(exponent)
  if (shift === 0) return text
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${decimals}`
  return sign + whole + decimals.padEnd(shift, '0')
}
