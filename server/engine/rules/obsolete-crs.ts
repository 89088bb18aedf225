import { shown } from '../model/shown'
import { fileRule } from './rule'

interface Facts {
  /** The name of the system that the file declares. */
  readonly name: string | undefined
  /** Whether that is WGS 84 in degrees, which GeoJSON has anyway. */
  readonly isUsual: boolean
}

/** A system of coordinates other than that of GeoJSON, or the member that once named it (RFC 7946, sections 4 and 10). */
export const obsoleteCrs = fileRule<Facts, 'crs'>({
  id: 'obsolete-crs',
  severity: ({ isUsual }) => (isUsual ? 'information' : 'warning'),
  preset: 'standard',
  concepts: ['coordinate-reference-system', 'geojson'],
  insteadOf: ['swapped-position', 'outside-territory', 'projected-coordinates'],
  fault: 'crs',
  find: ({ name, isUsual, span, row }) => ({ span, ...(row !== undefined && { row }), facts: { name, isUsual } }),

  message: {
    fr({ name, isUsual }) {
      if (isUsual)
        return 'Ce membre « crs » nomme le système que GeoJSON a toujours (WGS 84) : il ne sert plus à rien depuis 2016, et vous pouvez le retirer.'
      return name === undefined
        ? 'Ces coordonnées ne sont pas des degrés : GeoJSON n’admet que le WGS 84, reprojetez la couche à l’export, sinon les cartes la placeront n’importe où.'
        : `Le fichier déclare le système ${shown.fr(name)}, que GeoJSON n’admet plus depuis 2016 : beaucoup d’outils l’ignorent et liront ces coordonnées comme des degrés, reprojetez la couche en WGS 84 à l’export.`
    },
    en({ name, isUsual }) {
      if (isUsual)
        return 'This member “crs” names the system that GeoJSON always has (WGS 84): it has been of no use since 2016, and you may remove it.'
      return name === undefined
        ? 'These coordinates are no degrees: GeoJSON allows WGS 84 only, so reproject the layer when exporting it, or maps will put it anywhere.'
        : `The file declares the system ${shown.en(name)}, which GeoJSON has not allowed since 2016: many tools ignore it and will read these coordinates as degrees, so reproject the layer to WGS 84 when exporting it.`
    },
  },
})
