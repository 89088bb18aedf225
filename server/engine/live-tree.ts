import type { LintOptions } from './checkup'
import type { Dataset } from './dataset'
import type { Finding } from './fix'
import { lint, lintInSteps } from './lint'
import type { LiveCheck } from './live-check'
import type { TreeKind } from './model/described-tree'
import { type Diagnostic, severities } from './model/diagnostic'
import type { LiveText } from './model/live-text'
import type { Span } from './model/span'
import type { Gathered, Group } from './noted'
import { openTreeText, type TreeAround } from './tree-dataset'

/** The findings of a text under edit, whatever it is read as. */
export type LiveFindings = Pick<
  LiveCheck,
  'dataset' | 'edit' | 'settle' | 'steps' | 'share' | 'findings' | 'between' | 'gathered' | 'counts'
>

/** The findings of a tree under edit: a document of metadata is short, and read anew after each edit. */
export class LiveTree implements LiveFindings {
  readonly #text: LiveText
  readonly #options: LintOptions
  readonly #open: () => Dataset
  #dataset: Dataset
  #found: readonly Diagnostic[] | undefined
  #isStale = false

  constructor(text: LiveText, kind: TreeKind, options: LintOptions, around: TreeAround = {}) {
    this.#text = text
    this.#options = options
    this.#open = () => openTreeText(text, kind, { ...around, lines: text })
    this.#dataset = this.#open()
  }

  get dataset(): Dataset {
    return this.#dataset
  }

  get share(): number {
    return this.#found && !this.#isStale ? 1 : 0
  }

  edit(span: Span, written: Uint8Array): void {
    this.#text.replace(span, written)
    this.#isStale = true
    this.#found = undefined
  }

  settle(): void {
    if (this.#isStale) this.#dataset = this.#open()
    this.#isStale = false
  }

  *steps(): Generator<void> {
    this.settle()
    const found: Diagnostic[] = []
    for (const step of lintInSteps(this.#dataset, this.#options)) {
      for (const diagnostic of step.found) found.push(diagnostic)
      yield
    }
    this.#found ??= found
  }

  *findings(): Generator<Diagnostic> {
    yield* this.#all()
  }

  between({ start, end }: Span): Diagnostic[] {
    return this.#all().filter(({ span }) => span.start <= end && span.end >= start)
  }

  gathered(most: number): Gathered<Group> {
    const worst = this.#all().toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    const told = worst.slice(0, most)
    return { entries: told.map(first => ({ first, count: 1, rows: [] })), untold: worst.length - told.length }
  }

  counts(test: (finding: Finding) => boolean): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const finding of this.#all()) if (test(finding)) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1)
    return counts
  }

  #all(): readonly Diagnostic[] {
    return (this.#found ??= [...lint(this.#dataset, this.#options)])
  }
}
