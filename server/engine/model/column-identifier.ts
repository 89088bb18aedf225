import { absenceIn } from './absence'
import type { Identifier } from './field'
import { labelIdentifier } from './identifier'
import { tally, totalOf } from './lesson'
import { shapeOf } from './shape'
import { isSiret } from './siret'
import type { Evidence } from './table'

/** Values that are evidence enough. */
const LEAST = 5
/** The share of numbers of a column that may be wrong. */
const WRONG = 0.1

/**
 * What a column identifies: as its field says; without one as its label does, unless most values are something else and
 * none could be such a number; or as nearly all values do.
 */
export function columnIdentifier({ field, label, learn }: Evidence): Identifier | undefined {
  if (field) return field.identifier
  const named = labelIdentifier(label)
  if (named === undefined) return learn(areSirets) ? 'siret' : undefined
  return ORGANISATIONS.has(named) && learn(areOtherThings) ? undefined : named
}

const ORGANISATIONS: ReadonlySet<Identifier> = new Set(['siret', 'siren', 'rna'])

/** Chance makes a key right once in ten times, so several numbers must have it; a column that takes words too takes other numbers as well. */
const areSirets = tally<boolean, string>({
  kindOf(value) {
    if (isSiret(value.replaceAll(/\s/g, ''))) return value
    if (absenceIn(value)) return undefined
    return /\p{L}/u.test(value) && !/E\+?\d\d$/i.test(value) ? 'word' : 'number'
  },
  judge(counts) {
    const numbers = counts.get('number') ?? 0
    const different = counts.size - (numbers > 0 ? 1 : 0)
    return different >= LEAST && !counts.has('word') && numbers <= WRONG * totalOf(counts)
  },
})

const areOtherThings = tally<boolean, 'other' | 'number' | 'rest'>({
  kindOf(value) {
    const shape = shapeOf(value)
    if (shape === 'decimal' ? !WHOLE_NUMBER.test(value) : OTHER_SHAPES.has(shape)) return 'other'
    if (/(?:\d\D?){9}/.test(value)) return 'number'
    return shape === 'text' ? 'other' : 'rest'
  },
  judge(counts) {
    const values = totalOf(counts)
    return values >= LEAST && 2 * (counts.get('other') ?? 0) > values && !counts.has('number')
  },
})

/** “21860194600013.0”: what a program makes of a column of numbers. */
const WHOLE_NUMBER = /^\s*\d{9,14}[.,]0+\s*$/
const OTHER_SHAPES: ReadonlySet<string> = new Set(['decimal', 'date', 'boolean', 'web-address', 'email'])
