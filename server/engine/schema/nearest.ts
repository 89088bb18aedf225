import { distance } from '../model/distance'
import { labelWords } from '../model/identifier'
import { foldLabel } from '../model/label'

/** Letters of difference between two folded labels; undefined when they are not taken for one another. */
export function closeness(left: string, right: string): number | undefined {
  if (left === right) return left === '' ? undefined : 0
  const shorter = Math.min(left.length, right.length)
  // Names as short as lat and lon differ by a letter and mean other things.
  if (shorter <= 3) return
  const limit = shorter >= 8 ? 2 : 1
  const letters = distance(left, right, limit)
  // Another year or number is another column.
  return letters <= limit && digits(left) === digits(right) ? letters : undefined
}

/** The one name that a label is nearest to; undefined when none is near or two are as near. */
export function nearest(label: string, names: readonly string[]): string | undefined {
  const folded = foldLabel(label)
  let best: { name: string; letters: number; alone: boolean } | undefined
  for (const name of names) {
    const letters = closeness(folded, foldLabel(name))
    if (letters === undefined || (best && letters > best.letters)) continue
    best = { name, letters, alone: best?.letters !== letters }
  }
  return best?.alone ? best.name : undefined
}

/** Whether two labels of as many words differ by a letter of a short one, which makes it another: id_lieu and ad_lieu. */
export function tellsByShortWord(left: string, right: string): boolean {
  const words = labelWords(left)
  const others = labelWords(right)
  return words.length === others.length && words.some((word, at) => isAnotherWord(word, others[at]!))
}

/** “nbr” is “nb” spelled out, and “de” is no other thing than “du”. */
function isAnotherWord(word: string, other: string): boolean {
  if (word === other || word.length > 3 || other.length > 3) return false
  return !word.startsWith(other) && !other.startsWith(word) && !(LINK.test(word) && LINK.test(other))
}

const LINK = /^(?:d|de|du|des|l|la|le|les|a|au|aux|en)$/

function digits(text: string): string {
  return text.replace(/\P{N}+/gu, '')
}
