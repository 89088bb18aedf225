import { geometryFault, type GeometryFault } from '../model/geometry-fault'
import { isGeometry } from '../model/geometry-column'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import { cellRule } from './rule'

/** A geometry that GeoJSON does not have: of an unknown type, or whose positions are none (RFC 7946, section 3.1). */
export const malformedGeometry = cellRule<GeometryFault>({
  id: 'malformed-geometry',
  severity: 'error',
  preset: 'standard',
  concepts: ['geojson'],
  insteadOf: ['malformed-ring', 'swapped-position'],
  concerns: signature.native,
  nested: true,

  check: column => (column.isOwn && isGeometry(column) ? geometryFault : undefined),

  at: ({ at }) => at,

  message: {
    fr(facts) {
      switch (facts.kind) {
        case 'type':
          return `${shown.fr(facts.told)} n’est pas un type de géométrie de GeoJSON : écrivez Point, LineString, Polygon, leur forme multiple ou GeometryCollection.`
        case 'position':
          return 'Cette position n’est pas faite de deux ou trois nombres, la longitude puis la latitude : les cartes refuseront cette entité.'
        case 'nesting':
          return `Les coordonnées n’ont pas les crochets que demande le type ${facts.type} : les cartes refuseront cette entité, corrigez le type ou les coordonnées.`
        case 'few':
          return 'Cette ligne n’a qu’une position, alors qu’il en faut deux : les cartes refuseront cette entité, complétez-la ou faites-en un point.'
        case 'no-geometries':
          return 'Cette GeometryCollection n’a pas sa liste « geometries » : les cartes refuseront cette entité, donnez-la ou écrivez le type de la géométrie.'
        case 'beyond':
          return `La position ${facts.told} n’est nulle part sur le globe : la longitude va de −180 à 180 et la latitude de −90 à 90, vérifiez les deux.`
      }
    },
    en(facts) {
      switch (facts.kind) {
        case 'type':
          return `${shown.en(facts.told)} is no type of geometry of GeoJSON: write Point, LineString, Polygon, their multiple forms or GeometryCollection.`
        case 'position':
          return 'This position is not made of two or three numbers, the longitude and then the latitude: maps will refuse this feature.'
        case 'nesting':
          return `The coordinates have not the brackets that the type ${facts.type} asks for: maps will refuse this feature, so correct the type or the coordinates.`
        case 'few':
          return 'This line has one position, and needs two: maps will refuse this feature, so complete it or make it a point.'
        case 'no-geometries':
          return 'This GeometryCollection has not its list “geometries”: maps will refuse this feature, so give it or write the type of the geometry.'
        case 'beyond':
          return `The position ${facts.told} is nowhere on the globe: longitudes go from −180 to 180 and latitudes from −90 to 90, so check both.`
      }
    },
  },
})
