import { type Accept, accepting, type Form } from '../model/accept'
import type { Judge } from '../model/judge'
import { TEXT_END, type UsableExpression, usableExpression } from '../model/usable-expression'
import { Automaton } from './automaton'
import { type Flags, readExpression } from './expression'
import { networkOf } from './network'

/** The test of a schema's expression. Neither can hang, whatever the expression and the value. */
interface Pattern {
  /** Whether the whole value matches; undefined when it cannot be told in reasonable time. */
  readonly matches: (text: string) => boolean | undefined
  /** True only when the bytes surely match. */
  readonly accept: Accept
}

/**
 * Makes the expression of a schema ready; undefined when it is no usable expression. The judge is asked of what no
 * automaton can match, back-references and look-around, and of values that are too long for it.
 */
export function compilePattern(source: string, judge?: Judge): Pattern | undefined {
  const usable = usableExpression(source)
  if (!usable) return undefined
  // Schemas are read to be recognised by their labels: most of their expressions are never tried.
  const automaton = once(() => automatonOf(usable))
  // Sticky, for with the flag `m` a `^` holds anywhere.
  const judged = once(() => judge && remembered(judge(`(?:${usable.body})${TEXT_END}`, `${usable.flags}y`)))
  return {
    matches: text => automaton()?.matches(text) ?? judged()?.(text),
    // By an automaton of its own: to find all its states must not use up what the other may spend.
    accept: accepting(
      () => formOf(automatonOf(usable)),
      (bytes, from, to) => automaton()?.accept(bytes, from, to) ?? false,
    ),
  }
}

function automatonOf({ body, flags }: UsableExpression): Automaton | undefined {
  const meant: Flags = { unicode: flags.includes('u'), multiline: flags.includes('m') }
  const expression = readExpression(body, meant)
  const network = expression && networkOf(expression)
  return network && new Automaton(network, flags)
}

function formOf(automaton: Automaton | undefined): Form | undefined {
  const table = automaton?.table()
  return table && { is: 'automaton', table }
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined
  return () => (made ??= { result: make() }).result
}

/** Columns repeat their values: what was asked once need not be asked again. */
function remembered(ask: ReturnType<Judge>): ReturnType<Judge> {
  const answers = new Map<string, boolean | undefined>()
  return text => {
    if (answers.has(text)) return answers.get(text)
    const answer = ask(text)
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    if (text.length <= LONGEST_REMEMBERED) answers.set(text, answer)
    return answer
  }
}

/** Texts whose answer is kept. */
const MOST_REMEMBERED = 10_000
const LONGEST_REMEMBERED = 1_000
