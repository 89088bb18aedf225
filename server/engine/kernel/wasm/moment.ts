// A layout, as `writer.ts` writes it: its width, where year, short year, month, day, hour, minute and second begin, 255
// for what is absent, and for each of 32 bytes the least that it may be and how much more.
const LEAST: usize = 8
const MORE: usize = 40

const ABSENT: u32 = 255

const DAYS = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

/** Whether these bytes are a date and a time of a layout that there were or will be. */
export function isMoment(layout: usize, at: usize, length: i32): bool {
  if (!isOfShape(layout, at, length)) return false
  const hour = load<u8>(layout, 5)
  if (hour != ABSENT && twoDigits(at + hour) > 23) return false
  const minute = load<u8>(layout, 6)
  if (minute != ABSENT && twoDigits(at + minute) > 59) return false
  const second = load<u8>(layout, 7)
  if (second != ABSENT && twoDigits(at + second) > 59) return false
  const year = yearOf(layout, at)
  const month = partOf(layout, 3, at)
  const day = partOf(layout, 4, at)
  if (year == 0 || month - 1 > 11 || day == 0) return false
  return day <= <u32>load<u8>(DAYS + month) + (month == 2 && isLeap(year) ? 1 : 0)
}

/** Whether so many bytes are each among those that the layout has there. */
export function isOfShape(layout: usize, at: usize, length: i32): bool {
  if (length != load<u8>(layout)) return false
  return !isBeyond(at, layout, 0) && (length <= 16 || !isBeyond(at, layout, 16))
}

/** Days from 1970-01-01 to the date of a moment. */
export function dayOf(layout: usize, at: usize): i32 {
  const month = <i32>partOf(layout, 3, at)
  // In years that begin in March the leap day comes last, and the months have 31, 30, 31, 30, 31 days over and over.
  const years = <i32>yearOf(layout, at) - (month > 2 ? 0 : 1)
  const months = month > 2 ? month - 3 : month + 9
  const leapDays = (years >> 2) - years / 100 + years / 400
  return years * 365 + leapDays + (months * 153 + 2) / 5 + <i32>partOf(layout, 4, at) - 719469
}

/** Whether one of sixteen bytes is none that the layout has there. */
function isBeyond(at: usize, layout: usize, from: usize): bool {
  const more = i8x16.sub(v128.load(at + from), v128.load(layout + from, LEAST))
  return v128.any_true(i8x16.gt_u(more, v128.load(layout + from, MORE)))
}

function yearOf(layout: usize, at: usize): u32 {
  const short = load<u8>(layout, 2)
  if (short != ABSENT) {
    const year = twoDigits(at + short)
    return year + (year < 69 ? 2000 : 1900)
  }
  const long = load<u8>(layout, 1)
  return long == ABSENT ? 1900 : twoDigits(at + long) * 100 + twoDigits(at + long + 2)
}

/** The month or the day, the first one when it is absent. */
function partOf(layout: usize, part: usize, at: usize): u32 {
  const place = load<u8>(layout + part)
  return place == ABSENT ? 1 : twoDigits(at + place)
}

function twoDigits(at: usize): u32 {
  return <u32>load<u8>(at) * 10 + load<u8>(at, 1) - 528
}

function isLeap(year: u32): bool {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
