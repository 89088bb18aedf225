import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import { Baseline } from './baseline'
import { disk, replaceFile, wroteNew } from '../files/disk'
import type { Problem } from '../files/files'
import type { Order } from './options'
import type { Complain } from './inputs'

/** The findings that are known, and those of today. */
export interface Baselines {
  readonly known: Baseline | undefined
  readonly written: Baseline | undefined
}

/** The baselines that an order names; undefined when it names none. */
export async function baselinesOf(order: Order, complain: Complain): Promise<Baselines | 'unusable' | undefined> {
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
export function judged(
  { known, written }: Baselines,
  path: string,
  dataset: Dataset,
  found: Iterable<readonly Diagnostic[]>,
): { readonly told: Iterable<readonly Diagnostic[]>; readonly known: number } {
  const counted = written ? written.taking(path, dataset, found) : found
  if (!known) return { told: counted, known: 0 }
  // Which of the findings of a rule in a column were there before is only known at the end.
  const all = [...counted].flat()
  const told = known.beyond(path, dataset, all)
  return { told: [told], known: all.length - told.length }
}

/** Writes a baseline in the place of the one before. */
export async function writeBaseline(path: string, baseline: Baseline, complain: Complain): Promise<void> {
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
