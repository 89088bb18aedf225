import { distance } from './distance'
import { folded } from './fold'

const SHORTEST = 8
/** The part of the letters that a slip may change. */
const MOST_CHANGED = 0.1

/**
 * True for two names that a slip of the hand tells apart: at least nine letters in ten are the same. Not for names that
 * differ by a number, by a single letter or by a word, which tell things apart: school A and school B.
 */
export function isNearName(one: string, other: string): boolean {
  if (one === other || one.length > 200 || other.length > 200) return false
  const [a, b] = [folded(one), folded(other)]
  const longest = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < SHORTEST || marksOf(one) !== marksOf(other)) return false
  const limit = Math.min(2, Math.floor(MOST_CHANGED * longest))
  return distance(a, b, limit) <= limit
}

/** What tells names apart however long they are: digits, Roman numerals, initials and single letters, in order. */
function marksOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .filter(word => isMark(word, plain))
    .join(' ')
    .toLowerCase()
}

function isMark(word: string, text: string): boolean {
  // In a text of capitals, a short word is a word.
  const isInitials = word.length <= 4 && word === word.toUpperCase() && text !== text.toUpperCase() && word.length > 1
  const isNumeral = /^[ivxlc]+$/i.test(word) && !/^(?:l|il)$/i.test(word)
  return /\d/.test(word) || isInitials || isNumeral || (word.length === 1 && !/^[ldnsa]$/i.test(word))
}
