import type { Dataset } from '../engine/dataset'
import { type LintOptions } from '../engine/checkup'
import { lintInSteps } from '../engine/lint'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import type { TableProfile } from '../engine/model/profile'
import { periodIn, periodInSteps } from '../engine/describe'
import { profileInSteps } from '../engine/profile'
import { type Verdict, verdictOf } from '../engine/verdict'
import type { Describing } from '../described/document'
import type { ReportReader } from './document-format'
import { Gathered, type Kind } from './gathered'

/** A file that was read to its end, with all that a report tells of it. */
export interface Reported extends Known {
  /** As it is shown. */
  readonly name: string
  readonly dataset: Dataset
  /** The document that describes it. */
  readonly described: Describing | undefined
  readonly asked: Asked
}

/** What was asked of the rules for a file. */
export type Asked = Pick<LintOptions, 'preset' | 'severities' | 'columns' | 'accepted' | 'conventions'>

/** What reading a file to its end brings up. */
export interface Known {
  readonly kinds: readonly Kind[]
  readonly verdict: Verdict
  /** Of a table, for an official and for a successor. */
  readonly profile: TableProfile | undefined
  /** The last day of its dates, of a file among others. */
  readonly last: string | undefined
}

/** For whom a report is, and how it stands in the whole. */
export interface Section {
  readonly language: Language
  /** YYYY-MM-DD. */
  readonly today: string
  /** From 1. */
  readonly number: number
  /** Whether it is one of several, each under a heading of its own. */
  readonly among: 'others' | 'none'
}

/** Findings of which an agent reads each, of one kind and of a file. */
const TOLD = { each: 1_000, all: 20_000 }
const NONE = { each: 0, all: 0 }

/** Reads a dataset to its end, in steps that tell the share done; `before`: what was found of it already. */
export function* readInSteps(
  dataset: Dataset,
  {
    lint,
    reader,
    language,
    among = 'none',
    before = [],
  }: {
    readonly lint: LintOptions
    /** Absent: findings are only counted. */
    readonly reader?: ReportReader
    readonly language: Language
    readonly among?: Section['among']
    readonly before?: readonly Diagnostic[]
  },
): Generator<number, Known> {
  const gathered = new Gathered(dataset, reader === 'agent' ? TOLD : NONE, language)
  for (const diagnostic of before) gathered.add(diagnostic)
  const isProfiled = (reader === 'elu' || reader === 'successor') && dataset.readable && !dataset.tree
  for (const { found, done } of lintInSteps(dataset, lint)) {
    for (const diagnostic of found) gathered.add(diagnostic)
    yield isProfiled ? done / 2 : done
  }
  const kinds = gathered.kinds()
  let profile: TableProfile | undefined
  if (isProfiled) {
    const steps = profileInSteps(dataset)
    for (let step = steps.next(); !profile; step = steps.next()) {
      if (step.done) profile = step.value
      else yield (1 + step.value) / 2
    }
  }
  const period = profile ? periodIn(profile) : among === 'others' ? yield* periodInSteps(dataset) : undefined
  return { kinds, verdict: verdictOf(kinds), profile, last: period?.last }
}
