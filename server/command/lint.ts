import { type Severity, severities } from '../engine/model/diagnostic'
import { failure, reasonOf } from '../files/failure'
import type { Order } from './options'
import type { Printed, Reporter, Sum } from '../report/report'
import { type Baselines, baselinesOf, writeBaseline } from './baselines'
import { type Around, checkInput, type Piece, reporterOf } from './check-input'
import { type Complain, type Given, givenBy, inputsOf, type Shared, sharedBy } from './inputs'
import { checkInThreads, helpersFor, named, threadsFor, unchecked } from './lint-threads'
import { Output } from './output'
import { Progress } from './progress'

/** Prints the findings of files and folders; true when one is at or above the severity that fails. */
export async function lintCommand(order: Order, complain: Complain): Promise<boolean> {
  const shared = await sharedBy(order, complain)
  if (!shared) return false
  const baselines = await baselinesOf(order, complain)
  if (baselines === 'unusable') return false
  const colours = process.stdout.isTTY && !process.env['NO_COLOR'] ? 'on' : 'off'
  const progress = new Progress()
  const reporter = reporterOf(order, colours)
  const around: Around = {
    complain(problem, weight) {
      progress.clear()
      complain(problem, weight)
    },
    tell: (path, done) => progress.show(path, done),
  }
  const given = await givenBy(order)
  const threads = await threadsFor(order, given)
  const pieces =
    threads > 1
      ? checkInThreads({ order, colours }, { given, threads }, around)
      : checkHere(order, { shared: { ...shared, helpers: helpersFor(order) }, given, reporter, baselines }, around)
  const output = new Output()
  await output.write(reporter.start())
  const sums: Sum[] = []
  let isBegun = false
  for await (const piece of pieces) {
    if (!isBegun && sums.length > 0) await output.write(reporter.separator)
    isBegun = 'text' in piece
    if ('text' in piece) await output.write(piece.text)
    else sums.push(piece.sum)
    // The exit code is known, and nobody reads the rest.
    if (!output.isRead && !baselines?.written && sums.some(({ counts }) => isFailure(counts, order.failOn))) break
    if (order.format !== 'json' && order.format !== 'sarif') progress.clear()
  }
  progress.clear()
  await output.write(reporter.end(sums))
  await output.flush()
  if (baselines?.written) await writeBaseline(order.writeBaseline!, baselines.written, complain)
  return sums.some(({ counts }) => isFailure(counts, order.failOn))
}

async function* checkHere(
  order: Order,
  {
    shared,
    given,
    reporter,
    baselines,
  }: { shared: Shared; given: readonly Given[]; reporter: Reporter; baselines: Baselines | undefined },
  { complain, tell }: Around,
): AsyncGenerator<Piece> {
  const isOnly = given.flatMap(({ files }) => files).length === 1
  for await (const input of inputsOf(order, shared, complain, given)) {
    const { path } = input
    tell(path, 0)
    let isPrinted = false
    try {
      for (const piece of piecesOf(checkInput(input, reporter, done => tell(path, done), baselines))) {
        isPrinted = true
        yield piece
      }
    } catch (error) {
      if (isOnly) throw error
      // What was told of it so far must not be taken for all.
      if (isPrinted) throw failure(named(path, reasonOf(error)))
      complain(unchecked(path, reasonOf(error)), 'serious')
    }
  }
}

function* piecesOf(texts: Generator<Printed, Sum>): Generator<Piece> {
  for (;;) {
    const { done, value } = texts.next()
    if (done) return void (yield { sum: value })
    yield { text: value }
  }
}

/** True when a count at or above the severity that fails is not zero. */
export function isFailure(counts: Readonly<Record<Severity, number>>, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false
  return severities.slice(0, severities.indexOf(failOn) + 1).some(severity => counts[severity] > 0)
}
