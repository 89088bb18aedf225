import type { Head } from './cut'
import type { DataRow } from './data-row'
import type { FileTable } from './file-table'

/** The texts of cells by chunk and column, read once: what is read again after an edit are those of the chunks it touched. */
export class KeptTexts {
  readonly #table: FileTable
  readonly #texts = new WeakMap<Head, (readonly (string | undefined)[] | undefined)[]>()

  /** `table`: one whose rows are no comments. */
  constructor(table: FileTable) {
    this.#table = table
  }

  /** The rows of data from the first on, at most so many, as `dataRows` tells them. */
  *rows(most: number): Generator<DataRow> {
    const { cut, firstDataRow } = this.#table
    for (let at = 0; cut.heads[at] || cut.cutNext(); at++) {
      const head = cut.heads[at]!
      const { firstRow, firstColumn, rowCount, rowEnded } = head
      const end = firstDataRow + most - firstRow
      if (end <= 0) return
      const texts = this.#of(head)
      for (let i = Math.max(0, firstDataRow - firstRow); i < Math.min(rowCount, end); i++) {
        if (i === 0 && firstColumn > 0) continue
        const index = firstRow + i
        const goesOn = i === rowCount - 1 && !rowEnded
        const text = (column: number) =>
          goesOn ? this.#table.text(index, column) : (texts[column] ??= this.#read(head, column))[i]
        yield { index, text }
      }
    }
  }

  #of(head: Head): (readonly (string | undefined)[] | undefined)[] {
    const known = this.#texts.get(head) ?? []
    this.#texts.set(head, known)
    return known
  }

  #read(head: Head, column: number): readonly (string | undefined)[] {
    const chunk = this.#table.cut.indexes.of(head)
    return Array.from({ length: chunk.rowCount }, (_, row) => {
      const cell = chunk.rowCells[row]! + column
      return cell < chunk.rowCells[row + 1]! ? this.#table.textAt(chunk, cell) : undefined
    })
  }
}
