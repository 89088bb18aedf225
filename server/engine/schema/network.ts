import type { Expression, Place } from './expression'

/**
 * An expression as a network of steps (Thompson's construction): a text matches when it leads from the first step to
 * the last. Each step either reads a character, or stands at a place, or goes on to `next` and `other` alike.
 */
export interface Network {
  readonly first: number
  readonly steps: readonly Step[]
  /** The small expressions that characters are tried on, each once. */
  readonly sets: readonly string[]
}

type Step =
  | { readonly is: 'last' }
  | { readonly is: 'read'; readonly set: number; readonly next: number }
  | { readonly is: 'at'; readonly place: Place; readonly next: number }
  | { readonly is: 'fork'; next: number; readonly other: number }

/** The step that ends every network. */
export const LAST = 0

/** Steps beyond which counted repetitions, each of which is written out, are given up. */
const MOST_STEPS = 100_000
/** Different classes of characters that are told apart. */
const MOST_SETS = 250

/** The network of an expression; undefined when it would be too large. */
export function networkOf(expression: Expression): Network | undefined {
  const building: Building = { steps: [{ is: 'last' }], sets: new Map() }
  const first = before(expression, LAST, building)
  return first === undefined ? undefined : { first, steps: building.steps, sets: [...building.sets.keys()] }
}

interface Building {
  readonly steps: Step[]
  readonly sets: Map<string, number>
}

/** The step that begins the expression, when `next` follows it. */
function before(expression: Expression, next: number, building: Building): number | undefined {
  switch (expression.is) {
    case 'character': {
      const set = building.sets.get(expression.of) ?? building.sets.size
      building.sets.set(expression.of, set)
      return building.sets.size > MOST_SETS ? undefined : added({ is: 'read', set, next }, building)
    }
    case 'at':
      return added({ is: 'at', place: expression.place, next }, building)
    case 'sequence':
      return expression.parts.reduceRight<number | undefined>(
        (following, part) => chained(part, following, building),
        next,
      )
    case 'choice':
      return expression.parts.reduceRight<number | undefined>((other, part, i) => {
        const one = before(part, next, building)
        if (i === expression.parts.length - 1 || one === undefined || other === undefined) return one
        return added({ is: 'fork', next: one, other }, building)
      }, next)
    case 'repeat':
      return repetition(expression, next, building)
  }
}

function repetition(
  { part, least, most }: Expression & { readonly is: 'repeat' },
  next: number,
  building: Building,
): number | undefined {
  let first: number | undefined = next
  if (most === Infinity) {
    const loop: Step & { is: 'fork' } = { is: 'fork', next, other: next }
    first = added(loop, building)
    const inner = chained(part, first, building)
    if (inner === undefined) return undefined
    loop.next = inner
  }
  for (let i = most === Infinity ? 0 : most - least; i > 0 && first !== undefined; i--) {
    const one = before(part, first, building)
    if (one === first) break
    first = one === undefined ? undefined : added({ is: 'fork', next: one, other: next }, building)
  }
  for (let i = least; i > 0 && first !== undefined; i--) {
    const one = before(part, first, building)
    // Nothing repeated is nothing, however often.
    if (one === first) break
    first = one
  }
  return first
}

function chained(part: Expression, following: number | undefined, building: Building): number | undefined {
  return following === undefined ? undefined : before(part, following, building)
}

function added(step: Step, { steps }: Building): number | undefined {
  return steps.length < MOST_STEPS ? steps.push(step) - 1 : undefined
}
