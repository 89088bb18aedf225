import type { Dataset } from './dataset'
import type { Acceptance } from './model/acceptance'
import { type Place, presets } from './model/diagnostic'
import type { Heard, Loudness, Severities } from './model/loudness'
import type { Rule } from './rules/rule'

/** The same for one dataset: columns by number. */
export interface Asked {
  readonly severities: Severities
  readonly columns: ReadonlyMap<number, Severities>
  readonly accepted: readonly PlacedAcceptance[]
}

/** An acceptance with the numbers of the columns that it names. */
interface PlacedAcceptance {
  readonly acceptance: Acceptance
  /** Undefined: any column. */
  readonly columns: readonly number[] | undefined
}

/** Finds the columns that are named. */
export function askedOf(
  { described, readable }: Dataset,
  { severities = {}, columns = {}, accepted = [] }: Loudness,
): Asked {
  const named = (name: string) =>
    readable
      ? described.columns.flatMap(({ index, label, field }) => (label === name || field?.name === name ? [index] : []))
      : []
  return {
    severities,
    columns: new Map(Object.entries(columns).flatMap(([name, own]) => named(name).map(index => [index, own] as const))),
    accepted: accepted.map(acceptance => ({
      acceptance,
      columns: acceptance.column === undefined ? undefined : named(acceptance.column),
    })),
  }
}

/** Whether a rule runs, by the preset and by what was asked of it. */
export function isHeard(rule: Pick<Rule, 'id' | 'preset'>, { preset = 'standard', severities = {} }: Heard): boolean {
  const asked = severities[rule.id]
  return asked === undefined ? presets.indexOf(rule.preset) <= presets.indexOf(preset) : asked !== 'off'
}

/** What was asked of a rule in a column, or in the file. */
export function askedSeverity({ severities, columns }: Asked, rule: string, column: number | undefined) {
  return (column === undefined ? undefined : columns.get(column)?.[rule]) ?? severities[rule]
}

/** Whether a rule is to be silent in a column. */
export function isOff({ columns }: Asked, rule: string, column: number | undefined): boolean {
  return column !== undefined && columns.get(column)?.[rule] === 'off'
}

/** The acceptance that a finding fits, in force or not; one in force goes before. */
export function acceptanceOf(
  { accepted }: Asked,
  { rule, row, column, value }: Place & { readonly rule: string; readonly value?: string | undefined },
  today: string | undefined,
): { readonly acceptance: Acceptance; readonly isOver: boolean } | undefined {
  const fitting = accepted.filter(
    ({ acceptance: { rule: of, row: at, value: told }, columns }) =>
      of === rule &&
      (columns === undefined || (column !== undefined && columns.includes(column))) &&
      (at === undefined || at - 1 === row) &&
      (told === undefined || told === value),
  )
  const isOver = ({ acceptance: { until } }: PlacedAcceptance) => today !== undefined && today > until
  const best = fitting.find(one => !isOver(one)) ?? fitting[0]
  return best && { acceptance: best.acceptance, isOver: isOver(best) }
}
