import type { Dataset } from './dataset'
import type { Run } from './draft'
import type { Chunk } from './model/chunk'
import { ANY, rowKinds } from './row-shape'
import type { Row, RowRule } from './rules/rule'

/** A row rule made ready for a table. */
export interface RowTest {
  readonly rule: RowRule
  /** The kinds of row that it reads, as a bit mask. */
  readonly wanted: number
  readonly check: NonNullable<ReturnType<RowRule['check']>>
}

/** Asks a row rule whether it concerns the table. */
export function rowTest(run: Run, rule: RowRule): RowTest | undefined {
  const check = run.safely(rule, () => rule.check(run.dataset.described))
  const kinds = typeof rule.when === 'string' ? [rule.when] : rule.when
  const wanted = kinds ? kinds.reduce((mask, kind) => mask | rowKinds[kind], 0) : ANY
  return check && { rule, wanted, check }
}

/** Where a row lies whole. */
interface RowPlace {
  readonly chunk: Chunk
  /** Its number there, from 0. */
  readonly index: number
}

/** A row as rules see it. */
export class RowView implements Row {
  readonly index: number
  readonly width: number
  readonly isFull: boolean
  readonly #dataset: Dataset
  readonly #place: RowPlace | undefined
  #cells: readonly string[] | undefined

  /** `legible`: cells that surely hold something; `place`: undefined for a row that lies in several chunks. */
  constructor(
    { dataset }: Run,
    { row, width, legible }: { readonly row: number; readonly width: number; readonly legible: number },
    place: RowPlace | undefined,
  ) {
    this.#dataset = dataset
    this.#place = place
    this.index = row
    this.width = width
    this.isFull = legible === width
  }

  text(column: number): string {
    const { table } = this.#dataset
    if (!this.#place) return table.text(this.index, column) ?? ''
    const { chunk, index } = this.#place
    return column < this.width ? table.textAt(chunk, chunk.rowCells[index]! + column) : ''
  }

  get cells(): readonly string[] {
    if (!this.#cells) {
      const cells: string[] = []
      const count = Math.min(this.width, 2 * this.#dataset.described.columns.length)
      for (let column = 0; column < count; column++) cells.push(this.text(column))
      this.#cells = cells
    }
    return this.#cells
  }

  get written(): string {
    const { table } = this.#dataset
    return decoder.decode(table.bytesOf(table.rowSpan(this.index)))
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
