import type { Dataset } from './dataset'
import { type Draft, fold, type Run, WHOLE_ROWS } from './draft'
import { Guards } from './guards'
import { type Keyed, keysOf } from './keys'
import { askedOf, isHeard, isOff } from './loudness'
import type { Conventions } from './model/conventions'
import type { Fault } from './model/fault'
import { merged, pieces } from './model/in-order'
import type { Heard } from './model/loudness'
import type { Schema } from './model/schema'
import type { Spill } from './model/spill'
import { type Counting, countings } from './plan'
import { type Judging, judgings } from './spread'
import { rules as everyRule } from './rules'
import { askedFor } from './rules/asked-for'
import { internalError } from './rules/internal-error'
import { type Forgotten, missingMetadata } from './rules/missing-metadata'
import { type NotChecked, notChecked } from './rules/not-checked'
import { formatRules } from './rules/of-format'
import { labelRule } from './rules/of-labels'
import type { FileRule, Key, Repeated, Rule, TableRule } from './rules/rule'
import { schemaError, type SchemaErrorFacts } from './rules/schema-error'
import { Withheld } from './withheld'

/** Which rules run, how loud, and by what. */
export interface LintOptions extends Heard {
  /** Default: all of them. */
  readonly rules?: readonly Rule[]
  /** Only the rules that check structure and schema. */
  readonly onlySchema?: boolean
  readonly conventions?: Conventions
  /** Opens a place for what is too much for memory; default: memory takes all. */
  readonly spill?: () => Spill
}

/** The rules made ready for a dataset. */
export interface Checkup {
  readonly run: Run
  /** Those that are to be heard. */
  readonly rules: readonly Rule[]
  /** What opening the file brought up. */
  readonly opening: readonly Draft[]
  readonly countings: readonly Counting[]
  readonly judgings: readonly Judging[]
  readonly keys: readonly Keyed[]
  /** Says the faults that reading on brings up. */
  readonly worded: (faults: readonly Fault[]) => readonly Draft[]
}

/** Chooses the rules and asks them what they need of a dataset. */
export function checkupOf(dataset: Dataset, options: LintOptions): Checkup {
  const active = activeRules(options, dataset.described.schema, dataset.json ? 'json' : 'csv')
  const run = newRun(dataset, options, active)
  const worded = (faults: readonly Fault[]) =>
    active.flatMap(rule => (rule.scope === 'file' ? found(run, rule, faults) : []))
  const opening = unsilenced(worded(dataset.faults))
  const rules = active.filter(rule => !isSilenced(rule, opening))
  const { columns } = dataset.described
  return {
    run,
    rules,
    opening,
    worded,
    countings: dataset.readable ? countings(run, rules, columns) : [],
    judgings: dataset.readable ? judgings(run, rules, columns) : [],
    keys: dataset.readable ? keysOf(run, rules) : [],
  }
}

/** Whether a rule that is to be heard compares a table with the former version of its file. */
export function readsFormer(options: LintOptions): boolean {
  const rules = (options.rules ?? everyRule).filter(rule => rule.readsFormer)
  return activeRules({ ...options, rules }, undefined, 'csv').length > 0
}

/** What the table rules say; `stale` leaves out those of which it is known. */
export function tableDrafts(
  { run, rules, opening }: Checkup,
  stale: (rule: TableRule) => boolean = () => true,
): readonly Draft[] {
  return rules.flatMap(rule => {
    if (rule.scope !== 'table' || !stale(rule)) return []
    return opening.some(draft => outranks(draft, rule)) ? [] : found(run, rule, [])
  })
}

/** What needs the whole file: of no row, or of labels that lie among rows, and of each row of which there is some, in order. */
export interface Whole {
  readonly ofFile: readonly Draft[]
  readonly ofRows: Iterable<readonly Draft[]>
}

/**
 * The findings that need the whole file, once it was read: those of each key are given, in order of row, with the `guards`
 * among those of rows that may speak instead of a key. They are made as they are asked for, once.
 */
export function wholeDrafts(
  checkup: Checkup,
  ofKeys: readonly Iterable<Draft>[],
  guards: Guards,
  ofTable = tableDrafts(checkup),
): Whole {
  const { run, opening, worded } = checkup
  const ofWhole = run.dataset.table.faultsOfWhole()
  const others = [
    ...opening.filter(draft => !isPlaced(draft)),
    ...worded(ofWhole),
    ...unreadParts(checkup, ofWhole),
    ...ofTable,
    ...uncheckedColumns(checkup),
    ...schemaFaults(checkup),
    ...forgotten(checkup),
    ...run.failed,
  ]
  const { isKeyed, headerRow } = run.dataset.table
  // The labels of records are keys, which lie in whichever rows they first come.
  const isOfRow = (draft: Draft) => isPlaced(draft) && !(isKeyed && draft.row === headerRow)
  return {
    ofFile: fold(others.filter(draft => !isOfRow(draft))),
    ofRows: foldedRows(merged([...ofKeys, others.filter(isOfRow).toSorted(byRow)], byRow), guards),
  }
}

function* foldedRows(drafts: Iterable<Draft>, guards: Guards): Generator<readonly Draft[]> {
  for (const row of pieces(drafts, isSameRow))
    yield fold([...guards.of(row[0]!.row!), ...nearestOf(row)]).filter(draft => !Guards.isOne(draft))
}

/** Without keys of other files of the table that the row repeats in its own as well. */
function nearestOf(row: readonly Draft[]): readonly Draft[] {
  if (!row.some(draft => keyOf(draft)?.part)) return row
  const own = new Set(row.map(keyOf).flatMap(key => (key && !key.part ? [key.columns] : [])))
  return row.filter(draft => {
    const key = keyOf(draft)
    return !key?.part || !own.has(key.columns)
  })
}

function keyOf({ rule, facts }: Draft): Key | undefined {
  return rule.scope === 'key' ? (facts as Repeated).key : undefined
}

/** Silence of a test that gave up must not be taken for a clean column. */
function uncheckedColumns({ run: { dataset, unchecked }, rules }: Checkup): Draft[] {
  if (!rules.includes(notChecked)) return []
  return [...unchecked].map(([index, values]) => {
    if (index === WHOLE_ROWS) return { rule: notChecked, facts: { records: values } satisfies NotChecked }
    const { label, field } = dataset.described.columns[index]!
    const facts: NotChecked = { label, pattern: field?.constraints.pattern?.source, values }
    return { rule: notChecked, column: index, facts }
  })
}

/** What of the text could not be read as rows. */
function unreadParts({ rules }: Checkup, faults: readonly Fault[]): Draft[] {
  if (!rules.includes(notChecked)) return []
  return faults.flatMap(fault => {
    if (fault.kind !== 'unread') return []
    const { what, name = '', row, span } = fault
    const facts: NotChecked = { unread: what, name }
    return [{ rule: notChecked, facts, span, ...(row !== undefined && { row }) }]
  })
}

/** What is wrong with the schema itself is told once in the data, and in the schema where it stands. */
function schemaFaults({ run: { dataset }, rules }: Checkup): Draft[] {
  const facts: SchemaErrorFacts | undefined = dataset.schemaFault
  return facts && rules.includes(schemaError) ? [{ rule: schemaError, facts }] : []
}

/** That the document of the folder does not name the file is told once, in the file. */
function forgotten({ run: { dataset }, rules }: Checkup): Draft[] {
  const { forgottenBy } = dataset
  if (forgottenBy === undefined || !rules.includes(missingMetadata)) return []
  const facts: Forgotten = { document: forgottenBy }
  return [{ rule: missingMetadata, facts }]
}

function activeRules(options: LintOptions, schema: Schema | undefined, format: 'csv' | 'json'): Rule[] {
  const { rules = everyRule, severities = {}, onlySchema } = options
  const active = rules.flatMap(rule => {
    if (severities[rule.id] === 'off') return []
    return (onlySchema ? rule.schema === true : isHeard(rule, options)) ? rule : (askedFor(rule, schema) ?? [])
  })
  return [
    ...active,
    ...active.map(labelRule).filter(rule => rule !== undefined),
    ...(format === 'json' ? active.flatMap(formatRules) : []),
  ]
}

function newRun(dataset: Dataset, options: LintOptions, active: readonly Rule[]): Run {
  const failed: Draft[] = []
  const broken = new Set<Rule>()
  return {
    dataset,
    asked: askedOf(dataset, options),
    today: options.today,
    conventions: options.conventions ?? {},
    withheld: new Withheld(dataset, { heard: options, rules: active }),
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
  return (findings ?? [])
    .filter(({ column }) => !isOff(run.asked, rule.id, column))
    .map(finding => {
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

/** In order of row, of drafts that have one. */
export const byRow = (one: Draft, other: Draft): number => one.row! - other.row!

const isSameRow = (one: Draft, other: Draft): boolean => one.row === other.row

/** Whether a finding about the file silences a rule wherever that would speak. */
function isSilenced(rule: Rule, opening: readonly Draft[]): boolean {
  return opening.some(draft => !isPlaced(draft) && outranks(draft, rule))
}

/** What opening the file brought up, without what a finding about the whole file speaks for. */
export function unsilenced(opening: readonly Draft[]): readonly Draft[] {
  return opening.filter(({ rule }) => !isSilenced(rule, opening))
}

function outranks(draft: Draft, rule: Rule): boolean {
  const { insteadOf, isCause } = draft.rule
  return insteadOf?.includes(rule.id) === true && isCause?.(draft.facts, rule.id) !== false
}

const keyRules: ReadonlySet<string> = new Set(everyRule.filter(rule => rule.scope === 'key').map(rule => rule.id))

/** Whether what is said of a row may speak for its key too. */
export function silencesKeys({ rule }: Draft): boolean {
  return rule.insteadOf?.some(id => keyRules.has(id)) ?? false
}
