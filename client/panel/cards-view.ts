import type { Requests } from '../../server/protocol'
import type { Overview } from '../../server/protocol/preview'
import { button, element, letterOf } from './dom'
import { ask, tell } from './editor'
import { histogram, map } from './pictures'
import { say } from './words'

type Card = NonNullable<Requests['vigie/cards']['result']>['cards'][number]
type Picture = NonNullable<Card['picture']>

/** Cards that are asked for together. */
const TOGETHER = 12

/** What each column holds; the cards of a wide table come as they are asked for. */
export class CardsView {
  readonly element = element('div', { class: 'cards' })
  readonly #sort: (column: number) => void
  #columns: Overview['columns'] = []
  #wanted = TOGETHER
  #round = 0

  constructor(sort: (column: number) => void) {
    this.#sort = sort
  }

  async show({ columns }: Pick<Overview, 'columns'>): Promise<void> {
    this.#columns = columns
    const round = ++this.#round
    const count = Math.min(this.#wanted, columns.length)
    const answer = await ask('vigie/cards', { columns: columns.slice(0, count).map((_, column) => column) })
    if (round !== this.#round || !answer) return
    const more = columns.length - count
    this.element.replaceChildren(
      ...answer.cards.map(card => this.#cardOf(card)),
      ...(more > 0
        ? [button(say.moreColumns(Math.min(more, TOGETHER)), () => void this.#showMore(), { class: 'primary' })]
        : []),
    )
  }

  async #showMore(): Promise<void> {
    this.#wanted += TOGETHER
    await this.show({ columns: this.#columns })
  }

  #cardOf({ column, label, figures, said, picture, far, question, concept }: Card): HTMLElement {
    const letter = letterOf(column)
    const isMeasure = picture?.kind === 'histogram' && (this.#columns[column]?.isNumeric ?? false)
    return element(
      'article',
      { class: 'card', 'aria-labelledby': `card-${column}` },
      element(
        'h2',
        { id: `card-${column}` },
        element('span', { class: 'letter', 'aria-hidden': 'true' }, letter),
        label.trim() === '' ? say.unnamed(letter) : label,
      ),
      picture && pictureOf(picture),
      said !== undefined && element('p', {}, said),
      element('dl', {}, ...figures.flatMap(({ name, value }) => [element('dt', {}, name), element('dd', {}, value)])),
      far.length > 0 &&
        element(
          'div',
          { class: 'far' },
          element('p', { id: `far-${column}` }, say.farthest),
          element(
            'ul',
            { 'aria-labelledby': `far-${column}` },
            ...far.map(({ told, row }) =>
              element(
                'li',
                {},
                button(told, () => tell({ go: { row, column }, focus: true }), { class: 'link' }),
              ),
            ),
          ),
        ),
      question !== '' && element('p', { class: 'question' }, element('strong', {}, say.question), question),
      element(
        'p',
        { class: 'ways' },
        isMeasure && button(say.largest, () => this.#sort(column)),
        button(concept.title, () => tell({ concept: concept.id })),
      ),
    )
  }
}

/** A picture and the sentence that says the same, which a screen reader reads in its place. */
function pictureOf(picture: Picture): HTMLElement {
  const shown = drawn(picture)
  return element(
    'figure',
    {},
    shown,
    element('figcaption', { class: picture.kind === 'bars' ? 'unseen' : undefined }, picture.told),
  )
}

function drawn(picture: Picture): HTMLElement {
  if (picture.kind === 'histogram') return histogram(picture)
  return picture.kind === 'map' ? map(picture) : bars(picture)
}

function bars({ bars: values }: Picture & { readonly kind: 'bars' }): HTMLElement {
  return element(
    'ul',
    { class: 'bars', 'aria-hidden': 'true' },
    ...values.map(({ label, share, told }) => {
      const bar = element('span', { class: 'bar' })
      bar.style.width = `${Math.max(1, share * 100)}%`
      return element(
        'li',
        {},
        element('span', { class: 'value' }, label),
        element('span', { class: 'track' }, bar),
        element('span', { class: 'told' }, told),
      )
    }),
  )
}
