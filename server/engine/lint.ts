import type { Dataset } from './dataset'
import { type Draft, diagnosticOf, fold, type Run } from './draft'
import { type Diagnostic, type Preset, presets, type Severity } from './model/diagnostic'
import type { Fault } from './model/fault'
import { rowFindings } from './rows'
import { rules as everyRule } from './rules'
import { internalError } from './rules/internal-error'
import { type NotChecked, notChecked } from './rules/not-checked'
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
  const rules = activeRules(options)
  const run = newRun(dataset, options)
  const fileRules = rules.filter(rule => rule.scope === 'file')
  const tableRules = rules.filter(rule => rule.scope === 'table')
  const worded = (faults: readonly Fault[]) => fileRules.flatMap(rule => found(run, rule, faults))

  const opening = worded(dataset.faults)
  if (!dataset.readable) {
    for (const draft of fold(opening)) yield diagnosticOf(run, draft)
    return
  }
  const rowRules = rules.filter(rule => !silencedEverywhere(rule, opening))
  for (const row of rowFindings(run, rowRules, opening.filter(isPlaced), worded))
    for (const draft of fold(row)) yield diagnosticOf(run, draft)

  const lineEnds = dataset.table.lineEndFault()
  const whole = [
    ...opening.filter(draft => !isPlaced(draft)),
    ...(lineEnds ? worded([lineEnds]) : []),
    ...tableRules.filter(rule => !opening.some(draft => outranks(draft, rule))).flatMap(rule => found(run, rule, [])),
    ...(rules.includes(notChecked) ? uncheckedColumns(run) : []),
    ...run.failed,
  ]
  const diagnostics = fold(whole).map(draft => ({ ...diagnosticOf(run, draft), whole: true }))
  yield* diagnostics.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
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
    unchecked: new Map(),
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

/** Silence of a test that gave up must not be taken for a clean column. */
function uncheckedColumns({ dataset, unchecked }: Run): Draft[] {
  return [...unchecked].map(([index, values]) => {
    const { label, field } = dataset.described.columns[index]!
    const facts: NotChecked = { label, pattern: field?.constraints.pattern?.source ?? '', values }
    return { rule: notChecked, column: index, facts }
  })
}

function dataIsReadable(run: Run): boolean {
  return run.dataset.readable
}

const isPlaced = (draft: Draft): boolean => draft.row !== undefined

/** A finding about the whole file silences the rules that it stands for wherever they would speak. */
function silencedEverywhere(rule: Rule, opening: readonly Draft[]): boolean {
  return opening.some(draft => !isPlaced(draft) && draft.rule.insteadOf?.includes(rule.id))
}

function outranks(draft: Draft, rule: Rule): boolean {
  return draft.rule.insteadOf?.includes(rule.id) ?? false
}
