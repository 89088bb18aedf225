import type { Dataset } from '../engine/dataset'
import { type LintOptions } from '../engine/checkup'
import { lintInSteps } from '../engine/lint'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import type { TableProfile } from '../engine/model/profile'
import type { Reader } from '../engine/model/reader'
import { profileInSteps } from '../engine/profile'
import { type Verdict, verdictOf } from '../engine/verdict'
import type { Describing } from '../described-by'
import { Gathered, type Kind } from './gathered'

/** A file that was read to its end, with all that a report tells of it. */
export interface Reported extends Known {
  /** As it is shown. */
  readonly name: string
  readonly dataset: Dataset
  /** The document that describes it. */
  readonly described: Describing | undefined
}

/** What reading a file to its end brings up. */
export interface Known {
  readonly kinds: readonly Kind[]
  readonly verdict: Verdict
  /** Of a table, for an official. */
  readonly profile: TableProfile | undefined
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
    level,
    language,
    before = [],
  }: { readonly lint: LintOptions; readonly before?: readonly Diagnostic[] } & Pick<Reader, 'level' | 'language'>,
): Generator<number, Known> {
  const gathered = new Gathered(dataset, level === 'agent' ? TOLD : NONE, language)
  for (const diagnostic of before) gathered.add(diagnostic)
  const isProfiled = level === 'elu' && dataset.readable && !dataset.tree
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
  return { kinds, verdict: verdictOf(kinds), profile }
}
