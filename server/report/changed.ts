import type { LintOptions } from '../engine/checkup'
import { compareInSteps } from '../engine/compare'
import type { Dataset } from '../engine/dataset'
import type { Comparison } from '../engine/model/comparison'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { type Known, readInSteps, type Reported } from './reported'

/** A file and its former version, both read to their end. */
export interface Changed extends ChangesKnown {
  readonly before: Known & { readonly dataset: Dataset; readonly version: Version }
  readonly after: Reported
}

/** Which version is the former one: a file by its name, or git’s last, of a day as YYYY-MM-DD where that is known. */
export type Version = { readonly file: string } | { readonly git: string | undefined }

interface ChangesKnown {
  /** Undefined where one of them is no table. */
  readonly comparison: Comparison | undefined
}

/** Reads both versions and compares them, in steps that tell the share done; `found`: what was found of this one already. */
export function* changedInSteps(
  before: Dataset,
  after: Dataset,
  {
    lint,
    found = [],
    language,
  }: { readonly lint: LintOptions; readonly found?: readonly Diagnostic[]; readonly language: Language },
  own: LintOptions = lint,
): Generator<number, ChangesKnown & { readonly before: Known; readonly after: Known }> {
  const former = yield* shared(readInSteps(before, { lint, language }), 0)
  const present = yield* shared(readInSteps(after, { lint: own, language, before: found }), 1)
  const areTables = [before, after].every(({ readable, tree }) => readable && !tree)
  const comparison = areTables ? yield* shared(compareInSteps(before, after), 2) : undefined
  return { before: former, after: present, comparison }
}

/** The share of one of three parts, within the whole. */
function* shared<Outcome>(steps: Generator<number, Outcome>, part: 0 | 1 | 2): Generator<number, Outcome> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield (part + value) / 3
  }
}
