import { readGeometry, replaced } from '../model/geometry'
import { isGeometry } from '../model/geometry-column'
import { signature } from '../model/signature'
import { whereIs } from '../model/territory'
import { cellRule } from './rule'

interface Facts {
  readonly longitude: number
  readonly latitude: number
}

/** A geometry that lies in France only once the two coordinates of each position are swapped (RFC 7946, section 3.1.1). */
export const swappedPosition = cellRule<Facts>({
  id: 'swapped-position',
  severity: 'error',
  preset: 'standard',
  concepts: ['geojson', 'coordinate-reference-system'],
  concerns: signature.native,
  nested: true,
  insteadOf: ['malformed-ring', 'outside-territory'],

  check(column) {
    if (!isGeometry(column)) return undefined
    return text => {
      const positions = readGeometry(text)?.positions ?? []
      const [first] = positions
      const isSwapped = positions.every(
        ({ longitude, latitude }) => whereIs([longitude, latitude], 'known') === 'swapped',
      )
      return first && isSwapped ? { longitude: first.longitude, latitude: first.latitude } : undefined
    }
  },

  at: () => '/coordinates',

  message: {
    fr: ({ longitude, latitude }) =>
      `La position [${longitude}, ${latitude}] n’est en France que si l’on échange ses deux nombres : GeoJSON écrit la longitude d’abord, puis la latitude.`,
    en: ({ longitude, latitude }) =>
      `The position [${longitude}, ${latitude}] is in France only once its two numbers are swapped: GeoJSON writes the longitude first, then the latitude.`,
  },

  fix(text) {
    const positions = readGeometry(text)?.positions ?? []
    return replaced(
      text,
      positions,
      positions.map(({ from, to }) =>
        text.slice(from, to).replace(/^(\[\s*)([^,\s]+)(\s*,\s*)([^,\]\s]+)/, '$1$4$3$2'),
      ),
    )
  },
})
