import type { FaultOf } from '../model/fault'
import { fileRule } from './rule'

type Facts = Pick<FaultOf<'odd-feature'>, 'part' | 'trouble'>

/** A Feature of GeoJSON, or a collection of some, that lacks what makes it one (RFC 7946, sections 3.2 and 3.3). */
export const malformedFeature = fileRule<Facts, 'odd-feature'>({
  id: 'malformed-feature',
  severity: 'error',
  preset: 'standard',
  concepts: ['geojson'],
  insteadOf: ['blank-row', 'required', 'one-of-required'],
  fault: 'odd-feature',
  find: ({ part, trouble, span, row }) => ({ span, ...(row !== undefined && { row }), facts: { part, trouble } }),

  message: {
    fr({ part, trouble }) {
      const isAbsent = trouble === 'absent'
      switch (part) {
        case 'collection':
          return 'Ce fichier ne se dit pas collection d’entités : GeoJSON veut « "type": "FeatureCollection" » à la racine, sans quoi les cartes le refuseront.'
        case 'type':
          return isAbsent
            ? 'Cette entité ne dit pas qu’elle en est une : sans « "type": "Feature" » les cartes la refuseront, ajoutez-le.'
            : 'Une entité de GeoJSON n’a pas d’autre type que Feature : les cartes refuseront celle-ci, corrigez son type.'
        case 'geometry':
          return isAbsent
            ? 'Cette entité n’a pas de « geometry », que GeoJSON demande à chacune : écrivez null si elle n’a pas de lieu.'
            : 'Cette « geometry » n’est pas un objet fait d’un type et de coordonnées : les cartes refuseront cette entité, écrivez null si elle n’a pas de lieu.'
        case 'properties':
          return isAbsent
            ? 'Cette entité n’a pas de « properties », que GeoJSON demande à chacune : écrivez un objet vide si elle n’a pas d’attribut.'
            : 'Ces « properties » ne sont pas un objet : aucun attribut ne pourra y être lu par son nom, donnez à chacun le sien.'
        case 'id':
          return 'Cet « id » n’est ni un texte ni un nombre, seuls admis par GeoJSON : écrivez-le ainsi ou retirez-le.'
      }
    },
    en({ part, trouble }) {
      const isAbsent = trouble === 'absent'
      switch (part) {
        case 'collection':
          return 'This file does not say that it is a collection of features: GeoJSON wants “"type": "FeatureCollection"” at its root, without which maps will refuse it.'
        case 'type':
          return isAbsent
            ? 'This feature does not say that it is one: maps will refuse it without “"type": "Feature"”, so add it.'
            : 'A feature of GeoJSON has no other type than Feature: maps will refuse this one, so correct its type.'
        case 'geometry':
          return isAbsent
            ? 'This feature has no “geometry”, which GeoJSON asks of each: write null if it has no place.'
            : 'This “geometry” is no object made of a type and coordinates: maps will refuse this feature, so write null if it has no place.'
        case 'properties':
          return isAbsent
            ? 'This feature has no “properties”, which GeoJSON asks of each: write an empty object if it has no attribute.'
            : 'These “properties” are no object: no attribute can be read from them by its name, so give each its own.'
        case 'id':
          return 'This “id” is neither a text nor a number, the only ones that GeoJSON allows: write it as one or remove it.'
      }
    },
  },
})
