import type { Overview } from '../../server/protocol/preview'
import { say } from './words'

/** Widths of the row numbers, with room for an icon: of a digit, and beside them, in CSS pixels. */
const DIGIT = 9
const BESIDE = 34

/** Where the columns lie, and which of them are in the page. */
export class ColumnPlaces {
  /** From the left edge of the table, and where the last one ends. */
  readonly lefts: readonly number[]
  /** The columns in the page besides the first, which is always there. */
  #from = 1
  #to = 1

  constructor({ columns, rows }: Pick<Overview, 'columns' | 'rows'>) {
    const lefts = [BESIDE + DIGIT * Math.max(3, String(rows).length)]
    for (const column of columns) lefts.push(lefts.at(-1)! + widthOf(column))
    this.lefts = lefts
  }

  /** The rules by which cells of the class `c` and the column's number lie; a row is faster to style than with rules of its own. */
  get style(): string {
    const rules = Array.from({ length: this.count }, (_, column) => {
      // The first one stays where it is.
      const left = column === 0 ? '' : `left:${this.lefts[column]}px;`
      return `.c${column}{${left}width:${this.widthOf(column)}px}`
    })
    return `.number{width:${this.lefts[0]}px}.first{inset-inline-start:${this.lefts[0]}px}${rules.join('')}`
  }

  get count(): number {
    return this.lefts.length - 1
  }

  get width(): number {
    return this.lefts.at(-1)!
  }

  widthOf(column: number): number {
    return this.lefts[column + 1]! - this.lefts[column]!
  }

  /** The columns to have in the page: those in sight, and some beside them so that it need not follow each step. */
  inPage(scrolled: number, room: number): readonly number[] {
    if (this.count === 0) return []
    const [from, to] = this.#seen(scrolled, room)
    if (from < this.#from || to > this.#to) [this.#from, this.#to] = this.#seen(scrolled - room / 2, 2 * room)
    return [0, ...Array.from({ length: this.#to - this.#from }, (_, i) => this.#from + i)]
  }

  /** How far to scroll for a column to be in sight, beside the first, which stays. */
  scrolledTo(column: number, scrolled: number, room: number): number {
    if (column === 0) return scrolled
    const [left, right] = [this.lefts[column]!, this.lefts[column + 1]!]
    // Of one that is wider than the room, the beginning is seen.
    return Math.min(left - this.lefts[1]!, Math.max(right - room, scrolled))
  }

  /** The columns after the first that begin before the right edge and end after the left one. */
  #seen(scrolled: number, room: number): readonly [number, number] {
    let from = 1
    while (from < this.count && this.lefts[from + 1]! <= scrolled + this.lefts[1]!) from++
    let to = from
    while (to < this.count && this.lefts[to]! < scrolled + room) to++
    return [from, to]
  }
}

/** Wide enough for the label, and for values of the kind. */
function widthOf({ label, isNumeric }: Overview['columns'][number]): number {
  const { length } = label.trim() === '' ? say.unnamed('A') : label
  return Math.min(320, Math.max(isNumeric ? 110 : 150, 60 + 8 * length))
}
