import { wordsOf } from '../model/identifier'
import { tally } from '../model/lesson'
import { gapsIn } from '../model/period'
import { shownList } from '../model/shown'
import type { Column } from '../model/table'
import { columnRule } from './rule'

/** Words of what is numbered one after the other, so that a number that lacks is a thing that lacks. */
const NUMBERED =
  /^(?:deliberations?|delib|delibs|actes?|arretes?|decisions?|ordre|permis|dossiers?|mandats?|titres?|factures?|bordereaux?|recus?|pv|order|deed|permit|invoice)$/
const NUMBER = /^(?:numero|num|no|n|number|id|ref|reference|ordre|order)$/
const LEAST = 10
/** The part of the numbers that may lack. */
const MOST_LACKING = 0.05
const MOST = 3_000
const TOLD = 7

interface Facts {
  readonly missing: number
  readonly first: readonly string[]
}

/** Numbers that follow each other, of which some lack. */
export const sequenceGap = columnRule<Facts>({
  id: 'sequence-gap',
  severity: 'information',
  preset: 'complet',
  concepts: ['completeness'],

  check(column) {
    if (!isNumbering(column) || !column.learn(areInOrder)) return undefined
    return { most: MOST, kindOf, judge: () => new Map(), ofColumn: counts => gapOf(counts.keys()) }
  },

  message: {
    fr: ({ missing, first }) =>
      missing === 1
        ? `La numérotation saute ${first[0]} : vérifiez que rien ne manque au fichier, ou dites que ce numéro n’a pas servi.`
        : `La numérotation saute ${missing} numéros (${shownList.fr(first)}) : vérifiez que rien ne manque au fichier, ou dites que ces numéros n’ont pas servi.`,
    en: ({ missing, first }) =>
      missing === 1
        ? `The numbering skips ${first[0]}: check that nothing lacks in the file, or say that this number was not used.`
        : `The numbering skips ${missing} numbers (${shownList.en(first)}): check that nothing lacks in the file, or say that these numbers were not used.`,
  },
})

function isNumbering(column: Pick<Column, 'label' | 'field'>): boolean {
  const words = wordsOf(column)
  return words.some(word => NUMBERED.test(word)) && words.some(word => NUMBER.test(word))
}

/** A number of at most seven digits at the end, with what stands before it and its width where it begins with a zero. */
function kindOf(text: string): string | undefined {
  const [, before, digits] = /^(.*?)(\d{1,7})$/s.exec(text.trim().slice(0, 100)) ?? []
  return digits === undefined ? undefined : `${digits.startsWith('0') ? digits.length : 0}\n${before}\n${digits}`
}

const areInOrder = tally<boolean, string>({
  kindOf: value => kindOf(value) ?? '',
  judge: counts => !counts.has('') && [...sequences(counts.keys()).values()].some(followEachOther),
})

interface Sequence {
  /** That of the numbers that begin with a zero. */
  width: number
  readonly numbers: Set<number>
}

/** Characters of a kind that tell the width: a digit and a line end. */
const BEFORE = 2

/** The numbers by what stands before them. */
function sequences(kinds: Iterable<string>): ReadonlyMap<string, Sequence> {
  const found = new Map<string, Sequence>()
  for (const kind of kinds) {
    const digits = kind.lastIndexOf('\n') + 1
    const before = kind.slice(BEFORE, digits - 1)
    let known = found.get(before)
    if (!known) found.set(before, (known = { width: 0, numbers: new Set() }))
    known.width = Math.max(known.width, Number(kind[0]))
    known.numbers.add(Number(kind.slice(digits)))
  }
  return found
}

/** Whether numbers are enough, and few enough lack among them, to follow each other. */
function followEachOther({ numbers }: Sequence): boolean {
  if (numbers.size < LEAST) return false
  const missing = Math.max(...numbers) - Math.min(...numbers) + 1 - numbers.size
  return missing <= Math.max(1, MOST_LACKING * (numbers.size + missing))
}

function gapOf(kinds: Iterable<string>): Facts | undefined {
  const lacking = [...sequences(kinds)]
    .filter(([, sequence]) => followEachOther(sequence))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([before, { width, numbers }]) => {
      const { missing, first } = gapsIn(
        [...numbers].toSorted((a, b) => a - b),
        TOLD,
      )
      return { missing, first: first.map(number => before + String(number).padStart(width, '0')) }
    })
  const missing = lacking.reduce((sum, one) => sum + one.missing, 0)
  return missing === 0 ? undefined : { missing, first: lacking.flatMap(({ first }) => first).slice(0, TOLD) }
}
