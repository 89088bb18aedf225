import type { Draft } from './draft'
import type { Spill } from './model/spill'
import { WordList } from './model/word-list'
import type { Rule } from './rules/rule'

/** Stands for the column of a finding about a whole row. */
const NO_COLUMN = 0xffffffff

/** What all guards say: nothing, they only speak first. */
const facts = {}

/** Findings of rows that may speak instead of others, kept as numbers: there may be one for every cell. */
export class Guards {
  readonly #rules: Rule[] = []
  /** By threes: number of the rule, row, column. */
  readonly #places: WordList
  #left: Generator<Uint32Array> | undefined
  #block: Uint32Array = new Uint32Array(0)
  #at = 0

  constructor(spill?: Spill) {
    this.#places = new WordList(spill)
  }

  /** All of a row before those of later ones. */
  add({ rule, row, column = NO_COLUMN }: Draft): void {
    if (row === undefined) return
    let number = this.#rules.indexOf(rule)
    if (number < 0) number = this.#rules.push(rule) - 1
    this.#places.add([number, row, column])
  }

  /** Those of a row; no other is asked for then but later ones, and none is added. */
  of(row: number): readonly Draft[] {
    const found: Draft[] = []
    while (this.#hasNext() && this.#block[this.#at + 1]! <= row) {
      if (this.#block[this.#at + 1] === row) {
        const column = this.#block[this.#at + 2]!
        const rule = this.#rules[this.#block[this.#at]!]!
        found.push({ rule, row, facts, ...(column !== NO_COLUMN && { column }) })
      }
      this.#at += 3
    }
    return found
  }

  #hasNext(): boolean {
    this.#left ??= this.#places.blocks()
    while (this.#at === this.#block.length) {
      const { done, value } = this.#left.next()
      if (done) return false
      this.#block = value
      this.#at = 0
    }
    return true
  }

  /** Whether a finding is one of them. */
  static isOne(draft: Draft): boolean {
    return draft.facts === facts
  }
}
