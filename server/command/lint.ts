import type { Dataset } from '../engine/dataset'
import { lintInSteps, type Step } from '../engine/lint'
import { type Diagnostic, type Severity, severities } from '../engine/model/diagnostic'
import { Baseline } from '../baseline'
import { disk, replaceFile, wroteNew } from '../disk'
import type { Problem } from '../files'
import type { Order } from '../options'
import { githubReporter } from '../report/github'
import { htmlReporter } from '../report/html'
import { jsonReporter } from '../report/json'
import { type Format, noCounts, type Reporter, type ReportStyle } from '../report/report'
import { sarifReporter } from '../report/sarif'
import { textReporter } from '../report/text'
import { type Complain, inputsOf, sharedBy } from './inputs'
import { opened } from './opened'
import { Output } from './output'
import { today } from '../today'
import { ownVersion } from '../version'
import { Progress } from './progress'

const reporters: Readonly<Record<Format, (style: ReportStyle) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  html: htmlReporter,
}

/** Prints the findings of files and folders; true when one is at or above the severity that fails. */
export async function lintCommand(order: Order, complain: Complain): Promise<boolean> {
  const shared = await sharedBy(order, complain)
  if (!shared) return false
  const output = new Output()
  const progress = new Progress()
  const colours = process.stdout.isTTY && !process.env['NO_COLOR'] ? 'on' : 'off'
  const reporter = reporters[order.format]({
    language: order.language,
    version: ownVersion(),
    today: order.today ?? today(),
    colours,
  })
  let fails = false
  const spoken: Complain = (problem, weight) => {
    progress.clear()
    complain(problem, weight)
  }
  const baselines = await baselinesOf(order, complain)
  if (baselines === 'unusable') return false
  await output.write(reporter.start())
  for await (const { path, bytes, paged, open, lint: options } of inputsOf(order, shared, spoken)) {
    progress.show(path, 0)
    const dataset = opened({ bytes, paged, open })
    const counts = noCounts()
    const tell = (done: number) => progress.show(path, done)
    const followed = stepped(lintInSteps(dataset, options), tell)
    const found = baselines ? judged(baselines, path, dataset, followed) : { told: followed }
    const diagnostics = counted(found.told, counts)
    const { known } = found
    for (const piece of reporter.file({ path, dataset, diagnostics, counts, ...(known && { known }) }))
      await output.write(piece)
    if (order.format !== 'json' && order.format !== 'sarif') progress.clear()
    paged?.close()
    fails ||= isFailure(counts, order.failOn)
  }
  progress.clear()
  await output.write(reporter.end())
  await output.flush()
  if (baselines?.written) await written(order.writeBaseline!, baselines.written, complain)
  return fails
}

interface Baselines {
  readonly known: Baseline | undefined
  readonly written: Baseline | undefined
}

/** The baselines that an order names; undefined when it names none. */
async function baselinesOf(order: Order, complain: Complain): Promise<Baselines | 'unusable' | undefined> {
  const { baseline: path, writeBaseline } = order
  if (path === undefined && writeBaseline === undefined) return undefined
  const bytes = path === undefined ? undefined : await disk.read(path)
  const known = bytes && Baseline.read(path!, bytes)
  if (path !== undefined && !known) {
    complain(noBaseline(path), 'serious')
    return 'unusable'
  }
  return { known, written: writeBaseline === undefined ? undefined : new Baseline(writeBaseline) }
}

/** What is told of a file, and how many of its findings were known. */
function judged(
  { known, written }: Baselines,
  path: string,
  dataset: Dataset,
  found: Iterable<Diagnostic>,
): { readonly told: Iterable<Diagnostic>; readonly known?: number } {
  const all = [...found]
  written?.take(path, dataset, all)
  const told = known ? known.beyond(path, dataset, all) : all
  return { told, known: all.length - told.length }
}

async function written(path: string, baseline: Baseline, complain: Complain): Promise<void> {
  const bytes = new TextEncoder().encode(baseline.text())
  try {
    if (!(await wroteNew(path, bytes))) await replaceFile(path, bytes)
  } catch {
    complain({ fr: `${path} ne peut pas être écrit.`, en: `${path} cannot be written.` }, 'serious')
  }
}

function noBaseline(path: string): Problem {
  return {
    fr: `${path} n’est pas un état des constats connus : --write-baseline en écrit un.`,
    en: `${path} is no baseline of known findings: --write-baseline writes one.`,
  }
}

/** True when a count at or above the severity that fails is not zero. */
export function isFailure(counts: Readonly<Record<Severity, number>>, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false
  return severities.slice(0, severities.indexOf(failOn) + 1).some(severity => counts[severity] > 0)
}

/** The findings of a check, whose progress is told. */
function* stepped(steps: Iterable<Step>, tell: (done: number) => void): Generator<Diagnostic> {
  for (const { found, done } of steps) {
    tell(done)
    yield* found
  }
}

function* counted(diagnostics: Iterable<Diagnostic>, counts: Record<Severity, number>): Generator<Diagnostic> {
  for (const diagnostic of diagnostics) {
    counts[diagnostic.severity]++
    yield diagnostic
  }
}
