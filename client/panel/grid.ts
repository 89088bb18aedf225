import type { CellSpot, Overview, RowsShown, RowsWanted } from '../../server/protocol/preview'
import { editIn } from './cell-editor'
import { bodyRow, headRow, type Look } from './cells'
import { ColumnPlaces } from './column-places'
import { element, letterOf } from './dom'
import { DrawnRows } from './drawn-rows'
import { Extent, tallestIn } from './extent'
import { Pages } from './pages'
import { say } from './words'

type View = RowsWanted['view']

/** What a grid needs from others. */
interface Hooks {
  readonly rows: (wanted: RowsWanted) => Promise<RowsShown | null>
  readonly sorted: (sort: View['sort']) => void
  /** The cell that has the focus, or that is chosen in the text. */
  readonly chosen: (place: CellSpot) => void
  readonly opened: (place: CellSpot) => void
  readonly fixes: (place: CellSpot) => void
  readonly changed: (place: CellSpot, value: string, was: string) => void
  readonly copied: (place: CellSpot) => void
  readonly total: (total: number) => void
  readonly moved: () => void
}

/** The row at the upper edge, and how far the columns are scrolled, in CSS pixels. */
export interface GridPlace {
  readonly row: number
  readonly left: number
}

/** Columns up to which all labels are in the page. */
const LABELS = 40
/** Rows that are asked for above and below those in the page. */
const AHEAD = 100
/** Above and below what is seen, as much again is in the page: who scrolls fast sees it before the page hears of it. */
const BEYOND = 1

/** A table of any length: rows are in the page while they are in sight, and known by their numbers to who cannot see it. */
export class Grid {
  readonly element: HTMLElement
  readonly #hooks: Hooks
  readonly #table: HTMLTableElement
  readonly #head: HTMLTableSectionElement
  readonly #body: HTMLTableSectionElement
  #columns: Overview['columns'] = []
  /** Grows when other columns are shown. */
  #shown = 0
  #places = new ColumnPlaces({ columns: [], rows: 0 })
  #view: View = {}
  readonly #pages: Pages
  /** The rules by which the columns lie. */
  readonly #style = new CSSStyleSheet()
  readonly #extent = new Extent()
  readonly #rows: DrawnRows
  /** Where the focus is: a place in the view, −1 for the labels, and a column. */
  #at = { index: 0, column: 0 }
  #chosen: CellSpot | undefined
  /** Whether the row that has the focus is still on its way. */
  #isUntold = false
  /** The row in which somebody writes: it is not drawn again, so that what is typed stays. */
  #edited: number | undefined
  /** Where to go once the view is here: to the place where it was left, or to the first cell of a column, with the focus. */
  #awaited: GridPlace | { readonly first: number } | undefined

  constructor(hooks: Hooks) {
    this.#hooks = hooks
    this.#pages = new Pages(hooks.rows, what => this.#arrived(what))
    this.#head = element('thead', { role: 'rowgroup' })
    this.#body = element('tbody', { role: 'rowgroup' })
    this.#rows = new DrawnRows(this.#body)
    document.adoptedStyleSheets.push(this.#style)
    this.#table = element(
      'table',
      { role: 'grid', 'aria-label': say.grid, 'aria-describedby': 'grid-help' },
      this.#head,
      this.#body,
    )
    const help = element('p', { id: 'grid-help', class: 'unseen' }, say.gridHelp)
    this.element = element('div', { class: 'scroller' }, help, this.#table)
    const scrolled = () => {
      this.#draw()
      hooks.moved()
    }
    this.element.addEventListener('scroll', scrolled, { passive: true })
    this.#table.addEventListener('keydown', event => this.#press(event))
    // A screen reader may put the focus on any cell.
    this.#body.addEventListener('focusin', ({ target }) => {
      const { index, column } = (target as HTMLElement).dataset
      if (index !== undefined && column !== undefined) this.#at = { index: Number(index), column: Number(column) }
    })
    this.#body.addEventListener('click', event => this.#point(event))
    this.#body.addEventListener('dblclick', event => this.#point(event, 'edit'))
    new ResizeObserver(() => {
      this.#extent.tallest = tallestIn(this.element)
      this.#draw()
    }).observe(this.element)
  }

  /** Shows a table, or the same one after a change. */
  show({ columns, rows }: Pick<Overview, 'columns' | 'rows'>, view: View): void {
    this.#columns = columns
    this.#shown++
    const places = new ColumnPlaces({ columns, rows })
    if (places.style !== this.#places.style) {
      this.#places = places
      this.#style.replaceSync(places.style)
    }
    this.look(view)
  }

  /** Shows other rows, or the same in another order. */
  look(view: View): void {
    const isOther = JSON.stringify(view) !== JSON.stringify(this.#view)
    if (isOther && !this.#awaited) this.element.scrollTop = 0
    this.#view = view
    this.refresh()
  }

  /** Asks again for what is in sight; what was there stays until the answer comes. */
  refresh(): void {
    this.#pages.begin(this.#view, this.#columns.length)
    this.#want()
  }

  /** Brings a cell that is chosen in the text into sight without taking the focus. */
  choose(place: CellSpot): void {
    // What is chosen in the text while the focus is here was opened from here, and the focus may have gone on since.
    if (document.hasFocus()) return
    this.#chosen = place
    const index = this.#pages.indexOf(place.row)
    if (index !== undefined) this.#reveal(index, place.column)
    this.#draw()
    this.#hooks.chosen(place)
  }

  /** Takes the focus back to where it was. */
  goBack(): void {
    window.focus()
    this.#tellPlace()
    this.#draw()
    this.focus()
  }

  focus(): void {
    this.#cellAt(this.#at.index, this.#at.column)?.focus({ preventScroll: true })
  }

  /** The row at the upper edge, and how far the columns are scrolled. */
  get place(): GridPlace {
    const { scrollTop, scrollLeft } = this.element
    if (this.#awaited && 'row' in this.#awaited) return this.#awaited
    return { row: Math.round(this.#extent.rowAt(scrollTop)), left: scrollLeft }
  }

  /** Goes to where a table was left, as soon as it is there. */
  goTo(place: GridPlace): void {
    this.#awaited = place
  }

  /** Puts the focus on a column's first cell, as soon as the view is there. */
  goToFirst(column: number): void {
    this.#awaited = { first: column }
  }

  #arrived(what: 'rows' | 'total'): void {
    if (what === 'rows') {
      if (this.#isUntold) this.#tellPlace()
      return this.#draw()
    }
    this.#extent.total = this.#pages.total
    this.#hooks.total(this.#pages.total)
    if (this.#awaited === undefined) return
    // The page must be as long as the view before it can be scrolled.
    this.#draw()
    const awaited = this.#awaited
    this.#awaited = undefined
    if ('row' in awaited) this.element.scrollTo(awaited.left, this.#extent.scrolledTo(awaited.row))
    else if (this.#pages.total > 0) this.#moveTo(0, awaited.first)
  }

  /** The first row in the page and the one after the last. */
  get #inPage(): readonly [number, number] {
    const { total, seen } = this.#extent
    const top = this.#extent.rowAt(this.element.scrollTop)
    return [Math.max(0, Math.floor(top - BEYOND * seen)), Math.min(total, Math.ceil(top + (1 + BEYOND) * seen))]
  }

  get #columnsInPage(): readonly number[] {
    return this.#places.inPage(this.element.scrollLeft, this.element.clientWidth)
  }

  #want(): void {
    const columns = this.#columnsInPage
    if (columns.length === 0) return
    const [from, to] = this.#inPage
    const top = Math.floor(this.#extent.rowAt(this.element.scrollTop))
    const seen = Math.ceil(this.#extent.seen)
    this.#pages.want([
      { from: top, to: Math.min(to, top + seen + 1), columns },
      { from, to: Math.min(this.#extent.total, to + AHEAD), columns },
      { from: Math.max(0, from - AHEAD), to: from, columns },
    ])
  }

  #drawnHead = ''

  #draw(): void {
    const columns = this.#columnsInPage
    const hadFocus = this.#table.contains(document.activeElement)
    this.#drawHead(this.#columns.length <= LABELS ? this.#columns.map((_, column) => column) : columns)
    this.#extent.room = this.element.clientHeight - this.#head.offsetHeight
    this.#table.style.width = `${this.#places.width}px`
    this.#table.style.height = `${this.#head.offsetHeight + this.#extent.height}px`
    const [from, to] = this.#inPage
    const indices = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
    // Whoever has the focus keeps it when the row is scrolled away.
    const { index: at } = this.#at
    if (hadFocus && at >= 0 && at < from) indices.unshift(at)
    if (hadFocus && at >= to && at < this.#extent.total) indices.push(at)
    const look = this.#look
    this.#rows.show(
      indices,
      index => (index === this.#edited ? undefined : this.#stampOf(index, columns)),
      index => bodyRow(index, this.#pages.rowAt(index, columns), columns, look),
    )
    const { scrollTop } = this.element
    this.#rows.place(from, to, index => this.#head.offsetHeight + this.#extent.topOf(index, scrollTop))
    this.#table.setAttribute('aria-rowcount', String(this.#extent.total + 1))
    this.#table.setAttribute('aria-colcount', String(this.#columns.length + 1))
    const measured = this.#body.querySelector('tr')?.offsetHeight
    if (measured && measured !== this.#extent.rowHeight) {
      this.#extent.rowHeight = measured
      return this.#draw()
    }
    if (hadFocus && !this.#table.contains(document.activeElement)) this.focus()
    this.#want()
  }

  #drawHead(columns: readonly number[]): void {
    const { sort } = this.#view
    const focused = this.#at.index < 0 ? this.#at.column : undefined
    const stamp = JSON.stringify([columns, sort, focused, this.#shown])
    if (stamp === this.#drawnHead) return
    this.#drawnHead = stamp
    this.#head.replaceChildren(headRow(columns, this.#look, column => this.#sort(column)))
  }

  /** All that decides how a row looks. */
  #stampOf(index: number, columns: readonly number[]): string {
    const focused = this.#at.index === index ? this.#at.column : undefined
    const here = this.#pages.stampOf(index, columns)
    const chosen = this.#chosen && this.#pages.rowAt(index)?.row === this.#chosen.row ? this.#chosen.column : undefined
    return `${here}, ${columns[1]} to ${columns.at(-1)} of ${this.#shown}, ${focused} ${chosen}`
  }

  get #look(): Look {
    const { sort } = this.#view
    return { columns: this.#columns, sort, at: this.#at, chosen: this.#chosen }
  }

  /** Up, down, and as in the file again. */
  #sort(column: number): void {
    this.#at = { index: -1, column }
    const order = this.#view.sort?.column === column ? this.#view.sort.order : undefined
    const next = order === undefined ? 'up' : order === 'up' ? 'down' : undefined
    this.#hooks.sorted(next && { column, order: next })
  }

  #cellAt(index: number, column: number): HTMLElement | undefined {
    if (index < 0) return this.#head.querySelector<HTMLElement>(`th[aria-colindex="${column + 2}"] button`) ?? undefined
    return this.#body.querySelector<HTMLElement>(`td[data-index="${index}"][data-column="${column}"]`) ?? undefined
  }

  #placeAt(index: number, column: number): CellSpot | undefined {
    const row = this.#pages.rowAt(index)
    return row && { row: row.row, column }
  }

  #point(event: MouseEvent, how?: 'edit'): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td[data-index]')
    if (!cell || (event.target as HTMLElement).closest('input')) return
    const [index, column] = [Number(cell.dataset['index']), Number(cell.dataset['column'])]
    this.#moveTo(index, column)
    const place = this.#placeAt(index, column)
    if (!place) return
    if (how === 'edit') this.#edit(place)
    else this.#hooks.opened(place)
  }

  #moveTo(index: number, column: number): void {
    this.#at = {
      index: Math.max(-1, Math.min(this.#extent.total - 1, index)),
      column: Math.max(0, Math.min(this.#columns.length - 1, column)),
    }
    this.#reveal(this.#at.index, this.#at.column)
    this.#tellPlace()
    this.#draw()
    this.focus()
  }

  /** Tells where the focus is, as soon as the row is here. */
  #tellPlace(): void {
    const { index, column } = this.#at
    const place = this.#placeAt(index, column)
    this.#isUntold = place === undefined && index >= 0
    if (!place) return
    this.#chosen = place
    this.#hooks.chosen(place)
  }

  #reveal(index: number, column: number): void {
    const { seen } = this.#extent
    const top = this.#extent.rowAt(this.element.scrollTop)
    if (index >= 0 && index < top) this.element.scrollTop = this.#extent.scrolledTo(index)
    else if (index + 1 > top + seen) this.element.scrollTop = this.#extent.scrolledTo(index + 1 - seen)
    const { scrollLeft, clientWidth } = this.element
    this.element.scrollLeft = this.#places.scrolledTo(column, scrollLeft, clientWidth)
  }

  #press(event: KeyboardEvent): void {
    if ((event.target as HTMLElement).tagName === 'INPUT') return
    const { index, column } = this.#at
    const page = Math.max(1, Math.floor(this.#extent.seen) - 1)
    const end = this.#columns.length - 1
    const isFar = event.ctrlKey || event.metaKey
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [index - 1, column],
      ArrowDown: [index + 1, column],
      ArrowLeft: [index, column - 1],
      ArrowRight: [index, column + 1],
      PageUp: [Math.max(0, index - page), column],
      PageDown: [index + page, column],
      Home: [isFar ? 0 : index, 0],
      End: [isFar ? this.#extent.total - 1 : index, end],
    }
    const move = moves[event.key]
    const place = this.#placeAt(index, column)
    // The first column is in sight wherever the others are scrolled to: who goes home sees those beside it.
    if (event.key === 'Home') this.element.scrollLeft = 0
    if (move) this.#moveTo(...move)
    else if (event.key === 'Enter' && place) this.#hooks.opened(place)
    else if (event.key === 'F2' && place) this.#edit(place)
    else if (event.key === '.' && place) this.#hooks.fixes(place)
    else if (event.key === 'c' && isFar && place) this.#hooks.copied(place)
    else return
    event.preventDefault()
  }

  /** Lets the person write another value; Escape leaves it as it was. */
  #edit(place: CellSpot): void {
    const { index, column } = this.#at
    const cell = this.#cellAt(index, column)
    const shown = this.#pages.rowAt(index, [column])?.cells[0]
    if (!cell || !shown) return
    // A line of the page holds no line break, and its end was not sent: such a cell is changed in the text.
    if (shown.isWithheld || shown.isCut || /[\r\n]/.test(shown.text)) return this.#hooks.opened(place)
    this.#edited = index
    editIn(cell, { name: say.edit(letterOf(column), place.row + 1), text: shown.text }, text => {
      if (text !== undefined) this.#hooks.changed(place, text, shown.text)
      this.#edited = undefined
      this.#rows.forget(index)
      this.#draw()
      this.focus()
    })
  }
}
