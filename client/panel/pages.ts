import type { CellShown, RowsShown, RowsWanted } from '../../server/protocol/preview'

type View = RowsWanted['view']
type Row = RowsShown['rows'][number]

/** A row as far as it is here: nothing for a cell that is still on its way, null for one that the row has not. */
export interface RowHere {
  readonly row: number
  readonly worst?: NonNullable<Row['worst']>
  readonly cells: readonly (CellShown | null | undefined)[]
}

/** Rows that are near each other, and columns that are. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly columns: readonly number[]
}

/** Rows and columns that are asked for together. */
const ROWS = 100
const COLUMNS = 20
/** Pages that are asked for at once: what is wanted after them is what is in sight by then. */
const AT_ONCE = 3
/** Pages that are kept. */
const KEPT = 200
/** Milliseconds after which a page that did not come is asked for again, and how often in a row. */
const AGAIN = 300
const MOST = 20

interface Page {
  readonly rows: readonly Row[]
  /** Grows from page to page in the order in which they came. */
  readonly number: number
}

/** The rows of a view as far as they are here, asked for page by page. */
export class Pages {
  readonly #rows: (wanted: RowsWanted) => Promise<RowsShown | null>
  readonly #arrived: (what: 'rows' | 'total') => void
  #pages = new Map<string, Page>()
  #asked = new Set<string>()
  /** The pages wanted now, the most urgent first. */
  #wanted: readonly string[] = []
  #view: View = {}
  #columns = 0
  /** Grows when what was asked for is wanted no longer. */
  #round = 0
  /** Pages in a row that did not come, because the text changed meanwhile or is no longer there. */
  #missed = 0
  #came = 0
  /** Rows of the view, as far as anybody has said. */
  total = 0

  /** `arrived`: rows are here, and whether the view has another number of them. */
  constructor(rows: (wanted: RowsWanted) => Promise<RowsShown | null>, arrived: (what: 'rows' | 'total') => void) {
    this.#rows = rows
    this.#arrived = arrived
  }

  /** Another view, or the same one of another text with so many columns: what is here or on its way is wanted no longer. */
  begin(view: View, columns: number): void {
    this.#view = view
    this.#columns = columns
    this.#round++
    this.#pages = new Map()
    this.#asked = new Set()
  }

  /** Asks for what is not here of some stretches, the most urgent first; what was wanted before and not yet asked for is not. */
  want(stretches: readonly Stretch[]): void {
    this.#wanted = stretches.flatMap(({ from, to, columns }) => {
      const bands = [...new Set(columns.map(bandOf))]
      const pages = Array.from({ length: Math.max(1, Math.ceil(to / ROWS) - pageOf(from)) }, (_, i) => pageOf(from) + i)
      return pages.flatMap(page => bands.map(band => keyOf(page, band)))
    })
    this.#askOn()
  }

  /** Whether two answers of it mean the same rows, drawn alike. */
  stampOf(index: number, columns: readonly number[]): string {
    const bands = [...new Set(columns.map(bandOf))]
    return bands.map(band => this.#pages.get(keyOf(pageOf(index), band))?.number).join(' ')
  }

  rowAt(index: number, columns: readonly number[] = [0]): RowHere | undefined {
    const rows = (column: number) => this.#pages.get(keyOf(pageOf(index), bandOf(column)))?.rows[index % ROWS]
    const known = rows(columns.at(-1)!) ?? rows(0)
    return known && { ...known, cells: columns.map(column => rows(column)?.cells[column % COLUMNS]) }
  }

  /** Where in the view a row of the file is, as far as that is known. */
  indexOf(row: number): number | undefined {
    for (const [key, { rows }] of this.#pages) {
      const at = rows.findIndex(one => one.row === row)
      if (at >= 0) return Number(key.split(' ')[0]) * ROWS + at
    }
    // Without a search or an order the rows lie as in the file.
    const first = this.#first
    const isPlain = !this.#view.sort && !this.#view.text && !this.#view.rule
    if (!isPlain || first === undefined) return undefined
    const index = row - first
    return index >= 0 && index < this.total ? index : undefined
  }

  /** The file's number of the first row, once any was here. */
  #first: number | undefined

  #askOn(): void {
    for (const key of this.#wanted) {
      if (this.#asked.size >= AT_ONCE) return
      if (!this.#pages.has(key) && !this.#asked.has(key)) void this.#ask(key)
    }
  }

  async #ask(key: string): Promise<void> {
    const round = this.#round
    const [page, band] = key.split(' ').map(Number) as [number, number]
    const columns = Array.from(
      { length: Math.min(COLUMNS, this.#columns - band * COLUMNS) },
      (_, i) => band * COLUMNS + i,
    )
    this.#asked.add(key)
    const answer = await this.#rows({ view: this.#view, from: page * ROWS, count: ROWS, columns })
    if (round !== this.#round) return
    this.#asked.delete(key)
    if (!answer) {
      if (this.#missed++ < MOST) setTimeout(() => this.#arrived('rows'), AGAIN)
      return
    }
    this.#missed = 0
    if (page === 0) this.#first = answer.rows[0]?.row
    this.#keep(key, answer.rows)
    const isOther = answer.total !== this.total || this.#pages.size === 1
    this.total = answer.total
    if (isOther) this.#arrived('total')
    this.#arrived('rows')
    this.#askOn()
  }

  #keep(key: string, rows: readonly Row[]): void {
    this.#pages.set(key, { rows, number: ++this.#came })
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > KEPT) this.#pages.delete(oldest!)
  }
}

function pageOf(index: number): number {
  return Math.floor(index / ROWS)
}

function bandOf(column: number): number {
  return Math.floor(column / COLUMNS)
}

function keyOf(page: number, band: number): string {
  return `${page} ${band}`
}
