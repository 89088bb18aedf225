const LAST_DAYS = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

const DASH: u8 = 45
const SLASH: u8 = 47
const T: u8 = 84

/** `dayWithin` of `model/dated-column.ts`; the bounds are words: after, before, whether new year is odd, and those of moments. */
export function isPlainDay(bounds: usize, at: usize, length: i32): bool {
  if (length > 10 && load<u8>(at, 10) == T && load<u8>(at, 4) == DASH) {
    const day = plainDay(at, 10)
    return day > load<u32>(bounds, 12) && day < load<u32>(bounds, 16)
  }
  return isWithin(bounds, plainDay(at, length))
}

/** The same of a day that ISO 8601 writes. */
export function isIsoDay(bounds: usize, at: usize, length: i32): bool {
  if (length != 10 || load<u8>(at, 4) != DASH || load<u8>(at, 7) != DASH) return false
  return isWithin(bounds, dayOf(at, at + 5, at + 8))
}

function isWithin(bounds: usize, day: u32): bool {
  return day > load<u32>(bounds) && day < load<u32>(bounds, 4) && (load<u32>(bounds, 8) == 0 || day % 10000 != 101)
}

function plainDay(at: usize, length: i32): u32 {
  if (length != 10) return 0
  const isYearFirst = load<u8>(at, 4) == DASH && load<u8>(at, 7) == DASH
  if (!isYearFirst && (load<u8>(at, 2) != SLASH || load<u8>(at, 5) != SLASH)) return 0
  return isYearFirst ? dayOf(at, at + 5, at + 8) : dayOf(at + 6, at + 3, at)
}

/** The day whose year, month and day stand there; 0 for none, and for the last of a leap February. */
function dayOf(years: usize, months: usize, days: usize): u32 {
  const century = twoDigits(years)
  const ofCentury = twoDigits(years + 2)
  const month = twoDigits(months)
  const day = twoDigits(days)
  if (max(max(century, ofCentury), max(month, day)) > 99) return 0
  const year = century * 100 + ofCentury
  if (year == 0 || month - 1 > 11 || day == 0 || day > <u32>load<u8>(LAST_DAYS + month)) return 0
  return year * 10000 + month * 100 + day
}

/** More than 99 when one of the two bytes is no digit. */
function twoDigits(at: usize): u32 {
  const tens: u32 = <u32>load<u8>(at) - 48
  const ones: u32 = <u32>load<u8>(at, 1) - 48
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones
}
