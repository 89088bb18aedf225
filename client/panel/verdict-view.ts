import type { Overview, VerdictShown } from '../../server/protocol/preview'
import { button, element } from './dom'
import { tell } from './editor'
import { severityMark } from './marks'
import { say } from './words'

const marks = { yes: '✔', nearly: '▲', no: '✖' } as const

/** Shows the rows in which a rule found something, from the first cell of a column on. */
type ShowRows = (rule: string, column: number) => void

/** What an elected official has to know of it: so many tasks fit on one screen. */
const FEW = 3

/**
 * Whether the file can be published, and what to do first. `showRows`: shows those in which a rule found something.
 * For an elected official the qualities are folded away, and a task is what it is called.
 */
export function verdictView(
  { verdict, schema, part }: Overview,
  { level, showRows }: { readonly level: string; readonly showRows: ShowRows },
): HTMLElement {
  if (!verdict) return element('p', {}, say.checking)
  const { state, headline, sentence, sampled, dimensions, repairable, formula, score } = verdict
  const isBrief = level === 'elu'
  const first = isBrief ? verdict.first.slice(0, FEW) : verdict.first
  const list = element(
    'ul',
    { class: 'dimensions' },
    ...dimensions.map(one =>
      element(
        'li',
        { class: one.state },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[one.state]),
        element('span', { class: 'name' }, one.name),
        element('span', { class: 'unseen' }, ` (${say.states[one.state]})${say.colon}`),
        element('span', { class: 'quiet' }, one.told),
      ),
    ),
  )
  const how = [element('summary', {}, say.how), element('p', {}, formula)]
  const qualities = element(
    'section',
    { 'aria-labelledby': 'dimensions' },
    element('h3', { id: 'dimensions' }, say.dimensions),
    ...(isBrief ? [element('details', {}, ...how, list)] : [list, element('details', {}, ...how)]),
  )
  return element(
    'div',
    { class: 'verdict-page' },
    element(
      'section',
      { class: `headline ${state}`, 'aria-labelledby': 'headline' },
      element('p', { class: 'mark', 'aria-hidden': 'true' }, marks[state]),
      element(
        'div',
        {},
        element('h2', { id: 'headline' }, headline),
        element('p', {}, sentence),
        sampled !== undefined && element('p', { class: 'quiet' }, sampled),
        !isBrief && element('p', { class: 'quiet' }, schema === undefined ? say.noSchema : say.schema(schema)),
      ),
    ),
    element(
      'section',
      { 'aria-labelledby': 'first' },
      element('h3', { id: 'first' }, say.first),
      first.length === 0
        ? element('p', {}, part === undefined ? say.nothingFirst : say.nothingInPart)
        : element(
            'ol',
            { class: 'tasks' },
            ...first.map(one => taskOf(one, { isBrief, isPart: part !== undefined, showRows })),
          ),
      sampled === undefined &&
        repairable > 0 &&
        button(say.fixAll(repairable), () => tell({ fixAll: true }), { class: 'primary' }),
    ),
    qualities,
    score && scoreOf(score),
  )
}

/** What the catalogue would say of the document that describes the file. */
function scoreOf({ told, criteria, formula }: NonNullable<VerdictShown['score']>): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': 'score' },
    element('h3', { id: 'score' }, say.score),
    element(
      'p',
      { class: 'points' },
      element(
        'span',
        { class: 'squares', 'aria-hidden': 'true' },
        ...criteria
          .toSorted((a, b) => Number(b.isMet) - Number(a.isMet))
          .map(({ isMet }) => element('span', { class: isMet ? 'met' : undefined })),
      ),
      told,
    ),
    element(
      'details',
      {},
      element('summary', {}, say.scoreHow),
      element('p', {}, formula),
      element(
        'ul',
        { class: 'criteria' },
        ...criteria.map(({ name, isMet }) =>
          element(
            'li',
            {},
            element('span', { class: isMet ? 'yes' : 'no', 'aria-hidden': 'true' }, isMet ? marks.yes : marks.no),
            element('span', { class: 'unseen' }, say.met[isMet ? 'yes' : 'no'] + say.colon),
            name,
          ),
        ),
      ),
      element(
        'p',
        { class: 'ways' },
        button(say.scoreConcept, () => tell({ concept: 'metadata-quality-score' })),
      ),
    ),
  )
}

function taskOf(
  { rule, title, severity, told, message, place, isInRows, isFixable }: VerdictShown['first'][number],
  { isBrief, isPart, showRows }: { readonly isBrief: boolean; readonly isPart: boolean; readonly showRows: ShowRows },
): HTMLElement {
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'task' },
      ...severityMark(severity),
      ' ',
      element('strong', {}, title),
      element('span', { class: 'quiet' }, ` — ${told}`),
    ),
    !isBrief && element('p', {}, message),
    element(
      'p',
      { class: 'ways' },
      place &&
        (isInRows
          ? button(say.showRows, () => showRows(rule, place.column))
          : button(say.see, () => tell({ go: place, focus: true }))),
      place && isFixable && !isPart && button(say.fix, () => tell({ fix: place })),
      button(say.page, () => tell({ rule })),
    ),
  )
}
