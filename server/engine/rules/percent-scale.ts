import { labelWords } from '../model/identifier'
import { decimalMark } from '../model/quantity'
import { shifted } from '../model/shifted'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { type Census, columnRule } from './rule'

const PERCENT_WORD = /^(?:taux|parts?|pourcentages?|pourcent|pct|percent|percentage|rate|share|ratio|quota|proportion)$/
/** Values of the usual scale for each one of the other, below which none is usual. */
const MAJORITY = 2
/** Share of the values that may be above 100 in a column of percentages. */
const BEYOND = 0.05

interface Facts {
  readonly text: string
  readonly fixed: string
  /** The value that stands for the whole. */
  readonly whole: 1 | 100
  readonly because: 'schema' | 'column'
}

/** A percentage on another scale than its column: 0.45 among 45 and 52, or 45 where the schema stops at 1. */
export const percentScale = columnRule<Facts>({
  id: 'percent-scale',
  severity: 'warning',
  preset: 'standard',
  concepts: ['percentage-vs-point'],
  insteadOf: [
    'minimum',
    'maximum',
    'exclusive-minimum',
    'exclusive-maximum',
    'magnitude-slip',
    'outlier',
    'mean-median-gap',
    'percent-total',
  ],
  concerns: signature.digit,

  check(column) {
    const { field, label } = column
    if ((field && field.type !== 'number') || !(saysPercent(label) || saysPercent(field?.name ?? ''))) return undefined
    return greatest(column) === 1 ? besideSchema(column) : besideOthers(column)
  },

  message: {
    fr: ({ text, fixed, whole, because }) => {
      const told = because === 'schema' ? 'le schéma va' : 'les autres valeurs de la colonne vont'
      return `${shown.fr(text)} est sans doute un taux sur une autre échelle, car ${told} de 0 à ${whole} : lu tel quel, il sera cent fois trop ${whole === 1 ? 'grand' : 'petit'}, il faut sans doute écrire ${fixed}.`
    },
    en: ({ text, fixed, whole, because }) => {
      const told = because === 'schema' ? 'the schema goes' : 'the other values of the column go'
      return `${shown.en(text)} is most likely a rate on another scale, since ${told} from 0 to ${whole}: read as it is, it is a hundred times too ${whole === 1 ? 'large' : 'small'}, and should most likely be ${fixed}.`
    },
  },

  fix: (_text, { fixed }) => fixed,
})

function saysPercent(label: string): boolean {
  return label.includes('%') || labelWords(label).some(word => PERCENT_WORD.test(word))
}

/** The greatest value that the schema allows. */
function greatest({ field }: Column): number {
  const { maximum, exclusiveMaximum } = field?.constraints ?? {}
  const bound = maximum ?? exclusiveMaximum
  return bound === undefined ? Number.NaN : Number(field!.read(bound))
}

/** The schema counts from 0 to 1: what lies between 1 and 100 is on the other scale. */
function besideSchema(column: Column): Census<Facts> {
  const mark = decimalMark(column)
  const factsOf = (text: string): Facts => ({ text, fixed: shifted(text, -2, mark), whole: 1, because: 'schema' })
  return {
    accept: isShare,
    kindOf: text => (numberOf(text, column) > 1 && numberOf(text, column) <= 100 ? 'percent' : undefined),
    judge: counts => new Map(counts.has('percent') ? [['percent', factsOf]] : []),
  }
}

/** True for the bytes of a number from 0 to 1 as it is mostly written: `0`, `1`, or a zero and a decimal mark. */
function isShare(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from === 1) return bytes[from] === 0x30 || bytes[from] === 0x31
  return bytes[from] === 0x30 && (bytes[from + 1] === 0x2e || bytes[from + 1] === 0x2c)
}

/** Counts values by scale and by tenth of it, so that 0.45 is held against the values from 40 to 50. */
function besideOthers(column: Column): Census<Facts> {
  const mark = decimalMark(column)
  return {
    kindOf(text) {
      const number = numberOf(text, column)
      if (Number.isNaN(number) || number === 0 || number === 1) return undefined
      if (number < 1) return `share ${Math.floor(number * 10)}`
      if (number > 100) return 'beyond'
      return number < 10 ? 'low' : `percent ${Math.min(9, Math.floor(number / 10))}`
    },
    judge(counts) {
      const kinds = [...counts.keys()]
      const shares = kinds.filter(kind => kind.startsWith('share'))
      const percents = kinds.filter(kind => kind.startsWith('percent'))
      const total = (some: readonly string[]) => some.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
      const isPercent = total(percents) > total(shares)
      const [usual, few] = isPercent ? [percents, shares] : [shares, percents]
      const tenths = new Set(usual.map(tenthOf))
      const alike = few.filter(kind => tenths.has(tenthOf(kind)))
      const isOtherScale =
        total(usual) >= MAJORITY * total(few) &&
        2 * total(alike) > total(few) &&
        // Rates from 1 to 10 bridge the two scales: then 0.8 may well be 0.8 %.
        2 * total(['low']) <= total(few) &&
        total(['beyond']) <= BEYOND * total(kinds)
      if (!isOtherScale) return new Map()
      const whole = isPercent ? 100 : 1
      const factsOf = (text: string): Facts => {
        const fixed = isPercent ? shifted(text, 2, mark) : shifted(text, -2, mark)
        return { text, fixed, whole, because: 'column' }
      }
      return new Map(few.map(kind => [kind, factsOf]))
    },
  }
}

function tenthOf(kind: string): string {
  return kind.slice(-1)
}

/** The value of a plain number without sign; NaN for anything else. */
function numberOf(text: string, { field }: Column): number {
  if (!/^\d{1,9}(?:[.,]\d{1,20})?$/.test(text) || (field && field.read(text) === undefined)) return Number.NaN
  return Number(text.replace(',', '.'))
}
