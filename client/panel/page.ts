import type { CellKnown, CellSpot, Overview, RowsWanted } from '../../server/protocol/preview'
import { CardsView } from './cards-view'
import { button, element, letterOf } from './dom'
import { ask, hear, keep, kept, tell } from './editor'
import { Grid } from './grid'
import type { ShownAs, Tab } from './messages'
import { verdictView } from './verdict-view'
import { severityMark } from './marks'
import { say } from './words'

// The page of the preview: what the server tells of a file, as a table, as columns, as a verdict.

const { uri = '', level = 'agent' } = document.body.dataset
const before = kept(uri)
const tabs: readonly Tab[] = level === 'elu' ? ['verdict', 'columns', 'table'] : ['table', 'columns', 'verdict']
let tab: Tab = before?.tab ?? tabs[0]!
let view: RowsWanted['view'] = before?.view ?? {}
let overview: Overview | undefined
let shownAs: ShownAs = 'open'
/** Milliseconds between two looks at how far the check has come. */
const PROGRESS = 400
/** Milliseconds of rest after which is kept what is looked at. */
const KEEPING = 200
let keeping: ReturnType<typeof setTimeout> | undefined
/** Grows each time all is asked for again. */
let refreshed = 0

const note = element('p', { class: 'note', role: 'status' }, say.reading)
const progress = element('progress', { max: 1, 'aria-label': say.checking, hidden: true })
/** What is said of a file of which only the first rows are here. */
const part = element('div', { class: 'part', role: 'status', hidden: true })
const count = element('span', { class: 'count', role: 'status' })
const detail = element('div', { class: 'detail', role: 'region', 'aria-label': say.detail, 'aria-live': 'polite' })
const verdict = element('div')
const cards = new CardsView(column => look({ sort: { column, order: 'down' } }))
const grid = new Grid({
  rows: wanted => ask('vigie/rows', wanted),
  sorted: sort => look({ ...view, sort }),
  chosen: place => void showCell(place),
  opened: place => tell({ go: place, focus: false }),
  fixes: place => tell({ fix: place }),
  changed: (place, value, was) => tell({ set: { ...place, value, was } }),
  copied: place => tell({ copy: place }),
  total: total => showCount(total),
  moved: () => keepSoon(),
})

const search = element('input', { type: 'search', id: 'search', autocomplete: 'off' })
const inColumn = element('select', { id: 'in-column' })
const ofRule = element('select', { id: 'of-rule' })
const panels: Readonly<Record<Tab, HTMLElement>> = {
  table: panel(
    'table',
    element(
      'div',
      { class: 'tools', role: 'search' },
      labelled(say.search, search),
      labelled(say.inColumn, inColumn),
      labelled(say.problems, ofRule),
      count,
    ),
    grid.element,
    detail,
  ),
  columns: panel('columns', cards.element),
  verdict: panel('verdict', verdict),
}
const tabList = element('div', { role: 'tablist', class: 'tabs', 'aria-label': say.views }, ...tabs.map(tabOf))

document.body.append(
  element(
    'main',
    {},
    element('h1', { class: 'unseen' }, say.title(decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)))),
    element('div', { class: 'head' }, tabList, note, progress),
    part,
    ...tabs.map(name => panels[name]),
  ),
)
showTab(tab)
search.addEventListener(
  'input',
  debounced(() => look({ ...view, text: search.value })),
)
inColumn.addEventListener('change', () =>
  look({ ...view, column: inColumn.value === '' ? undefined : Number(inColumn.value) }),
)
ofRule.addEventListener('change', () => look({ ...view, rule: ofRule.value === '' ? undefined : ofRule.value }))
document.addEventListener('keydown', stepBack)
hear(message => {
  if ('select' in message) return grid.choose(message.select)
  if ('back' in message) return isStepOfGrid ? grid.goBack() : window.focus()
  shownAs = message.changed
  // What was read last stays in view.
  if (shownAs === 'deleted') note.textContent = say.deleted
  else void refresh()
})
if (before) grid.goTo(before.place)
fillRules({ rules: [] })
showWanted()
tell({ ready: true })
void refresh()

/** Asks for all again: the rows first, which are there before the findings. */
async function refresh(): Promise<void> {
  const round = ++refreshed
  if (overview) grid.refresh()
  let isCounted = overview?.part !== undefined
  if (isCounted) void showAllRows(round)
  note.textContent = overview ? say.checking : say.reading
  if (!overview) {
    const first = await ask('vigie/overview', { when: 'now' })
    if (first && round === refreshed) {
      overview = first
      note.textContent = say.checking
      showPart(first)
      fillColumns(first)
      grid.show(first, view)
      isCounted = first.part !== undefined
      if (isCounted) void showAllRows(round)
      const sampled = await ask('vigie/overview', { when: 'first-rows' })
      if (sampled && round === refreshed) showVerdict(sampled)
    }
  }
  const hideProgress = showProgress()
  const now = await ask('vigie/overview', { when: 'checked' })
  hideProgress()
  if (round !== refreshed) return
  note.textContent = !now ? say.noTable : shownAs === 'closed' ? say.closed : ''
  overview = now ?? undefined
  if (!now) return
  showPart(now)
  fillColumns(now)
  fillRules(now)
  grid.show(now, view)
  showVerdict(now)
  if (pending) void showCell(pending)
  // A file may have grown beyond what is held.
  if (now.part && !isCounted) void showAllRows(round)
  if (tab === 'columns') await cards.show(now)
}

/** Shows the rows of a large file behind those that are checked, once they are counted. */
async function showAllRows(round: number): Promise<void> {
  const counted = await ask('vigie/overview', { when: 'counted' })
  if (!counted || !overview || round !== refreshed) return
  const { rows, part: told } = counted
  overview = { ...overview, rows, ...(told && { part: told }) }
  showPart(overview)
  grid.show(overview, view)
}

function showPart({ part: { told } = { rows: 0, told: '' } }: Overview): void {
  part.hidden = told === ''
  // What is said already is not said again.
  if (told === '' || part.textContent?.startsWith(told)) return
  part.replaceChildren(
    element('p', {}, told),
    button(say.checkAll, () => tell({ check: true })),
  )
}

function showVerdict(told: Overview): void {
  verdict.replaceChildren(
    verdictView(told, {
      level,
      showRows(rule, column) {
        showTab('table')
        grid.goToFirst(column)
        look({ rule })
      },
    }),
  )
}

/** Shows how much is checked, when that lasts; gives what hides it again. */
function showProgress(): () => void {
  let isDone = false
  const timer = setInterval(() => {
    void ask('vigie/progress', {}).then(told => {
      progress.hidden = !told || isDone
      progress.value = told?.share ?? 0
    })
  }, PROGRESS)
  return () => {
    isDone = true
    clearInterval(timer)
    progress.hidden = true
  }
}

/** Shows other rows. */
function look(wanted: { readonly [Part in keyof RowsWanted['view']]?: RowsWanted['view'][Part] | undefined }): void {
  view = Object.fromEntries(Object.entries(wanted).filter(([, part]) => part !== undefined && part !== ''))
  showWanted()
  if (tab !== 'table') showTab('table')
  grid.look(view)
  keepSoon()
}

/** Says what is looked for. */
function showWanted(): void {
  search.value = view.text ?? ''
  inColumn.value = view.column === undefined ? '' : String(view.column)
  ofRule.value = view.rule ?? ''
}

function showCount(total: number): void {
  const all = overview?.rows ?? total
  // A search or an order looks at the first rows of a large file alone.
  const first = total <= (overview?.part?.rows ?? 0) && total < all ? overview?.part?.rows : undefined
  const told = first === undefined ? say.rows(total, all) : say.rowsOfFirst(total, first)
  count.textContent = total > 0 ? told : all > 0 ? say.noRows : say.noData
}

function fillColumns({ columns }: Overview): void {
  const options = columns.map(({ label }, column) =>
    element('option', { value: column }, `${letterOf(column)} · ${label}`),
  )
  inColumn.replaceChildren(element('option', { value: '' }, say.allColumns), ...options)
  inColumn.value = view.column === undefined ? '' : String(view.column)
}

function fillRules({ rules }: Pick<Overview, 'rules'>): void {
  const options = rules.map(({ rule, title, count: found }) =>
    element('option', { value: rule }, `${title} (${found})`),
  )
  const any = rules.length > 0 || view.rule === 'any' ? [element('option', { value: 'any' }, say.anyRule)] : []
  // The rule that is looked at stays in the list when its last finding is gone.
  const { rule } = view
  const gone =
    rule && rule !== 'any' && !rules.some(one => one.rule === rule) ? [element('option', { value: rule }, rule)] : []
  ofRule.replaceChildren(element('option', { value: '' }, say.allRows), ...any, ...options, ...gone)
  ofRule.value = rule ?? ''
}

let shownCell = 0
/** The cell in view, while what is found in it may follow. */
let pending: CellSpot | undefined

/** Says what is known of the cell that has the focus. */
async function showCell(place: CellSpot): Promise<void> {
  const number = ++shownCell
  const known = await ask('vigie/cellKnown', place)
  if (number !== shownCell) return
  pending = known?.isPending && place
  // Who moves in the text hears of it there.
  detail.setAttribute('aria-live', document.hasFocus() ? 'polite' : 'off')
  detail.replaceChildren(...(known ? detailOf(place, known) : []))
}

function detailOf(
  place: CellSpot,
  { value, isCut, isWithheld, isUnchecked, isPending, meaning, findings }: CellKnown,
): HTMLElement[] {
  const label = overview?.columns[place.column]?.label ?? ''
  const isFixable = !overview?.part && findings.some(one => one.isFixable)
  return [
    element(
      'p',
      { class: 'place' },
      element('strong', {}, say.cell(letterOf(place.column), place.row + 1)),
      ` ${label} `,
      value === ''
        ? element('em', {}, isWithheld ? say.withheld : say.empty)
        : element('code', {}, value.slice(0, 1_000)),
      (isCut === true || value.length > 1_000) && element('em', {}, ` ${say.cut}`),
    ),
    ...meaning.map(line => element('p', { class: 'quiet' }, line)),
    ...findings.map(({ rule, severity, message }) =>
      element(
        'p',
        { class: 'finding' },
        ...severityMark(severity),
        ` ${message}`,
        ' ',
        button(say.page, () => tell({ rule }), { class: 'link' }),
      ),
    ),
    ...(findings.length === 0
      ? [element('p', { class: 'quiet' }, isUnchecked ? say.unchecked : isPending ? say.pending : say.nothing)]
      : []),
    element(
      'p',
      { class: 'ways' },
      isFixable && button(say.fix, () => tell({ fix: place }), { class: 'primary' }),
      button(say.see, () => tell({ go: place, focus: true })),
    ),
  ]
}

let isStepOfGrid = false

/** Takes a change of the text back, or makes it again, as the keys do in the text; in a field they are about what is written there. */
function stepBack(event: KeyboardEvent): void {
  const { ctrlKey, metaKey, altKey, shiftKey, target } = event
  const key = event.key.toLowerCase()
  if (!(ctrlKey || metaKey) || altKey || target instanceof HTMLInputElement || (key !== 'z' && key !== 'y')) return
  event.preventDefault()
  isStepOfGrid = grid.element.contains(document.activeElement)
  tell({ step: key === 'y' || shiftKey ? 'redo' : 'undo' })
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return element('span', { class: 'tool' }, element('label', { for: control.id }, text), control)
}

function panel(name: Tab, ...contents: HTMLElement[]): HTMLElement {
  return element(
    'div',
    { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, class: `view ${name}` },
    ...contents,
  )
}

function tabOf(name: Tab): HTMLElement {
  const made = button(say.tabs[name], () => showTab(name), {
    role: 'tab',
    id: `tab-${name}`,
    'aria-controls': `panel-${name}`,
  })
  made.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const next = tabs[(tabs.indexOf(name) + step + tabs.length) % tabs.length]!
    showTab(next)
    document.getElementById(`tab-${next}`)?.focus()
  })
  return made
}

function showTab(name: Tab): void {
  tab = name
  for (const one of tabs) {
    panels[one].hidden = one !== name
    const shown = document.getElementById(`tab-${one}`)
    shown?.setAttribute('aria-selected', String(one === name))
    shown?.setAttribute('tabindex', one === name ? '0' : '-1')
  }
  keepSoon()
  if (name === 'columns' && overview) void cards.show(overview)
}

/** Keeps what is looked at for when the page is made anew, once nothing more happens. */
function keepSoon(): void {
  clearTimeout(keeping)
  keeping = setTimeout(() => keep({ uri, tab, view, place: grid.place }), KEEPING)
}

function debounced(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, 200)
  }
}
