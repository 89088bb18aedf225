import { type Dataset, textOf } from './dataset'
import { applyEdits } from './fix'
import { putIn } from './model/put-in'
import type { Edit, Span } from './model/span'
import { Withheld } from './withheld'

/** A stretch of a text with a mark in place of each value, or part of one, that is not told. */
export type MaskedText = (stretch: Span) => string

/**
 * The texts of datasets, masked where they are asked for: a stretch costs what its own cells do. A value has the same mark
 * wherever it stands, so that of two versions of a text it is seen where they differ; what is not told in one of them is
 * not told in those after it either, whatever is left in them that says what it was.
 */
export function maskedTexts(datasets: readonly Dataset[]): readonly MaskedText[] {
  const marks = new Map<string, string>()
  const markOf = (text: string) => {
    const mark = marks.get(text) ?? `[…${marks.size + 1}]`
    marks.set(text, mark)
    return mark
  }
  const before: Secrets[] = []
  return datasets.map(dataset => {
    const tables = tablesIn(dataset).map(table => {
      const secrets = new Secrets(table, [...before])
      before.push(secrets)
      return new MarkedTable(table, secrets, markOf)
    })
    return stretch => {
      const text = textOf(dataset).subarray(stretch.start, stretch.end)
      const edits = apart(tables.flatMap(table => [...table.marksIn(stretch)]))
      return decoder.decode(edits.length === 0 ? text : applyEdits(text, edits))
    }
  })
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The tables of a file: those inside a document, or the file itself. */
function tablesIn(dataset: Dataset): readonly Dataset[] {
  const inner = [...(dataset.inner?.().tables.values() ?? [])]
  return dataset.readable && !dataset.tree ? [...inner, dataset] : inner
}

/** What is not told of a table: what it withholds itself, and what those before it do under the same label. */
class Secrets {
  readonly #withheld: Withheld
  readonly #labels: readonly string[]
  readonly #before: readonly Secrets[]
  readonly #columns = new Map<string, number[]>()

  constructor(dataset: Dataset, before: readonly Secrets[]) {
    this.#withheld = new Withheld(dataset)
    this.#labels = dataset.table.labels
    this.#before = before
    for (const [column, label] of this.#labels.entries()) putIn(this.#columns, label, column)
    // Cells beyond the labels have none.
    putIn(this.#columns, '', this.#labels.length)
  }

  isLabel(column: number): boolean {
    return [this, ...this.#before].some(one => one.#withheld.labelOf(column) !== (one.#labels[column] ?? ''))
  }

  isValue(column: number, text: string): boolean {
    const label = this.#labels[column] ?? ''
    return this.#withheld.isValue(column, text) || this.#before.some(one => one.#isUnder(label, text))
  }

  #isUnder(label: string, text: string): boolean {
    return this.#columns.get(label)?.some(column => this.#withheld.isValue(column, text)) === true
  }
}

/** A table, and the marks for what of it is not told. */
class MarkedTable {
  readonly #dataset: Dataset
  readonly #secrets: Secrets
  readonly #markOf: (text: string) => string
  /** Found when they are first asked for: those of JSON stand in its records. */
  #labels: readonly Edit[] | undefined
  /** Where the last stretch began: the next one is most often further on. */
  #row = 0

  constructor(dataset: Dataset, secrets: Secrets, markOf: (text: string) => string) {
    this.#dataset = dataset
    this.#secrets = secrets
    this.#markOf = markOf
  }

  /** The marks of a stretch, as edits of it; a value of which it holds a part has its mark there. */
  *marksIn(stretch: Span): Generator<Edit> {
    this.#labels ??= [...this.#marksOf(this.#dataset.table.headerRow)]
    for (const label of this.#labels) yield* within(label, stretch)
    const { table } = this.#dataset
    for (let row = this.#rowAt(stretch.start); row < table.rowCount && table.rowStart(row) < stretch.end; row++)
      if (row !== table.headerRow) for (const value of this.#marksOf(row)) yield* within(value, stretch)
  }

  *#marksOf(row: number | undefined): Generator<Edit> {
    const { table } = this.#dataset
    if (row === undefined) return
    for (let column = 0, width = table.width(row); column < width; column++) {
      const text = table.text(row, column) ?? ''
      const isHidden = row === table.headerRow ? this.#secrets.isLabel(column) : this.#secrets.isValue(column, text)
      const span = isHidden ? table.cellSpan(row, column) : undefined
      if (span) yield { span, text: this.#markOf(text) }
    }
  }

  /** The row that a byte is in, or the last one before it. */
  #rowAt(offset: number): number {
    const { table } = this.#dataset
    if (table.rowStart(this.#row) > offset) this.#row = 0
    while (this.#row + 1 < table.rowCount && table.rowStart(this.#row + 1) <= offset) this.#row++
    return this.#row
  }
}

function* within({ span, text }: Edit, { start, end }: Span): Generator<Edit> {
  if (span.start >= end || span.end <= start) return
  yield { span: { start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }, text }
}

/** In order; of a value that stands inside another the mark of the outer one. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  let end = 0
  return edits
    .toSorted((one, other) => one.span.start - other.span.start || other.span.end - one.span.end)
    .filter(({ span }) => {
      const isFree = span.start >= end
      if (isFree) end = span.end
      return isFree
    })
}
