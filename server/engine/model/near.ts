import { folded } from './fold'
import { Neighbours } from './neighbours'
import { putIn } from './put-in'

/** A list of candidates, each once, by what they are folded; and what was found near to a text. */
interface Prepared {
  readonly values: readonly string[]
  readonly byFold: ReadonlyMap<string, readonly string[]>
  readonly neighbours: Neighbours
  readonly longest: number
  readonly found: Map<string, readonly string[]>
}

/** Texts whose neighbours are remembered: the message of a finding and its repairs ask for the same. */
const MOST_REMEMBERED = 1_000

const known = new WeakMap<readonly string[], Prepared>()

/** Candidates that a slip of the hand may have meant, three at most, the nearest first; N for O is no slip. */
export function nearValues(text: string, candidates: readonly string[]): readonly string[] {
  const prepared = preparedOf(candidates)
  const remembered = prepared.found.get(text)
  if (remembered) return remembered
  if (prepared.found.size === MOST_REMEMBERED) prepared.found.clear()
  const near = nearTo(folded(text), prepared)
  prepared.found.set(text, near)
  return near
}

/** Candidates that differ from a text by case, accents, spaces, hyphens or apostrophes only. */
export function alikeValues(text: string, candidates: readonly string[]): readonly string[] {
  return preparedOf(candidates).byFold.get(folded(text)) ?? []
}

function preparedOf(candidates: readonly string[]): Prepared {
  const prepared = known.get(candidates)
  if (prepared) return prepared
  const values = [...new Set(candidates)]
  const folds = values.map(folded)
  const byFold = new Map<string, string[]>()
  for (const [i, value] of values.entries()) putIn(byFold, folds[i]!, value)
  const longest = folds.reduce((most, { length }) => Math.max(most, length), 0)
  const made = { values, byFold, neighbours: new Neighbours(folds), longest, found: new Map() }
  known.set(candidates, made)
  return made
}

function nearTo(plain: string, { values, neighbours, longest }: Prepared): readonly string[] {
  const limit = plain.length < 3 ? 0 : plain.length < 8 ? 1 : 2
  if (plain.length > longest + limit) return []
  return neighbours
    .within(plain, limit)
    .toSorted((a, b) => a.letters - b.letters || a.index - b.index)
    .slice(0, 3)
    .map(({ index }) => values[index]!)
}
