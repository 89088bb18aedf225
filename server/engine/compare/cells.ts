import type { Dataset } from '../dataset'
import type { CellChange, CellChanges, ColumnPair } from '../model/comparison'
import type { DataRow } from '../model/data-row'
import { Withheld } from '../withheld'

/** Examples of a column, and changes among which they are looked for. */
const EXAMPLES = 3
const TRIED = 100

interface Tally {
  count: number
  emptied: number
  filled: number
  readonly examples: CellChange[]
}

/** Counts the cells that are not what they were, and keeps a few of them that may be told. */
export class CellTally {
  readonly #pairs: readonly ColumnPair[]
  readonly #tallies: Tally[]
  readonly #before: Withheld
  readonly #after: Withheld
  #compared = 0
  #changed = 0

  constructor(before: Dataset, after: Dataset, pairs: readonly ColumnPair[]) {
    this.#pairs = pairs
    this.#tallies = pairs.map(() => ({ count: 0, emptied: 0, filled: 0, examples: [] }))
    this.#before = new Withheld(before)
    this.#after = new Withheld(after)
  }

  /** Rows so far. */
  get compared(): number {
    return this.#compared
  }

  /** The cells of a row of each version, in the order of the pairs. */
  textsBefore(row: DataRow): readonly string[] {
    return this.#pairs.map(({ before }) => row.text(before) ?? '')
  }

  textsAfter(row: DataRow): readonly string[] {
    return this.#pairs.map(({ after }) => row.text(after) ?? '')
  }

  compare(before: readonly string[], after: readonly string[], row: number): void {
    this.#compared++
    let isChanged = false
    for (let i = 0; i < before.length; i++) {
      if (before[i] === after[i]) continue
      isChanged = true
      this.#count(i, { row, before: before[i]!, after: after[i]! })
    }
    if (isChanged) this.#changed++
  }

  told(): Pick<CellChanges, 'compared' | 'changed' | 'columns'> {
    const columns = this.#pairs.map((pair, i) => ({ ...pair, ...this.#tallies[i]! }))
    return {
      compared: this.#compared,
      changed: this.#changed,
      columns: columns.filter(({ count }) => count > 0).toSorted((a, b) => a.after - b.after),
    }
  }

  #count(pair: number, change: CellChange): void {
    const tally = this.#tallies[pair]!
    tally.count++
    if (change.after === '') tally.emptied++
    if (change.before === '') tally.filled++
    if (tally.examples.length >= EXAMPLES || tally.count > TRIED) return
    const isKnown = tally.examples.some(({ before, after }) => before === change.before && after === change.after)
    if (!isKnown && !this.#isWithheld(this.#pairs[pair]!, change)) tally.examples.push(change)
  }

  /** A value that either version withholds is told of neither: it may be the same person. */
  #isWithheld({ before, after }: ColumnPair, change: CellChange): boolean {
    return [change.before, change.after].some(
      text => this.#before.isValue(before, text) || this.#after.isValue(after, text),
    )
  }
}
