import { positionsAnywhere } from '../model/positions'
import { rowRule } from './rule'

interface Facts {
  /** The cells that hold the two zeros. */
  readonly columns: readonly number[]
}

/** Latitude 0 and longitude 0, which a failed search for an address leaves behind. */
export const nullIsland = rowRule<Facts>({
  id: 'null-island',
  severity: 'error',
  preset: 'standard',
  concepts: ['missing-value', 'coordinate-reference-system'],
  insteadOf: ['sentinel-value', 'outside-territory', 'minimum', 'exclusive-minimum', 'stacked-positions'],

  check({ table, columns }) {
    const positions = positionsAnywhere(columns)
    if (positions.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { columns: held, point } of positions) {
        const found = point(held.map(({ index }) => row.text(index)))
        if (found?.[0] === 0 && found[1] === 0)
          return { column: held[0]!.index, facts: { columns: held.map(({ index }) => index) } }
      }
      return undefined
    }
  },

  message: {
    fr: () =>
      'Latitude 0 et longitude 0 désignent un point en mer, dans le golfe de Guinée : l’adresse n’a sans doute pas été trouvée, et une position inconnue se laisse vide.',
    en: () =>
      'Latitude 0 and longitude 0 are a point at sea, in the Gulf of Guinea: the address was most likely not found, and a position that is not known is left empty.',
  },

  fix({ columns }, { row }) {
    return row === undefined ? undefined : columns.map(column => ({ set: 'cell', row, column, value: '' }))
  },
})
