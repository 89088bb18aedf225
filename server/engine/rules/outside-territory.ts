import { isAbroad, looksLikeCommune } from '../model/commune-codes'
import { positionsOf, positionsOfCommunes } from '../model/positions'
import { shown, shownList } from '../model/shown'
import { whereIs } from '../model/territory'
import { rowRule } from './rule'

interface Facts {
  readonly texts: readonly string[]
  /** The one that is beyond all degrees. */
  readonly beyond?: string | undefined
  /** Whether the schema asks for French coordinates. */
  readonly isAsked: boolean
}

/** A point that lies outside France, in columns of French points. */
export const outsideTerritory = rowRule<Facts>({
  id: 'outside-territory',
  severity: ({ isAsked }) => (isAsked ? 'error' : 'warning'),
  preset: 'standard',
  concepts: ['coordinate-reference-system'],
  customCheck: 'coordinates',

  check({ table, columns }) {
    const known = positionsOf(columns).map(positions => ({ positions, codes: undefined }))
    const all = [...known, ...positionsOfCommunes(columns)]
    if (all.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { positions, codes } of all) {
        if (codes && !isOfFrance(row.text(codes.index))) continue
        const { columns: held, isAsked, point, beyond: beyondIn } = positions
        const texts = held.map(({ index }) => row.text(index))
        const found = point(texts)
        const beyond = found ? undefined : beyondIn(texts)
        if (beyond !== undefined)
          return { column: held[texts.indexOf(beyond)]!.index, facts: { texts, beyond, isAsked } }
        if (found && whereIs(found, isAsked ? 'checked' : 'known') === 'outside')
          return { column: held[0]!.index, facts: { texts, isAsked } }
      }
      return undefined
    }
  },

  message: {
    fr: ({ texts, beyond }) =>
      beyond === undefined
        ? `Le point ${shownList.fr(texts)} n’est ni en métropole ni outre-mer : vérifiez les deux coordonnées, la latitude de la métropole va de 41 à 51 et sa longitude de −5 à 10.`
        : `${shown.fr(beyond)} n’est pas une coordonnée en degrés, qui ne dépasse jamais 180 : elle a sans doute perdu sa marque décimale, reprenez-la à la source.`,
    en: ({ texts, beyond }) =>
      beyond === undefined
        ? `The point ${shownList.en(texts)} is neither in mainland France nor in its overseas territories: check both coordinates, latitudes of the mainland go from 41 to 51 and longitudes from −5 to 10.`
        : `${shown.en(beyond)} is no coordinate in degrees, which never goes beyond 180: most likely it has lost its decimal mark, so look it up at the source.`,
  },
})

/** Whether a row has the code of a commune of France. */
function isOfFrance(code: string): boolean {
  return looksLikeCommune(code) && !isAbroad(code.trim())
}
