import { TEXT_START } from '../model/usable-expression'

/** A regular expression as a tree; greedy or lazy, capturing or not makes no difference to a match of the whole text. */
export type Expression =
  /** One character out of those that a small expression of its own matches, `[a-z]` or `é`. */
  | { readonly is: 'character'; readonly of: string }
  | { readonly is: 'at'; readonly place: Place }
  | { readonly is: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | { readonly is: 'repeat'; readonly part: Expression; readonly least: number; readonly most: number }

/** Where a match may stand without reading anything. */
export type Place = 'start' | 'end' | 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge'

/** The flags of an expression that change what it matches. */
export interface Flags {
  readonly unicode: boolean
  readonly multiline: boolean
}

/** Groups in groups that are followed; real expressions have fewer than ten. */
const DEEPEST = 200

const CLASS = '\\[(?:\\\\[^]|[^\\]\\\\])*\\]'
const HEX = '[\\da-fA-F]'
const UNICODE_CHARACTER = new RegExp(
  `${CLASS}|\\\\(?:u[dD][89abAB]${HEX}{2}\\\\u[dD][c-fC-F]${HEX}{2}|u${HEX}{4}|u\\{${HEX}+\\}|x${HEX}{2}|c[a-zA-Z]|[pP]\\{[^}]*\\}|[^1-9kbB])|[^()|*+?^$\\\\]`,
  'uy',
)
/** Without the `u` flag other escapes mean one thing or another by what stands elsewhere. */
const PLAIN_CHARACTER = new RegExp(
  `${CLASS}|\\\\(?:u${HEX}{4}|x${HEX}{2}|[dDsSwWfnrtv]|[^\\da-zA-Z])|[^()|*+?^$\\\\]`,
  'y',
)
const REPEAT = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y
const GROUP = /\((?!\?)|\(\?:|\(\?<(?![=!])[^>]*>/y
const PLACE = /\(\?<!\[\^\]\)|\(\?!\[\^\]\)|\^|\$|\\[bB]/y

/**
 * Reads a well-formed JavaScript expression; undefined for what no automaton can match, back-references and
 * look-around, and for groups more than 200 deep.
 */
export function readExpression(source: string, flags: Flags): Expression | undefined {
  const reading: Reading = { source, flags, at: 0, depth: 0 }
  const tree = readChoice(reading)
  return tree && reading.at === source.length ? tree : undefined
}

interface Reading {
  readonly source: string
  readonly flags: Flags
  at: number
  depth: number
}

function readChoice(reading: Reading): Expression | undefined {
  const parts: Expression[] = []
  do {
    const part = readSequence(reading)
    if (!part) return undefined
    parts.push(part)
  } while (taken(reading, '|'))
  return parts.length === 1 ? parts[0] : { is: 'choice', parts }
}

function readSequence(reading: Reading): Expression | undefined {
  const parts: Expression[] = []
  while (reading.at < reading.source.length && !'|)'.includes(reading.source[reading.at]!)) {
    const part = readPart(reading)
    if (!part) return undefined
    parts.push(repeated(reading, part))
  }
  return { is: 'sequence', parts }
}

function readPart(reading: Reading): Expression | undefined {
  const place = token(reading, PLACE)?.[0]
  if (place !== undefined) return { is: 'at', place: placeOf(place, reading.flags) }
  if (token(reading, GROUP)) {
    if (reading.depth === DEEPEST) return undefined
    reading.depth++
    const inner = readChoice(reading)
    reading.depth--
    return taken(reading, ')') ? inner : undefined
  }
  const of = token(reading, reading.flags.unicode ? UNICODE_CHARACTER : PLAIN_CHARACTER)?.[0]
  return of === undefined ? undefined : { is: 'character', of }
}

function repeated(reading: Reading, part: Expression): Expression {
  const found = token(reading, REPEAT)
  if (!found) return part
  const [, sign, count, comma, most] = found
  if (sign !== undefined) return { is: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
  const least = Number(count)
  return { is: 'repeat', part, least, most: comma === '' ? least : most === '' ? Infinity : Number(most) }
}

function placeOf(written: string, { multiline }: Flags): Place {
  if (written === '\\b') return 'word-edge'
  if (written === '\\B') return 'no-word-edge'
  if (written === '^') return multiline ? 'line-start' : 'start'
  if (written === '$') return multiline ? 'line-end' : 'end'
  return written === TEXT_START ? 'start' : 'end'
}

function token(reading: Reading, sort: RegExp): RegExpExecArray | undefined {
  sort.lastIndex = reading.at
  const found = sort.exec(reading.source)
  if (found) reading.at = sort.lastIndex
  return found ?? undefined
}

function taken(reading: Reading, sign: string): boolean {
  if (reading.source[reading.at] !== sign) return false
  reading.at++
  return true
}
