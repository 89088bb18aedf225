import { digitsAt } from './bytes'
import { isDate } from './calendar'
import { fullYear } from './moment'

const WIDTHS: Readonly<Record<string, number>> = { Y: 4, y: 2, m: 2, d: 2, H: 2, M: 2, S: 2 }

/** A test on bytes for a pattern whose parts, directives and literals, all have one width; undefined for other patterns. */
export function fixedWidth(
  parts: readonly string[],
): ((bytes: Uint8Array, from: number, to: number) => boolean) | undefined {
  /** Where each directive begins; -1 for one that is absent. */
  const at: Record<string, number> = { Y: -1, y: -1, m: -1, d: -1, H: -1, M: -1, S: -1 }
  const literals: { readonly at: number; readonly byte: number }[] = []
  let width = 0
  for (const part of parts)
    if (part.startsWith('%')) {
      const letter = part.slice(1)
      if (!WIDTHS[letter]) return
      at[letter] = width
      width += WIDTHS[letter]
    } else
      for (const character of part) {
        const byte = character.charCodeAt(0)
        if (byte > 127) return
        literals.push({ at: width++, byte })
      }
  // Taken out of the record: the function below runs once a cell.
  const [long, short, month, day] = [at['Y']!, at['y']!, at['m']!, at['d']!]
  const [hour, minute, second] = [at['H']!, at['M']!, at['S']!]
  return (bytes, from, to) => {
    if (to - from !== width) return false
    for (let index = 0; index < literals.length; index++)
      if (bytes[from + literals[index]!.at] !== literals[index]!.byte) return false
    if (hour >= 0 && !isUpTo(23, digitsAt(bytes, from + hour, 2))) return false
    if (minute >= 0 && !isUpTo(59, digitsAt(bytes, from + minute, 2))) return false
    if (second >= 0 && !isUpTo(59, digitsAt(bytes, from + second, 2))) return false
    let year = long >= 0 ? digitsAt(bytes, from + long, 4) : 1900
    if (short >= 0) {
      year = digitsAt(bytes, from + short, 2)
      if (year < 0) return false
      year = fullYear(year)
    }
    return isDate(
      year,
      month >= 0 ? digitsAt(bytes, from + month, 2) : 1,
      day >= 0 ? digitsAt(bytes, from + day, 2) : 1,
    )
  }
}

function isUpTo(limit: number, value: number): boolean {
  return value >= 0 && value <= limit
}
