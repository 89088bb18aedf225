import { absenceIn } from './absence'
import type { Identifier } from './field'
import { labelIdentifier } from './identifier'
import { share, tally, totalOf } from './lesson'
import { shapeOf } from './shape'
import { isSiret } from './siret'
import type { Evidence } from './table'

/** Values that are evidence enough. */
const LEAST = 5
/** The share of numbers of a column that may be wrong. */
const WRONG = 0.1

/** What a column identifies: as its field says; without one as its label does, unless most values are something else, or as nearly all values do. */
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
    if (isSiret(value.trim())) return value
    if (absenceIn(value)) return undefined
    return /\p{L}/u.test(value) && !/E\+?\d\d$/i.test(value) ? 'word' : 'number'
  },
  judge: counts => counts.size > LEAST && !counts.has('word') && (counts.get('number') ?? 0) <= WRONG * totalOf(counts),
})

const areOtherThings = share({
  test: value => OTHER_SHAPES.has(shapeOf(value)) || (shapeOf(value) === 'text' && !/(?:\d\D?){8}/.test(value)),
  isEnough: (others, values) => values >= LEAST && 2 * others > values,
})

const OTHER_SHAPES: ReadonlySet<string> = new Set(['decimal', 'date', 'boolean', 'web-address', 'email'])
