import { shown } from '../model/shown'
import { fileRule } from './rule'

interface Facts {
  readonly trouble: 'form' | 'elsewhere'
  /** The box as it is written. */
  readonly told: string
}

/** The box that a collection of GeoJSON declares and that is none, or in which nothing of it lies (RFC 7946, section 5). */
export const contradictedBbox = fileRule<Facts, 'bbox'>({
  id: 'contradicted-bbox',
  severity: 'error',
  preset: 'standard',
  concepts: ['geojson'],
  fault: 'bbox',
  find: ({ trouble, told, span }) => ({ span, facts: { trouble, told } }),

  message: {
    fr: ({ trouble, told }) =>
      trouble === 'form'
        ? `${shown.fr(told)} n’est pas une emprise : écrivez quatre nombres, l’ouest, le sud, l’est puis le nord, en degrés, ou retirez « bbox ».`
        : `Rien des premières entités ne se trouve dans l’emprise ${shown.fr(told)} : une carte s’ouvrira ailleurs, corrigez « bbox » ou retirez-le.`,
    en: ({ trouble, told }) =>
      trouble === 'form'
        ? `${shown.en(told)} is no box: write four numbers, west, south, east and north, in degrees, or remove “bbox”.`
        : `Nothing of the first features lies in the box ${shown.en(told)}: a map will open elsewhere, so correct “bbox” or remove it.`,
  },
})
