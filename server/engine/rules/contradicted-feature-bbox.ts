import { asRounded, boxOf, isInBox, toldBox } from '../model/box'
import { type PositionText, readGeometry, replaced } from '../model/geometry'
import { isGeometry } from '../model/geometry-column'
import { shown } from '../model/shown'
import type { Point } from '../model/territory'
import { rowRule } from './rule'

interface Facts {
  readonly trouble: 'form' | 'outside'
  /** The box as it is written. */
  readonly told: string
  /** The first position outside. */
  readonly position?: string
  /** What to write instead: the box, or the geometry that has it. */
  readonly fixed: string | undefined
}

/** The box of a feature of GeoJSON, or of its geometry, that is none or outside of which some of it lies (RFC 7946, section 5). */
export const contradictedFeatureBbox = rowRule<Facts>({
  id: 'contradicted-feature-bbox',
  severity: 'error',
  preset: 'standard',
  concepts: ['geojson'],

  check({ columns }) {
    const geometry = columns.find(column => column.isOwn && isGeometry(column))
    const box = columns.find(({ isOwn, label }) => isOwn && /^\/?bbox$/.test(label))
    if (!geometry) return undefined
    return row => {
      const text = row.text(geometry.index)
      const read = readGeometry(text)
      const told = box ? row.text(box.index) : ''
      if (told !== '') {
        const fault = faultOf(told, read?.isSound ? read.positions : [])
        if (fault) return { column: box!.index, facts: fault }
      }
      for (const { from, to, at, positions } of read?.isSound ? read.boxes : []) {
        const fault = faultOf(text.slice(from, to), positions)
        if (!fault) continue
        const fixed = fault.fixed && replaced(text, [{ from, to }], [fault.fixed])
        return { column: geometry.index, at: `/geometry${at}`, facts: { ...fault, fixed } }
      }
      return undefined
    }
  },

  message: {
    fr: ({ trouble, told, position }) =>
      trouble === 'form'
        ? `${shown.fr(told)} n’est pas une emprise : écrivez quatre nombres, l’ouest, le sud, l’est puis le nord, en degrés, ou retirez « bbox ».`
        : `La position ${position} de cette entité se trouve hors de son emprise ${shown.fr(told)} : une carte qui s’y fie ne la montrera pas, recalculez « bbox » ou retirez-le.`,
    en: ({ trouble, told, position }) =>
      trouble === 'form'
        ? `${shown.en(told)} is no box: write four numbers, west, south, east and north, in degrees, or remove “bbox”.`
        : `The position ${position} of this feature lies outside of its box ${shown.en(told)}: a map that relies on it will not show it, so work “bbox” out again or remove it.`,
  },

  fix: ({ fixed }, { row, column }) =>
    fixed === undefined || row === undefined || column === undefined
      ? undefined
      : [{ set: 'cell', row, column, value: fixed }],
})

function faultOf(told: string, positions: readonly PositionText[]): Facts | undefined {
  if (told === 'null') return undefined
  const box = toldBox(read(told))
  const points = positions.map(({ longitude, latitude }): Point => [longitude, latitude])
  if (!box) return { trouble: 'form', told, fixed: written(points, told) }
  const rounded = asRounded(box, told)
  const outside = points.find(point => !isInBox(rounded, point))
  return outside && { trouble: 'outside', told, position: outside.join(', '), fixed: written(points, told) }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The box of some points, spaced as another; undefined where that is no list, has heights, or may pass the antimeridian. */
function written(points: readonly Point[], told: string): string | undefined {
  const value = read(told)
  if (points.length === 0 || !Array.isArray(value) || value.length > 4) return undefined
  const box = boxOf(points)
  if (box[2] - box[0] > 180) return undefined
  return `[${box.join(/,\s/.test(told) ? ', ' : ',')}]`
}
