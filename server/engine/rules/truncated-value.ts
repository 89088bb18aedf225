import { accepting } from '../model/accept'
import { charactersAt } from '../model/constraint'
import { tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { cellRule } from './rule'

/** Lengths at which software cuts: SQL, form fields, and the cell of a spreadsheet. */
const LIMITS: readonly number[] = [255, 256, 32_767]
/** Lengths that also come about by chance, 254 of dBASE among them: only several values say that they are a limit. */
const WEAK_LIMITS: readonly number[] = [50, 100, 128, 254]
const ALL_LIMITS = [...LIMITS, ...WEAK_LIMITS]
const SEVERAL = 3
/** Shorter limits in a schema are those of codes. */
const LEAST_MAXIMUM = 20
/** The end that is shown, in characters. */
const END = 30

/** A text that stops where some software stops writing, in the middle of a sentence. */
export const truncatedValue = cellRule<{ end: string; length: number; isMaximum: boolean }>({
  id: 'truncated-value',
  severity: 'warning',
  preset: 'standard',
  concepts: ['completeness'],
  insteadOf: ['edge-whitespace'],
  concerns: signature.space,

  check(column) {
    const { field } = column
    if (field && field.type !== 'string' && field.type !== 'any') return undefined
    const maximum = field?.constraints.maxLength ?? Number.POSITIVE_INFINITY
    // Of a text under edit it is asked late: the answer changes with the first rows.
    const limits = column.isEdited ? ALL_LIMITS : ALL_LIMITS.filter(length => column.learn(isLimit, String(length)))
    const lengths = Number.isFinite(maximum) ? [...limits, maximum] : limits
    if (lengths.length === 0) return undefined
    const least = Math.min(...lengths)
    return {
      // A character has at least one byte.
      accept: accepting(
        { is: 'no-length-of', lengths },
        (bytes, from, to) => to - from < least || !lengths.includes(charactersAt(bytes, from, to)),
      ),
      test(text) {
        const length = characters(text)
        if (length > maximum || !lengths.includes(length) || !looksCut(text)) return undefined
        const isMaximum = length === maximum && maximum >= LEAST_MAXIMUM
        if (!isMaximum && !column.learn(isLimit, String(length))) return undefined
        return {
          end: Array.from(text.slice(-2 * END))
            .slice(-END)
            .join(''),
          length,
          isMaximum,
        }
      },
    }
  },

  message: {
    fr: ({ end, length, isMaximum }) =>
      isMaximum
        ? `Ce texte, qui finit par « …${end} », s’arrête au milieu d’une phrase à la longueur maximale du schéma, ${length} caractères : il a sans doute été coupé, reprenez-le à la source.`
        : `Ce texte, qui finit par « …${end} », s’arrête au milieu d’une phrase après ${length} caractères, une limite de logiciel : il a sans doute été coupé, reprenez-le à la source.`,
    en: ({ end, length, isMaximum }) =>
      isMaximum
        ? `This text, which ends in “…${end}”, stops in mid-sentence at the greatest length of the schema, ${length} characters: it was most likely cut, so take it from the source again.`
        : `This text, which ends in “…${end}”, stops in mid-sentence after ${length} characters, a limit of software: it was most likely cut, so take it from the source again.`,
  },
})

/** Words, and no mark at the end that closes a sentence, a list or an aside. */
function looksCut(text: string): boolean {
  return /\S\s+\S/.test(text) && /[\p{L}\p{N}\s,;:'’(«-]$/u.test(text) && !isFilledUp(text)
}

/** Whether spaces fill a text up, as columns of one width have it: it was too short, not too long. */
function isFilledUp(text: string): boolean {
  return /\s\s$/.test(text)
}

/**
 * Whether the values of a column, or at least none of them, pass a length at which some are cut. It is asked about one
 * length: which one is the longest changes with every other edit, and hardly ever decides. Counts lengths; of a text that
 * may have been cut, the text; of one that spaces fill up, the length below zero.
 */
const isLimit = tally<boolean, number | string>({
  kindOf(value) {
    const length = characters(value)
    if (isFilledUp(value)) return -length
    return ALL_LIMITS.includes(length) && looksCut(value) ? value : length
  },
  judge(counts, { about }) {
    const length = Number(about)
    const longest = [...counts.keys()].reduce<number>((most, kind) => Math.max(most, lengthOf(kind)), 0)
    if (counts.size === 0 || length < longest || counts.has(-length)) return false
    const ofLongest = [...counts].filter(([kind]) => lengthOf(kind) === longest)
    const isOftenCut = ofLongest.filter(([kind]) => typeof kind === 'string').length >= SEVERAL
    // Values that nearly all have one length are codes, unless they are several sentences, cut in the same place.
    if (!isOftenCut && totalOf(new Map(ofLongest)) > Math.max(1, totalOf(counts) / 2)) return false
    return LIMITS.includes(length) || (length === longest && isOftenCut)
  },
})

function lengthOf(kind: number | string): number {
  return typeof kind === 'number' ? Math.abs(kind) : characters(kind)
}

function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
