import { lintInSteps, type Step } from '../engine/lint'
import type { Severity } from '../engine/model/diagnostic'
import { failure } from '../files/failure'
import type { PagedFile, Problem } from '../files/files'
import type { Order } from './options'
import { githubReporter } from '../report/github'
import { htmlReporter } from '../report/html'
import { jsonReporter } from '../report/json'
import { type Format, noCounts, type Printed, type Reporter, type ReportStyle, type Sum } from '../report/report'
import { sarifReporter } from '../report/sarif'
import { textReporter } from '../report/text'
import { today } from '../today'
import { ownVersion } from '../version'
import { type Baselines, judged } from './baselines'
import type { Input } from '../files/input'
import type { Complain } from './inputs'
import { opened } from '../files/opened'

const reporters: Readonly<Record<Format, (style: ReportStyle) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  html: htmlReporter,
}

/** UTF-16 units of a piece. */
const LARGE = 1 << 16

/** The findings of a step: one by one, a million of them would cost their way. */
type Found = Step['found']

/** A piece of a report, or the end of what it says of a file. */
export type Piece = { readonly text: Printed } | { readonly sum: Sum }

/** Who hears of what goes wrong, and of the share done of a file. */
export interface Around {
  readonly complain: Complain
  readonly tell: (path: string, done: number) => void
}

/** The way of printing that an order asks for. */
export function reporterOf(
  order: Pick<Order, 'format' | 'language' | 'today'>,
  colours: ReportStyle['colours'],
): Reporter {
  return reporters[order.format]({
    language: order.language,
    version: ownVersion(),
    today: order.today ?? today(),
    colours,
  })
}

/** UTF-16 units, or bytes, that are kept back of the report on a file that may not be UTF-8. */
const KEPT_BACK = 1 << 23

/**
 * Checks a file, which is closed then: what is printed of it, piece by piece, and what the end of the report must know of
 * it. `tell` is given the share done.
 */
export function* checkInput(
  input: Input,
  reporter: Reporter,
  tell: (done: number) => void,
  baselines?: Baselines,
): Generator<Printed, Sum> {
  const { paged } = input
  const trial = paged?.trial
  const pieces = checked(input, reporter, tell, baselines)
  try {
    const sum = trial ? yield* keptBack(pieces, trial.isPassed) : yield* pieces
    if (sum || !trial) return sum!
    return yield* checked({ ...input, paged: trial.otherwise() }, reporter, tell, baselines)
  } finally {
    // What a check holds is let go of however it ends.
    try {
      pieces.return(undefined as never)
    } finally {
      paged?.close()
    }
  }
}

/** The pieces once it is sure that they count; undefined, and none of them, when they do not. */
function* keptBack(pieces: Generator<Printed, Sum>, isSure: () => boolean): Generator<Printed, Sum | undefined> {
  const kept: Printed[] = []
  let length = 0
  let sum: Sum | undefined
  try {
    while (!sum && length <= KEPT_BACK) {
      const { done, value } = pieces.next()
      if (done) sum = value
      else {
        kept.push(typeof value === 'string' ? value : value.slice())
        length += value.length
      }
    }
  } catch (error) {
    if (isSure()) throw error
  }
  if (!isSure()) {
    // The check that begins anew has need of the memory that this one holds.
    pieces.return(undefined as never)
    return undefined
  }
  yield* kept
  return sum ?? (yield* pieces)
}

function* checked(
  { path, bytes, paged, open, lint }: Input,
  reporter: Reporter,
  tell: (done: number) => void,
  baselines?: Baselines,
): Generator<Printed, Sum> {
  const dataset = opened({ bytes, paged, open })
  const counts = noCounts()
  const followed = throughout(paged, stepped(lintInSteps(dataset, lint), tell))
  const { told, known } = baselines ? judged(baselines, path, dataset, followed) : { told: followed, known: 0 }
  const found = counted(told, counts)
  return yield* inLargePieces(reporter.file({ path, dataset, found, counts, ...(known && { known }) }))
}

/** A short piece costs its way as much as a long one. */
function* inLargePieces(pieces: Generator<Printed, Sum>): Generator<Printed, Sum> {
  let text = ''
  try {
    for (;;) {
      const { done, value } = pieces.next()
      const isText = typeof value === 'string'
      if (isText) text += value
      if (text.length > LARGE || (!isText && text !== '')) {
        yield text
        text = ''
      }
      if (done) return value
      if (!isText) yield value
    }
  } finally {
    // Whoever reads no more of these lets go of what they are made of.
    pieces.return(undefined as never)
  }
}

/** The findings of a file; throws at their end when it changed meanwhile, so that none of its report passes for whole. */
function* throughout(paged: PagedFile | undefined, found: Iterable<Found>): Generator<Found> {
  yield* found
  unchanged(paged)
}

/** Throws when a file changed while it was read. */
export function unchanged(paged: PagedFile | undefined): void {
  if (paged && !paged.isSame()) throw failure(changed)
}

const changed: Problem = {
  fr: 'un fichier a changé pendant sa lecture, recommencez quand il ne bouge plus',
  en: 'a file changed while it was read, try again once it is at rest',
}

/** The findings of a check, whose progress is told. */
function* stepped(steps: Iterable<Step>, tell: (done: number) => void): Generator<Found> {
  for (const { found, done } of steps) {
    tell(done)
    yield found
  }
}

function* counted(found: Iterable<Found>, counts: Record<Severity, number>): Generator<Found> {
  for (const diagnostics of found) {
    for (const { severity } of diagnostics) counts[severity]++
    yield diagnostics
  }
}
