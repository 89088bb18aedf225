import { readGeometry, replaced, type RingText, signedArea } from '../model/geometry'
import { isGeometry } from '../model/geometry-column'
import { signature } from '../model/signature'
import { cellRule } from './rule'

interface Facts {
  readonly kind: 'few' | 'open' | 'wound'
  /** JSON pointer of the first ring at fault, in the geometry. */
  readonly at: string
  readonly isExterior: boolean
  /** Rings at fault in the same way. */
  readonly count: number
}

/** A ring of a polygon that is not closed, has too few positions, or runs the wrong way round (RFC 7946, section 3.1.6). */
export const malformedRing = cellRule<Facts>({
  id: 'malformed-ring',
  severity: ({ kind }) => (kind === 'wound' ? 'warning' : 'error'),
  preset: 'standard',
  concepts: ['geojson'],
  concerns: signature.native,
  nested: true,

  check(column) {
    if (!isGeometry(column)) return undefined
    return text => {
      const rings = readGeometry(text)?.rings ?? []
      for (const kind of ['few', 'open', 'wound'] as const) {
        const wrong = rings.filter(ring => faultOf(ring) === kind)
        const [first] = wrong
        if (first) return { kind, at: first.at, isExterior: first.isExterior, count: wrong.length }
      }
      return undefined
    }
  },

  at: ({ at }) => at,

  message: {
    fr({ kind, isExterior, count }) {
      if (kind === 'few')
        return 'Ce contour de polygone a moins de quatre positions, dont la dernière doit répéter la première : il n’enferme aucune surface, redessinez-le.'
      if (kind === 'open')
        return 'Ce contour de polygone n’est pas fermé : sa dernière position devrait répéter la première, sans quoi beaucoup d’outils refusent la géométrie.'
      const way = isExterior
        ? 'Le contour de ce polygone tourne dans le sens des aiguilles d’une montre, alors que GeoJSON le veut dans l’autre sens'
        : 'Le trou de ce polygone tourne dans le sens contraire des aiguilles d’une montre, alors que GeoJSON le veut dans l’autre sens'
      const others = count > 1 ? ` (${count} contours en tout)` : ''
      return `${way}${others} : certains outils y voient tout le globe sauf cette surface.`
    },
    en({ kind, isExterior, count }) {
      if (kind === 'few')
        return 'This ring of a polygon has fewer than four positions, the last of which must repeat the first: it encloses no surface, so draw it again.'
      if (kind === 'open')
        return 'This ring of a polygon is not closed: its last position should repeat the first, else many tools refuse the geometry.'
      const way = isExterior
        ? 'The outline of this polygon runs clockwise, and GeoJSON wants it the other way round'
        : 'The hole of this polygon runs counter-clockwise, and GeoJSON wants it the other way round'
      const others = count > 1 ? ` (${count} rings in all)` : ''
      return `${way}${others}: some tools take it for the whole globe but this surface.`
    },
  },

  fix(text, { kind }) {
    const wrong = readGeometry(text)?.rings.filter(ring => faultOf(ring) === kind) ?? []
    if (kind === 'few') return undefined
    return replaced(
      text,
      wrong,
      wrong.map(ring => (kind === 'open' ? closed(text, ring) : reversed(text, ring))),
    )
  },
  safe: ({ kind }) => kind === 'wound',
})

function faultOf({ positions, isExterior }: RingText): Facts['kind'] | undefined {
  const first = positions[0]
  const last = positions.at(-1)
  const isClosed = first && last && first.longitude === last.longitude && first.latitude === last.latitude
  // Three positions that are not closed lack the fourth only.
  if (!first || !last || positions.length < (isClosed ? 4 : 3)) return 'few'
  if (!isClosed) return 'open'
  const area = signedArea(positions)
  return area !== 0 && area > 0 !== isExterior ? 'wound' : undefined
}

/** The ring with its first position once more at its end, as it is written. */
function closed(text: string, { from, to, positions }: RingText): string {
  const first = positions[0]!
  const last = positions.at(-1)!
  const gap = positions.length > 1 ? text.slice(positions.at(-2)!.to, last.from) : ', '
  return text.slice(from, last.to) + gap + text.slice(first.from, first.to) + text.slice(last.to, to)
}

/** The ring with its positions in the other order, each as it is written. */
function reversed(text: string, { from, to, positions }: RingText): string {
  const written = positions.map(one => text.slice(one.from, one.to)).toReversed()
  const places = positions.map(one => ({ from: one.from - from, to: one.to - from }))
  return replaced(text.slice(from, to), places, written)
}
