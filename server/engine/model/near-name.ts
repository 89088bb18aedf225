import { distance } from './distance'
import { folded } from './fold'

const SHORTEST = 8
/** UTF-16 units of a name; a longer text is none. */
const LONGEST = 200
/** The part of the letters that a slip may change. */
const MOST_CHANGED = 0.1

/** A name as two are compared: once for each name, however many it is compared with. */
export interface NameForm {
  readonly text: string
  readonly folded: string
  readonly marks: string
}

/**
 * True for two names that a slip of the hand tells apart: at least nine letters in ten are the same. Not for names that
 * differ by a number, by a single letter or by a word, which tell things apart: school A and school B.
 */
export function isNearName(one: string, other: string): boolean {
  return areNear(nameForm(one), nameForm(other))
}

/** What {@link areNear} compares of a name. */
export function nameForm(text: string): NameForm {
  return text.length > LONGEST ? { text, folded: '', marks: '' } : { text, folded: folded(text), marks: marksOf(text) }
}

/** {@link isNearName} of two names whose forms are known. */
export function areNear(one: NameForm, other: NameForm): boolean {
  if (one.text === other.text || one.marks !== other.marks) return false
  const [a, b] = [one.folded, other.folded]
  if (Math.min(a.length, b.length) < SHORTEST) return false
  const limit = Math.min(2, Math.floor(MOST_CHANGED * Math.max(a.length, b.length)))
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
