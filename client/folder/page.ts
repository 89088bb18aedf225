import type { DatasetShown, FolderShown } from '../../server/protocol/folder'
import { button, element } from '../panel/dom'
import { arrange } from './arrange'
import type { FromPage, Kept, Look, ToPage } from './messages'
import { say } from './words'

// The page of a folder: what the server tells of its datasets, one line each, by public policy.

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void
  setState(state: Kept): void
  getState(): Kept | undefined
}

/** Files that are shown at once, and with each further wish. */
const FEW = 200

const marks = { yes: '✔', nearly: '▲', no: '✖' } as const
const columns = ['name', 'verdict', 'freshness', 'purpose', 'keeper', 'schema'] as const

const { postMessage: tell, setState, getState } = acquireVsCodeApi()
let { look, folders }: Kept = getState() ?? { look: { most: FEW }, folders: [] }

const heading = element('h1')
const summary = element('p', { class: 'summary', role: 'status' }, say.reading)
const untold = element('div', { class: 'untold' })
const filter = element('div', { class: 'filter', role: 'group', 'aria-label': say.filter })
const table = element(
  'table',
  { role: 'table', hidden: true },
  element('caption', { class: 'unseen' }, say.table),
  element(
    'thead',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      ...columns.map(name => element('th', { role: 'columnheader', scope: 'col', class: name }, say.columns[name])),
    ),
  ),
)
const [head] = table.tHead ? [table.tHead] : []
const none = element('p', { class: 'none', hidden: true }, say.none)
const more = element('div', { class: 'more' })
const ways = element(
  'p',
  { class: 'ways' },
  ...(['problems', 'take-back', 'save'] as const).map(press => button(say.press[press], () => tell({ press }))),
)
document.body.append(
  element(
    'main',
    {},
    element('header', {}, element('div', { class: 'top' }, heading, ways), summary, untold, filter),
    table,
    none,
    more,
  ),
)

/** Each part that was shown, by its name, with what it shows: what is shown again as it is stays. */
const drawn = new Map<string, { readonly as: string; readonly node: HTMLElement }>()

window.addEventListener('message', ({ data: { shown, folders: of } }: MessageEvent<ToPage>) => {
  folders = of
  setState({ look, folders })
  if (!shown) summary.textContent = say.noServer
  else show(shown)
})
tell({ look })

function show({ title, summary: told, untold: missing, states, groups, left }: FolderShown): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined
  const all = states.reduce((sum, { count }) => sum + count, 0)
  write(heading, say.title(title))
  write(summary, told)
  arrange(untold, missing.length > 0 ? [once('untold', missing, () => missingOf(missing))] : [])
  const kinds = [{ state: undefined, name: say.all, count: all }, ...states]
  arrange(
    filter,
    kinds.map(kind => once(`filter ${kind.state}`, { ...kind, chosen: look.state }, () => choiceOf(kind))),
  )
  const parts = groups.map(({ title: policy, hint, datasets }) => {
    const key = `group ${policy}`
    const body = once(key, '', () => element('tbody', { role: 'rowgroup' }))
    arrange(body, [
      once(`${key} head`, { hint, count: datasets.length }, () => groupHead(policy, hint, datasets.length)),
      ...datasets.map(one => once(`row ${one.uri}`, one, () => rowOf(one))),
    ])
    return body
  })
  table.hidden = parts.length === 0
  arrange(table, [...(table.caption ? [table.caption] : []), ...(head ? [head] : []), ...parts])
  none.hidden = parts.length > 0 || all === 0
  arrange(more, left > 0 ? [once('more', left, () => moreOf(left))] : [])
  // Who had the focus has it again where it was drawn anew or moved.
  if (focused !== undefined && document.activeElement === document.body)
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}

/** What is not told, with the way to have it told. */
function missingOf(missing: readonly string[]): HTMLElement {
  return element(
    'div',
    {},
    ...missing.map(text => element('p', {}, text)),
    button(say.press.check, () => tell({ press: 'check' }), { 'data-key': 'check' }),
  )
}

/** The part of a name as it was drawn last, if it shows the same now; else drawn anew. */
function once(name: string, told: unknown, draw: () => HTMLElement): HTMLElement {
  const as = JSON.stringify(told)
  const before = drawn.get(name)
  if (before?.as === as) return before.node
  const node = draw()
  drawn.set(name, { as, node })
  before?.node.replaceWith(node)
  return node
}

function write(place: HTMLElement, text: string): void {
  // What a screen reader was told already is not said again.
  if (place.textContent !== text) place.textContent = text
}

function lookAt(wanted: Look): void {
  look = wanted
  setState({ look, folders })
  tell({ look })
}

function choiceOf({
  state,
  name,
  count,
}: {
  readonly state: Look['state']
  readonly name: string
  readonly count: number
}) {
  const chosen = look.state === state
  const made = button('', () => lookAt({ most: FEW, ...(state && { state }) }), {
    'aria-pressed': String(chosen),
    class: state ?? 'all',
    'data-key': `filter ${state}`,
  })
  made.append(
    element(
      'span',
      { class: 'count' },
      state && element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[state]),
      count.toLocaleString(document.documentElement.lang),
    ),
    ' ',
    element('span', { class: 'name' }, name),
  )
  return made
}

function groupHead(policy: string, hint: string | undefined, count: number): HTMLElement {
  return element(
    'tr',
    { role: 'row', class: 'group' },
    element(
      'th',
      { role: 'rowheader', scope: 'rowgroup', colspan: columns.length, 'aria-colspan': columns.length },
      element('h2', {}, policy, element('span', { class: 'quiet' }, ` ${say.files(count)}`)),
      hint !== undefined && element('p', { class: 'quiet' }, hint),
    ),
  )
}

function rowOf(one: DatasetShown): HTMLElement {
  const { uri, name, state, headline, told, rows, schema, freshness, purpose, keeper, place, document: described } = one
  const isDocument = freshness === undefined
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const open = button('', () => tell({ open: uri, ...(place && { place }) }), {
    class: 'link',
    'aria-label': say.open(name, place !== undefined),
    'data-key': `open ${uri}`,
  })
  open.append(name.slice(folder.length))
  const describe =
    one.lacksPolicy &&
    button(say.describe, () => tell({ describe: uri, document: described }), {
      class: 'link',
      'aria-label': say.describeNamed(name),
      'data-key': `describe ${uri}`,
    })
  return element(
    'tr',
    { role: 'row', class: state },
    element(
      'th',
      { role: 'rowheader', scope: 'row', class: 'name' },
      open,
      quiet([folder, rows].filter(Boolean).join(' · ')),
    ),
    cell(
      'verdict',
      element(
        'span',
        { class: 'headline' },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[state]),
        ` ${headline}`,
      ),
      quiet(told),
    ),
    cell(
      'freshness',
      freshness && element('span', { class: freshness.isLate ? 'late' : undefined }, freshness.told),
      freshness && freshness.more.length > 0 && quiet(freshness.more.join(' · ')),
    ),
    cell('purpose', purpose ?? (!isDocument && untoldOf('purpose')), describe),
    cell('keeper', keeper ?? (!isDocument && untoldOf('keeper'))),
    cell(
      'schema',
      schema?.title ?? (!isDocument && untoldOf('schema')),
      schema && element('div', { class: 'quiet' }, ...breakable(schema.told)),
    ),
  )
}

function cell(column: (typeof columns)[number], ...contents: readonly (HTMLElement | string | undefined | false)[]) {
  const filled = contents.filter(content => content !== undefined && content !== false)
  const label = filled.length > 0 && element('span', { class: 'label', 'aria-hidden': 'true' }, say.columns[column])
  return element('td', { role: 'cell', class: column }, label, ...filled)
}

function untoldOf(column: 'purpose' | 'keeper' | 'schema'): HTMLElement {
  return element('span', { class: 'quiet' }, say.untold[column])
}

function quiet(text: string): HTMLElement {
  return element('div', { class: 'quiet' }, text)
}

function moreOf(left: number): HTMLElement {
  return element(
    'p',
    {},
    say.left(left),
    ' ',
    button(say.more(Math.min(left, FEW)), () => lookAt({ ...look, most: look.most + FEW }), { 'data-key': 'more' }),
  )
}

/** A text that may go on in the next line behind each slash. */
function breakable(text: string): readonly (HTMLElement | string)[] {
  return text.split(/(?<=\/)/).flatMap((part, i) => (i > 0 ? [element('wbr'), part] : [part]))
}
