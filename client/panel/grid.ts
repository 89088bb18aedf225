import type { CellSpot, Overview, RowsShown, RowsWanted } from '../../server/protocol'
import { bodyRow, columnElements, headRow, type Look, NUMBERS, spacer, widthOf } from './cells'
import { element } from './dom'
import { Pages } from './pages'
import { say } from './words'

type View = RowsWanted['view']

/** What a grid needs from others. */
export interface Hooks {
  readonly rows: (wanted: RowsWanted) => Promise<RowsShown | null>
  readonly sorted: (sort: View['sort']) => void
  /** The cell that has the focus, or that is chosen in the text. */
  readonly chosen: (place: CellSpot) => void
  readonly opened: (place: CellSpot) => void
  readonly fixes: (place: CellSpot) => void
  readonly changed: (place: CellSpot, value: string, was: string) => void
  readonly copied: (place: CellSpot) => void
  readonly total: (total: number) => void
}

/** Rows that are in the page above and below those in sight. */
const BEYOND = 8
/** Columns beyond which only those near the ones in sight are in the page. */
const COLUMNS = 40
/**
 * The tallest that the rows may be together, in CSS pixels: beyond it, they pass faster than the scroll bar. Browsers count
 * what is scrolled in numbers of 24 bits, and now and then go back to 2^24.
 */
const TALLEST = 16_000_000

/** A table of any length: rows are in the page while they are in sight, and known by their numbers to who cannot see it. */
export class Grid {
  readonly element: HTMLElement
  readonly #hooks: Hooks
  readonly #table: HTMLTableElement
  readonly #head: HTMLTableSectionElement
  readonly #body: HTMLTableSectionElement
  readonly #columnGroup: HTMLElement
  #columns: Overview['columns'] = []
  #widths: readonly number[] = []
  #view: View = {}
  readonly #pages: Pages
  #rowHeight = 26
  /** What the browser lets a page be, which depends on how far it is enlarged. */
  #tallest = TALLEST
  #shown: readonly number[] = []
  /** Where the focus is: a place in the view, −1 for the labels, and a column. */
  #at = { index: 0, column: 0 }
  #chosen: CellSpot | undefined

  constructor(hooks: Hooks) {
    this.#hooks = hooks
    this.#pages = new Pages(hooks.rows, what =>
      what === 'total' ? hooks.total(this.#pages.total) : this.#draw('again'),
    )
    this.#columnGroup = element('colgroup')
    this.#head = element('thead')
    this.#body = element('tbody')
    this.#table = element(
      'table',
      { role: 'grid', 'aria-label': say.grid, 'aria-describedby': 'grid-help' },
      this.#columnGroup,
      this.#head,
      this.#body,
    )
    const help = element('p', { id: 'grid-help', class: 'unseen' }, say.gridHelp)
    this.element = element('div', { class: 'scroller' }, help, this.#table)
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true })
    this.#table.addEventListener('keydown', event => this.#press(event))
    // A screen reader may put the focus on any cell.
    this.#body.addEventListener('focusin', ({ target }) => {
      const { index, column } = (target as HTMLElement).dataset
      if (index !== undefined && column !== undefined) this.#at = { index: Number(index), column: Number(column) }
    })
    this.#body.addEventListener('click', event => this.#point(event))
    this.#body.addEventListener('dblclick', event => this.#point(event, 'edit'))
    new ResizeObserver(() => {
      this.#tallest = tallest(this.element)
      this.#draw()
    }).observe(this.element)
  }

  /** Shows a table, or the same one after a change. */
  show({ columns }: Pick<Overview, 'columns'>, view: View): void {
    const isOther =
      JSON.stringify(columns.map(({ label }) => label)) !== JSON.stringify(this.#columns.map(({ label }) => label))
    this.#columns = columns
    if (isOther) this.#widths = columns.map(widthOf)
    this.look(view)
  }

  /** Shows other rows, or the same in another order. */
  look(view: View): void {
    if (JSON.stringify(view) !== JSON.stringify(this.#view)) this.element.scrollTop = 0
    this.#view = view
    this.refresh()
  }

  /** Asks again for what is in sight; what was there stays until the answer comes. */
  refresh(): void {
    this.#pages.forget()
    this.#ask(this.#firstIndex())
  }

  /** Brings a cell into sight without taking the focus. */
  choose(place: CellSpot): void {
    this.#chosen = place
    const index = this.#pages.indexOf(place.row, this.#view)
    if (index !== undefined) this.#reveal(index, place.column)
    this.#draw('again')
  }

  focus(): void {
    this.#cellAt(this.#at.index, this.#at.column)?.focus()
  }

  #ask(index: number): void {
    void this.#pages.ask(index, this.#view, this.#columnsInSight())
  }

  get #height(): number {
    return Math.min(this.#pages.total * this.#rowHeight, this.#tallest)
  }

  #firstIndex(): number {
    const room = this.element.clientHeight - this.#rowHeight
    const hidden = this.#height - room
    if (hidden <= 0) return 0
    const share = Math.min(1, this.element.scrollTop / hidden)
    return Math.max(0, Math.floor(share * (this.#pages.total - room / this.#rowHeight)))
  }

  #columnsInSight(): readonly number[] {
    const all = this.#columns.map((_, column) => column)
    if (all.length <= COLUMNS) return all
    let left = 0
    let first = 0
    while (first < all.length - COLUMNS && left + this.#widths[first]! < this.element.scrollLeft)
      left += this.#widths[first++]!
    const from = Math.max(1, first - 6)
    return [0, ...all.slice(from, first + COLUMNS)]
  }

  #drawn = ''
  /** Meanwhile nothing is drawn again, so that what is typed stays. */
  #isEditing = false

  #draw(how?: 'again'): void {
    if (this.#isEditing) return
    const columns = this.#columnsInSight()
    const room = Math.ceil(this.element.clientHeight / this.#rowHeight)
    const first = Math.max(0, this.#firstIndex() - BEYOND)
    const last = Math.min(this.#pages.total, first + room + 2 * BEYOND)
    const key = `${first} ${last} ${columns.join()}`
    if (how !== 'again' && key === this.#drawn) return
    if (this.#drawn !== '' && columns.join() !== this.#shown.join()) {
      this.#shown = columns
      this.#drawn = key
      return this.refresh()
    }
    this.#drawn = key
    this.#shown = columns
    const hadFocus = this.#table.contains(document.activeElement)
    this.#head.replaceChildren(headRow(columns, this.#look, column => this.#sort(column)))
    this.#columnGroup.replaceChildren(...columnElements(columns, this.#widths))
    this.#table.style.width = `${NUMBERS + this.#widths.reduce((sum, width) => sum + width, 0)}px`
    const height = this.#height
    const above =
      this.#pages.total * this.#rowHeight <= this.#tallest
        ? first * this.#rowHeight
        : Math.min(this.element.scrollTop, height - (last - first) * this.#rowHeight)
    const rows: HTMLElement[] = [spacer(above, columns.length)]
    for (let index = first; index < last; index++) {
      const row = this.#pages.rowAt(index)
      if (!row) this.#ask(index)
      rows.push(bodyRow(index, row, columns, this.#look))
    }
    rows.push(spacer(Math.max(0, height - above - (last - first) * this.#rowHeight), columns.length))
    this.#body.replaceChildren(...rows)
    this.#table.setAttribute('aria-rowcount', String(this.#pages.total + 1))
    this.#table.setAttribute('aria-colcount', String(this.#columns.length + 1))
    const measured = this.#body.querySelector<HTMLElement>('tr[aria-rowindex]')?.offsetHeight
    if (measured && measured !== this.#rowHeight) {
      this.#rowHeight = measured
      return this.#draw('again')
    }
    if (hadFocus) this.focus()
  }

  get #look(): Look {
    return { columns: this.#columns, sort: this.#view.sort, at: this.#at, chosen: this.#chosen }
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
      index: Math.max(-1, Math.min(this.#pages.total - 1, index)),
      column: Math.max(0, Math.min(this.#columns.length - 1, column)),
    }
    if (this.#at.index >= 0) this.#reveal(this.#at.index, this.#at.column)
    const place = this.#placeAt(this.#at.index, this.#at.column)
    if (place) {
      this.#chosen = place
      this.#hooks.chosen(place)
    }
    this.#draw('again')
    this.focus()
  }

  #reveal(index: number, column: number): void {
    const room = this.element.clientHeight - 2 * this.#rowHeight
    const scale = this.#height / Math.max(1, this.#pages.total * this.#rowHeight)
    const top = index * this.#rowHeight * scale
    if (top < this.element.scrollTop) this.element.scrollTop = top
    else if (top > this.element.scrollTop + room - this.#rowHeight)
      this.element.scrollTop = top - room + this.#rowHeight
    if (column === 0) return
    const left = this.#widths.slice(1, column).reduce((sum, width) => sum + width, 0)
    const free = this.element.clientWidth - NUMBERS - (this.#widths[0] ?? 0)
    if (left < this.element.scrollLeft) this.element.scrollLeft = left
    else if (left + this.#widths[column]! > this.element.scrollLeft + free)
      this.element.scrollLeft = left + this.#widths[column]! - free
  }

  #press(event: KeyboardEvent): void {
    if ((event.target as HTMLElement).tagName === 'INPUT') return
    const { index, column } = this.#at
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#rowHeight) - 2)
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
      End: [isFar ? this.#pages.total - 1 : index, end],
    }
    const move = moves[event.key]
    const place = this.#placeAt(index, column)
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
    const shown = this.#pages.rowAt(index)?.cells[this.#shown.indexOf(column)]
    if (!cell || !shown) return
    // A line of the page holds no line break, and its end was not sent: such a cell is changed in the text.
    if (shown.isWithheld || shown.isCut || /[\r\n]/.test(shown.text)) return this.#hooks.opened(place)
    const input = element('input', { type: 'text', value: shown.text, 'aria-label': say.edit, class: 'editing' })
    let isDone = false
    const finish = (isKept: boolean) => {
      if (isDone) return
      isDone = true
      this.#isEditing = false
      if (isKept && input.value !== shown.text) this.#hooks.changed(place, input.value, shown.text)
      this.#draw('again')
      this.focus()
    }
    input.addEventListener('keydown', event => {
      if (event.key === 'Enter') finish(true)
      else if (event.key === 'Escape') finish(false)
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    input.addEventListener('blur', () => finish(true))
    this.#isEditing = true
    cell.replaceChildren(input)
    input.select()
  }
}

/** How tall something in a place may be; browsers cut what is taller. */
function tallest(place: HTMLElement): number {
  const probe = element('div')
  probe.style.height = `${TALLEST}px`
  place.append(probe)
  const { height } = probe.getBoundingClientRect()
  probe.remove()
  // What is near the limit is drawn inexactly.
  return height < TALLEST ? 0.9 * height : TALLEST
}
