import type { Overview, VerdictShown } from '../../server/protocol'
import { button, element } from './dom'
import { tell } from './editor'
import { say } from './words'

const marks = { yes: '✔', nearly: '▲', no: '✖' } as const
const severityMarks = { error: '✖', warning: '▲', information: '●', hint: '◆' } as const

/** Whether the file can be published, and what to do first. `showRows`: shows those in which a rule found something. */
export function verdictView({ verdict, schema }: Overview, showRows: (rule: string) => void): HTMLElement {
  if (!verdict) return element('p', {}, say.checking)
  const { state, headline, sentence, dimensions, first, formula } = verdict
  const repairable = first.reduce((sum, one) => sum + one.repairable, 0)
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
        element('p', { class: 'quiet' }, schema === undefined ? say.noSchema : say.schema(schema)),
      ),
    ),
    element(
      'section',
      { 'aria-labelledby': 'first' },
      element('h3', { id: 'first' }, say.first),
      first.length === 0
        ? element('p', {}, say.nothingFirst)
        : element('ol', { class: 'tasks' }, ...first.map(one => taskOf(one, showRows))),
      repairable > 0 && button(say.fixAll(repairable), () => tell({ fixAll: true }), { class: 'primary' }),
    ),
    element(
      'section',
      { 'aria-labelledby': 'dimensions' },
      element('h3', { id: 'dimensions' }, say.dimensions),
      element(
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
      ),
      element('details', {}, element('summary', {}, say.how), element('p', {}, formula)),
    ),
  )
}

function taskOf(
  { rule, title, severity, told, message, place, repairable }: VerdictShown['first'][number],
  showRows: (rule: string) => void,
): HTMLElement {
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'task' },
      element('span', { class: severity, 'aria-hidden': 'true' }, `${severityMarks[severity]} `),
      element('span', { class: 'unseen' }, say.severities[severity] + say.colon),
      element('strong', {}, title),
      element('span', { class: 'quiet' }, ` — ${told}`),
    ),
    element('p', {}, message),
    element(
      'p',
      { class: 'ways' },
      place && button(say.showRows, () => showRows(rule)),
      place && repairable === 0 && button(say.fix, () => tell({ fix: place })),
      button(say.page, () => tell({ rule })),
    ),
  )
}
