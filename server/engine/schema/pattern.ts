import { type Accept, accepting, type Form } from '../model/accept'
import type { Judge } from '../model/judge'
import { Automaton } from './automaton'
import { type Flags, readExpression, TEXT_END, TEXT_START } from './expression'
import { networkOf } from './network'

/** The test of a schema's expression. Neither can hang, whatever the expression and the value. */
export interface Pattern {
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
  const { body, flags } = withoutFlags(source)
  const usable = wellFormed(asUnicode(body), `${flags}u`) ?? wellFormed(body, flags)
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

interface Usable {
  readonly body: string
  readonly flags: string
}

function wellFormed(body: string, flags: string): Usable | undefined {
  try {
    void new RegExp(body, flags)
    return { body, flags }
  } catch {
    return undefined
  }
}

function automatonOf({ body, flags }: Usable): Automaton | undefined {
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

const MOST_REMEMBERED = 10_000
const LONGEST_REMEMBERED = 1_000

/** Python writes its flags in front: `(?i)`. */
function withoutFlags(source: string): { body: string; flags: string } {
  const match = /^(\^?)\(\?([ism]+)\)/.exec(source)
  return match
    ? { body: match[1]! + source.slice(match[0].length), flags: [...new Set(match[2])].join('') }
    : { body: source, flags: '' }
}

/**
 * The expression as XML Schema and Python mean it, for JavaScript's `u` flag, which refuses needless escapes:
 * `\w` knows the letters of all languages, `\A` and `\Z` are the ends, `(?P<…>` names a group.
 */
function asUnicode(body: string): string {
  let inClass = false
  return body.replace(/\\(.)|\(\?P<|[[\]]/gsu, (token, escaped: string | undefined) => {
    if (token === '[') inClass = true
    else if (token === ']') inClass = false
    else if (token === '(?P<') return inClass ? token : '(?<'
    else if (escaped === 'w') return inClass ? LETTERS : `[${LETTERS}]`
    else if (escaped === 'W' && !inClass) return `[^${LETTERS}]`
    else if (escaped === 'A' && !inClass) return TEXT_START
    else if ((escaped === 'Z' || escaped === 'z') && !inClass) return TEXT_END
    else if (needless(escaped!, inClass)) return escaped!
    return token
  })
}

const LETTERS = '\\p{L}\\p{M}\\p{N}_'

function needless(escaped: string, inClass: boolean): boolean {
  return !(/[\p{L}\p{N}^$\\.*+?()[\]{}|/]/u.test(escaped) || (inClass && escaped === '-'))
}
