import { distance } from './distance'
import { folded } from './fold'
import { putIn } from './put-in'

/** Candidates by the length of what they are once folded, and what was found near to a text. */
interface Prepared {
  readonly byLength: ReadonlyMap<number, readonly { readonly value: string; readonly plain: string }[]>
  readonly found: Map<string, readonly string[]>
}

/** Texts whose neighbours are remembered: the message of a finding and its repairs ask for the same. */
const MOST_REMEMBERED = 1_000

const known = new WeakMap<readonly string[], Prepared>()

/** Candidates that a slip of the hand may have meant, three at most, the nearest first; N for O is no slip. */
export function nearValues(text: string, candidates: readonly string[]): readonly string[] {
  const { byLength, found } = preparedOf(candidates)
  const remembered = found.get(text)
  if (remembered) return remembered
  if (found.size === MOST_REMEMBERED) found.clear()
  const near = neighbours(folded(text), byLength)
  found.set(text, near)
  return near
}

function preparedOf(candidates: readonly string[]): Prepared {
  const prepared = known.get(candidates)
  if (prepared) return prepared
  const byLength = new Map<number, { value: string; plain: string }[]>()
  for (const value of new Set(candidates)) {
    const plain = folded(value)
    putIn(byLength, plain.length, { value, plain })
  }
  const made = { byLength, found: new Map() }
  known.set(candidates, made)
  return made
}

function neighbours(plain: string, byLength: Prepared['byLength']): readonly string[] {
  const limit = plain.length < 3 ? 0 : plain.length < 8 ? 1 : 2
  const lengths = Array.from({ length: 2 * limit + 1 }, (_, i) => plain.length - limit + i)
  return lengths
    .flatMap(length => byLength.get(length) ?? [])
    .map(candidate => ({ value: candidate.value, slips: distance(plain, candidate.plain, limit) }))
    .filter(({ slips }) => slips <= limit)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ value }) => value)
}
