import type { RowsShown, RowsWanted } from '../../server/protocol'

type View = RowsWanted['view']
export type Row = RowsShown['rows'][number]

/** Rows that are asked for together. */
const PAGE = 100
/** Milliseconds after which a page that did not come is asked for again, and how often in a row. */
const AGAIN = 300
const MOST = 20

/** The rows of a view as far as they are here, asked for page by page. */
export class Pages {
  readonly #rows: (wanted: RowsWanted) => Promise<RowsShown | null>
  readonly #arrived: (what: 'rows' | 'total') => void
  #pages = new Map<number, readonly Row[] | 'asked'>()
  /** Grows when what was asked for is wanted no longer. */
  #round = 0
  /** Pages in a row that did not come, because the text changed meanwhile or is no longer there. */
  #missed = 0
  /** Rows of the view, as far as anybody has said. */
  total = 0

  /** `arrived`: rows are here, and whether the view has another number of them. */
  constructor(rows: (wanted: RowsWanted) => Promise<RowsShown | null>, arrived: (what: 'rows' | 'total') => void) {
    this.#rows = rows
    this.#arrived = arrived
  }

  /** What is here or on its way is wanted no longer. */
  forget(): void {
    this.#round++
    this.#pages = new Map()
  }

  /** Asks for the page of a row, unless it is here or on its way. */
  async ask(index: number, view: View, columns: readonly number[]): Promise<void> {
    const page = Math.floor(index / PAGE)
    if (this.#pages.has(page)) return
    const round = this.#round
    this.#pages.set(page, 'asked')
    const answer = await this.#rows({ view, from: page * PAGE, count: PAGE, columns })
    if (round !== this.#round) return
    if (!answer) {
      this.#pages.delete(page)
      if (this.#missed++ < MOST) setTimeout(() => this.#arrived('rows'), AGAIN)
      return
    }
    this.#missed = 0
    this.#pages.set(page, answer.rows)
    const isOther = answer.total !== this.total || this.#pages.size === 1
    this.total = answer.total
    if (isOther) this.#arrived('total')
    this.#arrived('rows')
  }

  rowAt(index: number): Row | undefined {
    const page = this.#pages.get(Math.floor(index / PAGE))
    return page === undefined || page === 'asked' ? undefined : page[index % PAGE]
  }

  /** Where in the view a row of the file is, as far as that is known. */
  indexOf(row: number, view: View): number | undefined {
    for (const [page, rows] of this.#pages) {
      const at = rows === 'asked' ? -1 : rows.findIndex(one => one.row === row)
      if (at >= 0) return page * PAGE + at
    }
    // Without a search or an order the rows lie as in the file.
    const first = this.#pages.get(0)
    const isPlain = !view.sort && !view.text && !view.rule
    if (!isPlain || !first || first === 'asked' || !first[0]) return undefined
    const index = row - first[0].row
    return index >= 0 && index < this.total ? index : undefined
  }
}
