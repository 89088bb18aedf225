import type { Dataset } from './dataset'
import { type Draft, diagnosticOf, fold, type Run } from './draft'
import { type Diagnostic, type Preset, presets, type Severity } from './model/diagnostic'
import type { Fault } from './model/fault'
import { Census, type Verdict, verdictOf, verdictTests } from './census'
import { keysOf, RepeatedKeys } from './keys'
import { columnPlans, countings } from './plan'
import { RowReader } from './rows'
import { rules as everyRule } from './rules'
import { internalError } from './rules/internal-error'
import type { FileRule, Rule, TableRule } from './rules/rule'

/** Which rules run, and how loud. */
export interface LintOptions {
  /** Default: all of them. */
  readonly rules?: readonly Rule[]
  /** Default: `standard`. */
  readonly preset?: Preset
  /** By rule id; a rule named here runs whatever the preset. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** Only the rules that check structure and schema. */
  readonly onlySchema?: boolean
}

/**
 * Every finding of a dataset: those of its rows in order of position, then those that need the whole file, in order of
 * position. Never throws: a rule that fails is reported once and left out from then on.
 */
export function* lint(dataset: Dataset, options: LintOptions = {}): Generator<Diagnostic> {
  for (const some of lintInSteps(dataset, options)) yield* some
}

/** The same in steps of a chunk, many of which find nothing: between two of them other work can be done. */
export function* lintInSteps(dataset: Dataset, options: LintOptions = {}): Generator<readonly Diagnostic[]> {
  const rules = activeRules(options)
  const run = newRun(dataset, options)
  const worded = (faults: readonly Fault[]) =>
    rules.flatMap(rule => (rule.scope === 'file' ? found(run, rule, faults) : []))

  const opening = worded(dataset.faults)
  if (!dataset.readable) {
    yield fold(opening).map(draft => diagnosticOf(run, draft))
    return
  }
  const { table, described } = dataset
  const heard = rules.filter(rule => !silencedEverywhere(rule, opening))
  const counted = countings(run, heard, described.columns)
  const verdicts: Verdict[] = []
  if (counted.length > 0) {
    const census = new Census(run, counted)
    const counts = counted.map((): Map<string, number> | undefined => new Map())
    for (const chunk of table.chunks()) {
      census.addTo(counts, chunk)
      yield []
    }
    for (const [i, counting] of counted.entries()) verdicts.push(verdictOf(run, counting, counts[i]))
  }
  // A column without fault is not read a second time.
  const guilty = counted.flatMap((counting, i) => (verdicts[i]!.size > 0 ? [{ counting, verdict: verdicts[i]! }] : []))
  const tests = verdictTests(
    guilty.map(({ counting }) => counting),
    i => guilty[i]!.verdict,
  )
  const plans = columnPlans(run, heard, described.columns, tests)
  const reader = new RowReader(run, heard, plans, opening.filter(isPlaced), worded)
  const keys = keysOf(run, heard).map(keyed => new RepeatedKeys(run, keyed))
  const whole: Draft[] = []
  const guards: Draft[] = []
  for (const chunk of table.chunks()) {
    const diagnostics: Diagnostic[] = []
    for (const row of reader.read(chunk))
      for (const draft of fold(row)) {
        if (draft.rule.scope === 'column') whole.push(draft)
        else diagnostics.push(diagnosticOf(run, draft))
        if (keys.length > 0 && silencesKeys(draft)) guards.push(draft)
      }
    for (const key of keys) key.add(chunk)
    yield diagnostics
  }
  for (const key of keys) for (const draft of key.drafts()) whole.push(draft)
  const lineEnds = table.lineEndFault()
  whole.push(
    ...opening.filter(draft => !isPlaced(draft)),
    ...(lineEnds ? worded([lineEnds]) : []),
    ...heard.flatMap(rule =>
      rule.scope === 'table' && !opening.some(draft => outranks(draft, rule)) ? found(run, rule, []) : [],
    ),
    ...run.failed,
  )
  const said = new Set(guards)
  const told = fold([...guards, ...whole]).filter(draft => !said.has(draft))
  yield told
    .map(draft => ({ ...diagnosticOf(run, draft), whole: true }))
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

function activeRules({ rules = everyRule, preset = 'standard', severities = {}, onlySchema }: LintOptions): Rule[] {
  const level = presets.indexOf(preset)
  return rules.filter(rule => {
    const asked = severities[rule.id]
    if (asked === 'off') return false
    if (onlySchema) return rule.schema === true
    return asked !== undefined || presets.indexOf(rule.preset) <= level
  })
}

function newRun(dataset: Dataset, { severities = {} }: LintOptions): Run {
  const failed: Draft[] = []
  const broken = new Set<Rule>()
  return {
    dataset,
    severities,
    failed,
    safely(rule, check) {
      if (broken.has(rule)) return undefined
      try {
        return check()
      } catch (error) {
        broken.add(rule)
        failed.push({ rule: internalError, facts: { rule: rule.id, reason: String(error) } })
        return undefined
      }
    },
  }
}

function found(run: Run, rule: FileRule | TableRule, faults: readonly Fault[]): Draft[] {
  const { described, table } = run.dataset
  const findings = run.safely(rule, () =>
    rule.scope === 'file' ? [...rule.check(faults, described)] : [...rule.check(described)],
  )
  return (findings ?? []).map(finding => {
    // A fault of bytes knows its span only: the table tells the cell.
    const place =
      finding.row === undefined && finding.span && dataIsReadable(run) ? table.locate(finding.span.start) : {}
    return { rule, ...place, ...finding }
  })
}

function dataIsReadable(run: Run): boolean {
  return run.dataset.readable
}

const isPlaced = (draft: Draft): boolean => draft.row !== undefined

/** A finding about the whole file silences the rules that it stands for wherever they would speak. */
function silencedEverywhere(rule: Rule, opening: readonly Draft[]): boolean {
  return opening.some(draft => !isPlaced(draft) && outranks(draft, rule))
}

function outranks(draft: Draft, rule: Rule): boolean {
  return draft.rule.insteadOf?.includes(rule.id) ?? false
}

const keyRules: ReadonlySet<string> = new Set(everyRule.filter(rule => rule.scope === 'key').map(rule => rule.id))

/** Whether what is said of a row may speak for its key too. */
function silencesKeys({ rule }: Draft): boolean {
  return rule.insteadOf?.some(id => keyRules.has(id)) ?? false
}
