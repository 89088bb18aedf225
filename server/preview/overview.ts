import { type AllRows, partTold, partVerdict } from '../editor/beginnings'
import type { Checked } from '../editor/checked'
import type { Dataset } from '../engine/dataset'
import { isFixable, isSafelyFixable } from '../engine/fix'
import { type Diagnostic, severities, type Severity } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { inLanguage } from '../engine/model/localised'
import { columnTypes } from '../engine/profile'
import { criteriaInWords } from '../engine/quality-score'
import { messageOf, ruleTitle } from '../engine/say'
import { typeWords } from '../engine/type-words'
import { type Tally, verdictOf } from '../engine/verdict'
import { dimensionsInWords, verdictWords } from '../engine/verdict-words'
import { Withheld } from '../engine/withheld'
import type { OpenFile } from '../editor/open-file'
import type { Reading } from '../editor/reading'
import type { Overview } from '../protocol/preview'

/** Entries from which the verdict is made. */
const ENTRIES = 5_000

/** What is known of the first rows of a file, said to be no more; `all`: its rows, `bytes`: its length. */
export function partOverview(
  overview: Overview,
  { all, bytes, language }: { readonly all: AllRows; readonly bytes: number; readonly language: Language },
): Overview {
  const { rows, verdict } = overview
  return {
    ...overview,
    rows: typeof all === 'number' ? all : rows,
    part: { rows, told: partTold(rows, all, bytes, language) },
    ...(verdict && { verdict: { ...verdict, ...partVerdict(verdict.state, language) } }),
  }
}

/** What is known of a long file once its first rows are checked. */
export function firstOverview(all: Pick<Reading, 'version' | 'source'>, first: Checked, language: Language): Overview {
  const overview = columnsOverview(all, language, [])
  const { rows, verdict } = verdictOverview(first, { language, noted: undefined })
  return { ...overview, ...(verdict && { verdict: { ...verdict, sampled: verdictWords[language].sampled(rows) } }) }
}

/** What is known of a file once all of it is checked; `noted`: how the document that describes it is noted. */
export function verdictOverview(
  checked: Checked,
  { language, noted }: { readonly language: Language; readonly noted: Awaited<ReturnType<OpenFile['noted']>> },
): Overview {
  const { source } = checked
  const withheld = new Withheld(source.dataset)
  const say = verdictWords[language]
  const { firsts, tallies, verdict } = verdictOn(checked)
  const label = (column: number | undefined) => (column === undefined ? undefined : withheld.labelOf(column))
  const overview = columnsOverview(checked, language, tallies)
  return {
    ...overview,
    rules: byRule(tallies, language),
    verdict: {
      state: verdict.state,
      headline: say.headline[verdict.state],
      sentence: say.sentence({ errors: verdict.counts.error, warnings: verdict.counts.warning, rows: overview.rows }),
      dimensions: dimensionsInWords(verdict, source.dataset, language, noted?.score.points),
      first: verdict.first.map(tally => {
        const first = firsts.find(one => one.first.rule === tally.rule && one.first.column === tally.column)!.first
        const { row, column } = first
        return {
          rule: tally.rule,
          title: ruleTitle(tally.rule, language),
          severity: tally.severity,
          told: say.times(tally.count, label(tally.column)),
          message: messageOf(first, language),
          isFixable: isFixable(first),
          isInRows: row !== undefined && row >= source.dataset.table.firstDataRow,
          ...(row !== undefined && { place: { row, column: column ?? 0 } }),
        }
      }),
      repairable: repairableIn(checked),
      formula: say.formula,
      ...(noted && {
        score: {
          told: say.score(noted.score.points, noted.document),
          criteria: criteriaInWords(noted.score, language),
          formula: say.scoreFormula,
        },
      }),
    },
  }
}

/** How many findings have a repair that loses nothing, not those alone that are told to be done first. */
export function repairableIn({ live, unsettled }: Checked): number {
  if (unsettled) return 0
  // Counted by rule, and by rule and column again.
  const byRule = [...live.counts(isSafelyFixable)].filter(([key]) => !key.includes(' '))
  return byRule.reduce((sum, [, count]) => sum + count, 0)
}

/** What was found, of each kind the first and how many, and what that comes to. */
export function verdictOn({ live, onDisk }: Checked) {
  const { entries } = live.gathered(ENTRIES)
  const firsts = [...onDisk.map(({ diagnostic }) => ({ first: diagnostic, count: 1 })), ...entries]
  const tallies = talliesOf(firsts)
  return { firsts, tallies, verdict: verdictOf(tallies) }
}

/** What is known of a file before it is checked, or with what was found by rule and column. */
export function columnsOverview(
  { version, source: { dataset } }: Pick<Reading, 'version' | 'source'>,
  language: Language,
  tallies: readonly Tally[],
): Overview {
  const { table, described, applied } = dataset
  const found = new Map<number, number>()
  for (const { column, count } of tallies) if (column !== undefined) found.set(column, (found.get(column) ?? 0) + count)
  const types = columnTypes(dataset)
  const withheld = new Withheld(dataset)
  return {
    version,
    rows: rowsIn(table),
    columns: described.columns.map(({ index }) => {
      const type = types[index] ?? 'string'
      return {
        label: withheld.labelOf(index),
        type: typeWords[type][language],
        isNumeric: type === 'number' || type === 'integer',
        findings: found.get(index) ?? 0,
      }
    }),
    ...(applied && { schema: inLanguage(applied.schema.title, language) ?? applied.schema.id }),
    rules: [],
  }
}

/** Data rows of a table. */
export function rowsIn({ rowCount, firstDataRow }: Dataset['table']): number {
  return Math.max(0, rowCount - firstDataRow)
}

function talliesOf(entries: readonly { readonly first: Diagnostic; readonly count: number }[]): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { first, count } of entries) {
    const { rule, column, severity } = first
    const key = `${rule} ${column} ${severity}`
    const known = tallies.get(key)
    tallies.set(key, {
      rule,
      severity,
      column,
      count: (known?.count ?? 0) + count,
    })
  }
  return [...tallies.values()]
}

function byRule(tallies: readonly Tally[], language: Language): Overview['rules'] {
  const rules = new Map<string, { rule: string; title: string; severity: Severity; count: number }>()
  for (const { rule, severity, count } of tallies) {
    const known = rules.get(rule)
    if (!known) rules.set(rule, { rule, title: ruleTitle(rule, language), severity, count })
    else {
      known.count += count
      if (severities.indexOf(severity) < severities.indexOf(known.severity)) known.severity = severity
    }
  }
  return [...rules.values()].toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count,
  )
}
