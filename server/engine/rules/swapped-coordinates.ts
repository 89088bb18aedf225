import { positionsOf } from '../model/positions'
import { shownList } from '../model/shown'
import { whereIs } from '../model/territory'
import { rowRule } from './rule'

interface Facts {
  readonly texts: readonly string[]
  /** The cells with the coordinates in each other's place. */
  readonly swapped: readonly { readonly column: number; readonly value: string }[]
}

/** A point that lies in France only once its latitude and longitude are swapped. */
export const swappedCoordinates = rowRule<Facts>({
  id: 'swapped-coordinates',
  severity: 'error',
  preset: 'standard',
  concepts: ['coordinate-reference-system'],
  customCheck: 'coordinates',
  insteadOf: ['outside-territory', 'minimum', 'maximum'],

  check({ table, columns }) {
    const positions = positionsOf(columns)
    if (positions.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { columns: held, isAsked, point, swapped } of positions) {
        const texts = held.map(({ index }) => row.text(index))
        const found = point(texts)
        if (!found || whereIs(found, isAsked ? 'checked' : 'known') !== 'swapped') continue
        const values = swapped(texts) ?? []
        return {
          column: held[0]!.index,
          facts: { texts, swapped: values.map((value, i) => ({ column: held[i]!.index, value })) },
        }
      }
      return undefined
    }
  },

  message: {
    fr: ({ texts }) =>
      `Le point ${shownList.fr(texts)} n’est en France que si l’on échange la latitude et la longitude : sur une carte, il tombe au large de la Somalie ou en mer.`,
    en: ({ texts }) =>
      `The point ${shownList.en(texts)} is in France only once latitude and longitude are swapped: on a map it falls off Somalia or at sea.`,
  },

  fix({ swapped }, { row }) {
    if (row === undefined || swapped.length === 0) return undefined
    return swapped.map(({ column, value }) => ({ set: 'cell', row, column, value }))
  },
})
