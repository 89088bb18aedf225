import type { Dataset } from './dataset'
import type { Acceptance } from './model/acceptance'
import type { Place, Severity } from './model/diagnostic'

/** Severities by rule id. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** What was asked of single rules, beyond what they say of themselves. */
export interface Loudness {
  /** By rule id; a rule named here runs whatever the preset. */
  readonly severities?: Severities
  /** The same for single columns, by label or by name of field; there a rule can be louder, quieter or silent. */
  readonly columns?: Readonly<Record<string, Severities>>
  readonly accepted?: readonly Acceptance[]
}

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
