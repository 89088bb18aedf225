import { accepting } from './accept'
import { keepsBound } from './constraint'
import { labelWords } from './identifier'
import { tally, totalOf } from './lesson'
import type { Evidence } from './table'
import { isPlainNumber } from './written-number'

/** `zero`: where there cannot be none. `number`: nines or −1, far from all other values or against the schema. */
type Placeholder = 'zero' | 'number'

/** Tells the numbers of a column of quantities that stand where none is known. */
export function placeholderTest(column: Evidence): (text: string) => Placeholder | undefined {
  const { field, label, learn } = column
  const words = labelWords(label)
  const says = (pattern: RegExp) => words.some(word => pattern.test(word))
  const [saysNeverZero, saysSigned] = [says(NEVER_ZERO) && !says(COUNTED), says(SIGNED)]
  // Numbers given one after the other come to 9999 by themselves, long after the rows from which is learnt.
  const isRunning = field?.constraints.unique === true || (field?.type === 'integer' && says(NUMBERING))
  const breaksBound = (text: string) =>
    field !== undefined && !(keepsBound(field, text, 'minimum') && keepsBound(field, text, 'maximum'))

  return text => {
    const plain = text.trim()
    const isZero = ZERO.test(plain)
    if (isZero ? !saysNeverZero : !isPlaceholder(plain)) return undefined
    const { isEvident, hasNegatives, hasFewZeros } = learn(evidenceIn)
    if (isZero) return isEvident && !hasNegatives && hasFewZeros ? 'zero' : undefined
    const value = numberIn(plain)
    const isBeyond = Math.abs(value) >= LEAST_NINES && Math.abs(value) >= learn(farNines)
    const isFar = isEvident && (value < 0 ? isBeyond || (!saysSigned && !hasNegatives) : isBeyond && !isRunning)
    return isFar || breaksBound(text) ? 'number' : undefined
  }
}

/** What the other values of a column say of its placeholders. */
const evidenceIn = tally<Evident, 'placeholder' | 'zero' | 'negative' | 'other'>({
  kindOf(value) {
    const text = value.trim()
    if (isPlaceholder(text)) return 'placeholder'
    if (ZERO.test(text)) return 'zero'
    return numberIn(value) < 0 ? 'negative' : 'other'
  },
  judge(counts) {
    const values = totalOf(counts)
    return {
      isEvident: values - (counts.get('placeholder') ?? 0) >= LEAST,
      hasNegatives: counts.has('negative'),
      hasFewZeros: (counts.get('zero') ?? 0) <= MOST_ZEROS * values,
    }
  },
})

interface Evident {
  readonly isEvident: boolean
  readonly hasNegatives: boolean
  readonly hasFewZeros: boolean
}

/** The least number made of nines that is far from the other values, above or below zero; another one for most edits, and hardly ever asked for. */
const farNines = tally<number, number>({
  kindOf(value) {
    const number = isPlaceholder(value.trim()) ? Number.NaN : Math.abs(numberIn(value))
    return number > 0 ? ninesAbove(number) : undefined
  },
  judge: counts => [...counts.keys()].reduce((most, nines) => Math.max(most, nines), LEAST_NINES),
})

/** The nines that are far above a number. */
function ninesAbove(number: number): number {
  let nines = LEAST_NINES
  while (nines < 10 * number) nines = 10 * nines + 9
  return nines
}

/** True for a number, written without spaces, that surely stands for itself. */
export const isNoPlaceholder = accepting(
  { is: 'plain-number', placeholders: 'left-out' },
  (bytes, from, to) => isPlainNumber(bytes, from, to) && !maybePlaceholder(bytes, from, to),
)

/** True for bytes that one digit and zeros may make up, as all placeholders are. */
function maybePlaceholder(bytes: Uint8Array, from: number, to: number): boolean {
  const at = bytes[from] === 0x2d ? from + 1 : from
  const first = bytes[at]!
  if (first !== 0x30 && first !== 0x39 && (first !== 0x31 || at === from)) return false
  for (let i = at + 1; i < to; i++) {
    const byte = bytes[i]!
    if (byte !== first && byte !== 0x30 && byte !== 0x2c && byte !== 0x2e) return false
  }
  return true
}

const NINES = /^-?9{2,}(?:[.,]0+)?$/
const MINUS_ONE = /^-1(?:[.,]0+)?$/
const ZERO = /^0+(?:[.,]0+)?$/
/** Values that are evidence enough, the share of them that may be zero by mistake, the least number made of nines. */
const LEAST = 5
const MOST_ZEROS = 0.2
const LEAST_NINES = 999

/** Words of labels of what is never nothing (a consumption may be: no meter, a summer without heating), and of what is counted and may be nothing. */
const NEVER_ZERO = /^(?:surface|superficie|area|population|prix|price)$/
const COUNTED = /^(?:nb|nbre|nombre|number|count|voix|votes?|pluie|taux|part|variation|evolution|ecart)$/
/** Words of labels of numbers that name a thing. */
const NUMBERING = /^(?:id|identifiant|numero|num|no|n|ref|reference|matricule)$/
/** Words of labels of what may be below zero. */
const SIGNED =
  /^(?:solde|balance|ecart|difference|diff|delta|variation|evolution|croissance|niveau|niv|etage|floor|level|altitude|temperature|temp|lat|latitude|lon|long|lng|longitude|x|y|z|resultat|impact|score|note)$/

function isPlaceholder(text: string): boolean {
  return NINES.test(text) || MINUS_ONE.test(text)
}

function numberIn(value: string): number {
  return Number(value.trim().replace(',', '.'))
}
