import type { Dataset } from '../engine/dataset'
import { fixesOf, isChoice, isSafelyFixable } from '../engine/fix'
import { homeOf } from '../engine/home'
import { type Diagnostic, type Severity, severities } from '../engine/model/diagnostic'
import { shortened } from '../engine/model/shown'
import type { Language } from '../engine/model/language'
import { rowsOf } from '../engine/rows-of'
import { ruleTitle, valueOf } from '../engine/say'
import { entryOf } from '../report/entry'
import { isNamed } from './column-name'
import { count, flag, type JsonSchema, objectOf, text } from './json-schema'

/** Which findings are told; all of them where nothing is said. */
export interface Wanted {
  readonly rule?: string
  /** A name or a label, or a number from 1. */
  readonly column?: string | number
  /** From this row on, from 1. */
  readonly fromRow?: number
  /** Cells told of each group. */
  readonly cells: number
}

/** What a rule found in a column, as an agent is told it. */
export interface GroupTold {
  readonly path: string
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly column?: number
  readonly field?: string
  readonly count: number
  /** Of the data rows, where each has one such finding at most. */
  readonly share?: number
  /** How many of them are repaired without a decision. */
  readonly safelyRepairable: number
  /** What the first of them waits for. */
  readonly repair: 'safe' | 'asked' | 'choice' | 'none'
  readonly concept?: string
  readonly cells: readonly CellTold[]
}

interface CellTold {
  readonly row?: number
  readonly line?: number
  readonly pointer?: string
  readonly value?: string
  readonly message: string
  readonly becomes?: string
}

interface Group {
  readonly severity: Severity
  count: number
  safe: number
  readonly first: Diagnostic[]
}

export const groupSchema: JsonSchema = objectOf({
  path: text,
  rule: text,
  title: text,
  severity: { enum: severities },
  'column?': count,
  'field?': text,
  count,
  'share?': { type: 'number', minimum: 0, maximum: 1 },
  safelyRepairable: count,
  repair: { enum: ['safe', 'asked', 'choice', 'none'] },
  'concept?': text,
  cells: {
    type: 'array',
    items: objectOf({
      'row?': count,
      'line?': count,
      'pointer?': text,
      'value?': text,
      message: text,
      'becomes?': text,
    }),
  },
  'moreCells?': flag,
})

/** The findings of one file by rule, column and severity, of which only the first are kept. */
export class Findings {
  readonly #dataset: Dataset
  readonly #wanted: Wanted
  readonly #groups = new Map<string, Group>()

  constructor(dataset: Dataset, wanted: Wanted) {
    this.#dataset = dataset
    this.#wanted = wanted
  }

  add(diagnostic: Diagnostic): void {
    if (!this.#isWanted(diagnostic)) return
    const { rule, severity, column, inside } = diagnostic
    const key = `${rule} ${severity} ${column} ${inside}`
    const group = this.#groups.get(key) ?? { severity, count: 0, safe: 0, first: [] }
    if (group.count === 0) this.#groups.set(key, group)
    group.count++
    if (isSafelyFixable(diagnostic)) group.safe++
    if (group.first.length < Math.max(this.#wanted.cells, 1)) group.first.push(diagnostic)
  }

  /** The groups in words, of the file of a path. */
  told(path: string, language: Language): GroupTold[] {
    const rows = rowsOf(this.#dataset)
    return [...this.#groups.values()].map(group => this.#groupTold(group, { path, rows }, language))
  }

  #isWanted(diagnostic: Diagnostic): boolean {
    const { rule, column, row } = diagnostic
    const { rule: only, column: named, fromRow } = this.#wanted
    if (only !== undefined && rule !== only) return false
    if (fromRow !== undefined && (row === undefined || row + 1 < fromRow)) return false
    return named === undefined || (column !== undefined && isNamed(homeOf(this.#dataset, diagnostic), column, named))
  }

  #groupTold(
    { severity, count: all, safe, first }: Group,
    { path, rows }: { path: string; rows: number },
    language: Language,
  ): GroupTold {
    const [one] = first as [Diagnostic]
    const { column, field, concept } = entryOf(this.#dataset, one, language)
    const isOfRows = one.row !== undefined && all <= rows
    return {
      path,
      rule: one.rule,
      title: ruleTitle(one.rule, language),
      severity,
      ...(column !== undefined && { column }),
      ...(field && { field }),
      count: all,
      ...(isOfRows && { share: Math.round((1000 * all) / rows) / 1000 }),
      safelyRepairable: safe,
      repair: repairOf(this.#dataset, one),
      ...(concept !== undefined && { concept }),
      cells: first.slice(0, this.#wanted.cells).map(cell => this.#cellTold(cell, language)),
      ...(all > this.#wanted.cells && { moreCells: true }),
    }
  }

  #cellTold(diagnostic: Diagnostic, language: Language): CellTold {
    const { row, pointer, value, message, range } = entryOf(this.#dataset, diagnostic, language)
    const [best] = fixesOf(this.#dataset, diagnostic)
    const becomes = best && !best.isWithheld && !isChoice(diagnostic) ? valueOf(best) : undefined
    return {
      ...(row !== undefined && { row }),
      ...(pointer !== undefined && { line: range.start.line + 1, pointer }),
      ...(value !== undefined && { value: shortened(value) }),
      message,
      ...(becomes !== undefined && { becomes: shortened(becomes) }),
    }
  }
}

function repairOf(dataset: Dataset, diagnostic: Diagnostic): GroupTold['repair'] {
  const fixes = fixesOf(dataset, diagnostic)
  if (fixes.length === 0) return 'none'
  if (fixes[0]!.safe) return 'safe'
  return isChoice(diagnostic) ? 'choice' : 'asked'
}
