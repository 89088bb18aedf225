import type { Requests } from '../../server/protocol'
import { element, shape } from './dom'
import { say } from './words'

type Card = NonNullable<Requests['vigie/cards']['result']>['cards'][number]
type Picture<Kind> = Extract<NonNullable<Card['picture']>, { readonly kind: Kind }>

const WIDTH = 240
const HEIGHT = 56
/** The frame of a map is three wide and two high. */
const MAP_HEIGHT = 160

/** Values by size, and where their median lies. */
export function histogram({ counts, from, to, median, told }: Picture<'histogram'>): HTMLElement {
  const most = Math.max(1, ...counts)
  const width = WIDTH / counts.length
  const columns = counts.map((count, i) => {
    // What is there is seen, however few they are.
    const height = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT)
    return shape('rect', { x: i * width + 0.5, y: HEIGHT - height, width: Math.max(0.5, width - 1), height })
  })
  const line =
    median === undefined
      ? []
      : [shape('line', { x1: median * WIDTH, x2: median * WIDTH, y1: 0, y2: HEIGHT, class: 'median' })]
  const picture = shape(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': told, class: 'histogram' },
    ...columns,
    ...line,
  )
  const ends = element(
    'div',
    { class: 'ends', 'aria-hidden': 'true' },
    element('span', {}, from),
    median !== undefined && element('span', { class: 'median' }, `┊ ${say.median}`),
    element('span', {}, to),
  )
  const box = element('div', {})
  box.append(picture, ends)
  return box
}

/** Points in a frame with a length to measure by; those far from the others are diamonds at its edge. */
export function map({ points, far, scale, told }: Picture<'map'>): HTMLElement {
  const at = ([x, y]: readonly [number, number]) => [x * WIDTH, y * MAP_HEIGHT] as const
  // One path, however many they are: a stroke without length is a dot.
  const dots = points.map(at).map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`)
  const diamonds = far.map(at).map(([x, y]) => `M${x} ${y - 5}l5 5-5 5-5-5z`)
  const length = scale.share * WIDTH
  const picture = shape(
    'svg',
    { viewBox: `-6 -6 ${WIDTH + 12} ${MAP_HEIGHT + 12}`, role: 'img', 'aria-label': told, class: 'map' },
    shape('rect', { x: 0, y: 0, width: WIDTH, height: MAP_HEIGHT, class: 'frame' }),
    shape('path', { d: dots.join(''), class: points.length > 200 ? 'dots many' : 'dots' }),
    shape('path', { d: diamonds.join(''), class: 'far' }),
    shape('path', { d: `M8 ${MAP_HEIGHT - 12}v4h${length.toFixed(1)}v-4`, class: 'scale' }),
    shape('text', { x: length + 14, y: MAP_HEIGHT - 8 }, document.createTextNode(scale.told)),
  )
  const box = element('div', {})
  box.append(picture)
  return box
}
