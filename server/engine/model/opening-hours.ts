/**
 * True for opening hours as OpenStreetMap writes them (`Mo-Fr 08:00-18:00; PH off`), by the grammar of
 * https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. An hour may be written with one digit and a
 * last semicolon be left, which mislead nobody. Linear in the length of the text.
 */
export function isOpeningHours(text: string): boolean {
  const cursor: Cursor = { text: text.trim(), at: 0 }
  do {
    if (!rule(cursor)) return false
  } while (takes(cursor, SEPARATOR))
  takes(cursor, LAST)
  return cursor.at === cursor.text.length
}

interface Cursor {
  readonly text: string
  at: number
}

const SEPARATOR = /\s*(?:;|\|\||,)\s*(?=\S)/y
const LAST = /\s*;\s*$/y
const COMMA = /\s*,\s*/y
const DASH = /\s*-\s*/y
const SPACE = /\s*/y
const ALWAYS = /24\/7/y
const DAY = /(?:Mo|Tu|We|Th|Fr|Sa|Su)(?![A-Za-z])/y
const NTH = /\s*\[\s*(?:-[1-5]|[1-5](?:-[1-5])?)(?:\s*,\s*(?:-[1-5]|[1-5](?:-[1-5])?))*\s*\]/y
const HOLIDAY = /(?:PH|SH)(?![A-Za-z])/y
const OFFSET = /\s[+-]\s?\d{1,3} days?(?![a-z])|\s[+-](?:Mo|Tu|We|Th|Fr|Sa|Su)(?![a-z])/y
const YEAR = /(?:19|20|21)\d\d(?!\d|:)/y
const MONTH = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![a-z])/y
const EASTER = /easter(?![a-z])/y
const DAY_OF_MONTH = /\s*(?:0?[1-9]|[12]\d|3[01])(?!\d|:)/y
const WEEK = /week\s*/y
const WEEK_NUMBER = /(?:0?[1-9]|[1-4]\d|5[0-3])(?!\d|:)/y
const PERIOD = /\/\d{1,2}(?!\d|:)/y
const OPEN_END = /\s?\+/y
// Hours run to 48:00, the end of the next day.
const TIME = /(?:[0-3]?\d|4[0-7]):[0-5]\d(?!\d)|48:00/y
const EVENT = /(?:dawn|sunrise|sunset|dusk)(?![a-z])|\(\s*(?:dawn|sunrise|sunset|dusk)\s*[+-]\s*\d?\d:[0-5]\d\s*\)/y
const EVERY = /\/(?:\d?\d:[0-5]\d|\d{1,4})(?!\d)/y
const MODIFIER = /(?:open|closed|off|unknown)(?![a-z])/y
const COMMENT = /"[^"]*"/y
const COLON = /\s*:\s+/y

/** When, then whether it is open then; one of the two is enough. */
function rule(cursor: Cursor): boolean {
  const start = cursor.at
  if (!takes(cursor, ALWAYS)) {
    if (takes(cursor, COMMENT) && !takes(cursor, COLON)) return true
    list(cursor, years)
    list(cursor, monthDays)
    if (takes(cursor, WEEK) && !list(cursor, weeks)) return false
    takes(cursor, COLON)
    weekDays(cursor)
    list(cursor, times)
  }
  takes(cursor, MODIFIER)
  takes(cursor, SPACE)
  takes(cursor, COMMENT)
  return cursor.at > start
}

function years(cursor: Cursor): boolean {
  if (!takes(cursor, YEAR)) return false
  if (takes(cursor, OPEN_END)) return true
  const end = cursor.at
  // `2024 Dec 24-2025 Jan 2` and `2024-2025`: the dash is the year's only when a year follows that no month follows.
  if (takes(cursor, DASH) && !takes(cursor, YEAR)) cursor.at = end
  takes(cursor, PERIOD)
  return true
}

function monthDays(cursor: Cursor): boolean {
  if (!date(cursor)) return false
  if (takes(cursor, OPEN_END)) return true
  const end = cursor.at
  if (takes(cursor, DASH) && !date(cursor) && !takes(cursor, DAY_OF_MONTH)) cursor.at = end
  takes(cursor, OFFSET)
  return true
}

function date(cursor: Cursor): boolean {
  const start = cursor.at
  if (takes(cursor, YEAR)) takes(cursor, SPACE)
  if (takes(cursor, EASTER)) {
    takes(cursor, OFFSET)
    return true
  }
  if (!takes(cursor, MONTH)) {
    cursor.at = start
    return false
  }
  if (takes(cursor, DAY_OF_MONTH)) takes(cursor, OFFSET)
  return true
}

function weeks(cursor: Cursor): boolean {
  if (!takes(cursor, WEEK_NUMBER)) return false
  const end = cursor.at
  if (takes(cursor, DASH) && !takes(cursor, WEEK_NUMBER)) cursor.at = end
  takes(cursor, PERIOD)
  return true
}

/** Days of the week and holidays in any order, or holidays and the days on which they count. */
function weekDays(cursor: Cursor): void {
  while (list(cursor, days));
}

function days(cursor: Cursor): boolean {
  if (takes(cursor, HOLIDAY)) {
    takes(cursor, OFFSET)
    return true
  }
  if (!takes(cursor, DAY)) return false
  const end = cursor.at
  if (takes(cursor, NTH)) takes(cursor, OFFSET)
  else if (takes(cursor, DASH) && !takes(cursor, DAY)) cursor.at = end
  return true
}

function times(cursor: Cursor): boolean {
  if (!time(cursor)) return false
  const end = cursor.at
  if (takes(cursor, DASH) && !time(cursor)) cursor.at = end
  takes(cursor, OPEN_END)
  takes(cursor, EVERY)
  return true
}

function time(cursor: Cursor): boolean {
  return takes(cursor, TIME) || takes(cursor, EVENT)
}

/** One or more of a kind with commas between them, and the space after; a comma that begins something else is left. */
function list(cursor: Cursor, one: (cursor: Cursor) => boolean): boolean {
  if (!one(cursor)) return false
  for (;;) {
    const end = cursor.at
    if (takes(cursor, COMMA) && one(cursor)) continue
    cursor.at = end
    takes(cursor, SPACE)
    return true
  }
}

function takes(cursor: Cursor, token: RegExp): boolean {
  token.lastIndex = cursor.at
  if (!token.test(cursor.text)) return false
  cursor.at = token.lastIndex
  return true
}
