import type { Draft } from './draft'
import { grown } from './model/hash'
import type { Rule } from './rules/rule'

/** Stands for the column of a finding about a whole row. */
const NO_COLUMN = 0xffffffff

/** What all guards say: nothing, they only speak first. */
const facts = {}

/** Findings of rows that may speak instead of others, kept as numbers: there may be one for every cell. */
export class Guards {
  readonly #rules: Rule[] = []
  /** By threes: number of the rule, row, column. */
  #places = new Uint32Array(3 * 64)
  #length = 0

  add({ rule, row, column = NO_COLUMN }: Draft): void {
    if (row === undefined) return
    if (this.#length === this.#places.length) this.#places = grown(this.#places)
    let number = this.#rules.indexOf(rule)
    if (number < 0) number = this.#rules.push(rule) - 1
    this.#places[this.#length] = number
    this.#places[this.#length + 1] = row
    this.#places[this.#length + 2] = column
    this.#length += 3
  }

  /** Those in some rows. */
  in(rows: ReadonlySet<number | undefined>): readonly Draft[] {
    const found: Draft[] = []
    for (let i = 0; rows.size > 0 && i < this.#length; i += 3) {
      const row = this.#places[i + 1]!
      if (!rows.has(row)) continue
      const column = this.#places[i + 2]!
      found.push({ rule: this.#rules[this.#places[i]!]!, row, facts, ...(column !== NO_COLUMN && { column }) })
    }
    return found
  }

  /** Whether a finding is one of them. */
  static isOne(draft: Draft): boolean {
    return draft.facts === facts
  }
}
