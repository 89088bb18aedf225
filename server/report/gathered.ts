import type { Dataset } from '../engine/dataset'
import type { Diagnostic } from '../engine/model/diagnostic'
import { severities } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { messageOf } from '../engine/say'
import type { Tally } from '../engine/verdict'
import { isRepairable, placeInWords, wayOut } from './words'

/** Findings of one rule, of one severity, in one column. */
export interface Kind extends Tally {
  /** The list inside a document in which the column is. */
  readonly inside: string | undefined
  /** Those that `vigie fix` repairs without being asked more. */
  readonly repairable: number
  /** The first of them. */
  readonly told: readonly Told[]
}

/** A finding in words. */
interface Told {
  /** Its row from 1 in a table of text, else where it is in words. */
  readonly place: string
  readonly isRow: boolean
  /** The value in view; `withheld` when it is not shown. */
  readonly value: string | undefined
  readonly isWithheld: boolean
  readonly message: string
  /** The way out. */
  readonly repair: string | undefined
}

/** How many findings are kept one by one, of each kind and of all. */
interface Most {
  readonly each: number
  readonly all: number
}

/**
 * Findings by kind: all are counted, and the first of each are kept, so that memory does not grow with the file. They are
 * worded at once: to read the rows of a large file again takes longer.
 */
export class Gathered {
  readonly #dataset: Dataset
  readonly #most: Most
  readonly #kinds = new Map<string, Kind & { count: number; repairable: number; readonly told: Told[] }>()
  readonly #language: Language
  #kept = 0

  constructor(dataset: Dataset, most: Most, language: Language) {
    this.#dataset = dataset
    this.#most = most
    this.#language = language
  }

  add(diagnostic: Diagnostic): void {
    const { rule, severity, column, inside } = diagnostic
    const key = `${rule} ${severity} ${column} ${inside}`
    const kind = this.#kinds.get(key) ?? { rule, severity, column, inside, count: 0, repairable: 0, told: [] }
    if (kind.count === 0) this.#kinds.set(key, kind)
    kind.count++
    if (isRepairable(this.#dataset, diagnostic)) kind.repairable++
    if (kind.told.length >= this.#most.each || this.#kept >= this.#most.all) return
    kind.told.push(this.#worded(diagnostic))
    this.#kept++
  }

  #worded(diagnostic: Diagnostic): Told {
    const { row, value, isWithheld = false } = diagnostic
    const isRow = row !== undefined && !this.#dataset.tree && !this.#dataset.json
    return {
      place: isRow ? String(row + 1) : placeInWords(this.#dataset, diagnostic, this.#language),
      isRow,
      value: isWithheld || value === undefined ? undefined : cut(value),
      isWithheld,
      message: messageOf(diagnostic, this.#language),
      repair: wayOut(this.#dataset, diagnostic, this.#language),
    }
  }

  /** The worst first, and of these the most frequent. */
  kinds(): readonly Kind[] {
    return [...this.#kinds.values()].toSorted(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count,
    )
  }
}

/** UTF-16 units of a value that are shown. */
const LONGEST = 200

function cut(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
}
