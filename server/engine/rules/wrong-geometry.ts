import type { Field } from '../model/field'
import { readGeometry } from '../model/geometry'
import { geometryFault } from '../model/geometry-fault'
import type { Said } from '../model/language'
import { shown } from '../model/shown'

interface Facts {
  readonly text: string
  readonly field: Field
}

/** Why a value is not the GeoJSON or TopoJSON that a field expects. */
export const wrongGeometry: Said<Facts> = {
  fr: facts => SENTENCES[troubleOf(facts)].fr(facts),
  en: facts => SENTENCES[troubleOf(facts)].en(facts),
}

type Trouble = 'no-geojson' | 'no-topojson' | 'type' | 'coordinates' | 'few' | 'ring'

function troubleOf({ text, field }: Facts): Trouble {
  if (field.format === 'topojson') return 'no-topojson'
  const fault = geometryFault(text)
  if (!fault) return readGeometry(text)?.rings.length ? 'ring' : 'no-geojson'
  if (fault.kind === 'type') return fault.told === '' || fault.told.startsWith('Feature') ? 'no-geojson' : 'type'
  return fault.kind === 'few' ? 'few' : 'coordinates'
}

const SENTENCES: Readonly<Record<Trouble, Said<Facts>>> = {
  'no-geojson': {
    fr: ({ text }) =>
      `${shown.fr(text)} n’est pas un objet GeoJSON : ce champ attend une géométrie comme {"type": "Point", "coordinates": [2.35, 48.86]}.`,
    en: ({ text }) =>
      `${shown.en(text)} is not a GeoJSON object: this field expects a geometry such as {"type": "Point", "coordinates": [2.35, 48.86]}.`,
  },
  'no-topojson': {
    fr: ({ text }) => `${shown.fr(text)} n’est pas un objet TopoJSON : ce champ attend une topologie, avec ses arcs.`,
    en: ({ text }) => `${shown.en(text)} is not a TopoJSON object: this field expects a topology, with its arcs.`,
  },
  type: {
    fr: () =>
      'Le type de cette géométrie n’est pas de ceux de GeoJSON : écrivez Point, LineString, Polygon, leur forme multiple ou GeometryCollection.',
    en: () =>
      'The type of this geometry is none of those of GeoJSON: write Point, LineString, Polygon, their multiple forms or GeometryCollection.',
  },
  coordinates: {
    fr: () =>
      'Les coordonnées de cette géométrie ne sont pas celles que demande son type : chaque position est faite de nombres entre crochets, la longitude puis la latitude.',
    en: () =>
      'The coordinates of this geometry are not those that its type asks for: each position is made of numbers between brackets, the longitude and then the latitude.',
  },
  few: {
    fr: () => 'Cette ligne n’a qu’une position, alors qu’il en faut deux : complétez-la, ou faites-en un point.',
    en: () => 'This line has one position, and needs two: complete it, or make it a point.',
  },
  ring: {
    fr: () =>
      'Un contour de ce polygone n’est pas fermé : il lui faut quatre positions au moins, dont la dernière répète la première.',
    en: () =>
      'A ring of this polygon is not closed: it needs four positions at least, the last of which repeats the first.',
  },
}
