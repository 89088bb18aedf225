import { counted } from '../model/counted'
import { totalOf } from '../model/lesson'
import { type Positions, positionsOf } from '../model/positions'
import { shown } from '../model/shown'
import { columnRule } from './rule'

interface Facts {
  readonly value: string
  readonly count: number
  readonly rows: number
}

/** The part of the rows at one point that is no chance any more. */
const SHARE = 0.05
/** The part of the rows whose position nobody shares: below it, many rows of one place are how the file is made. */
const OWN = 0.5
/** Rows at one point that are worth a word. */
const LEAST = 5

/** One point that many rows share where the others have their own: an address that was not found, put at the town hall. */
export const stackedPositions = columnRule<Facts>({
  id: 'stacked-positions',
  severity: 'information',
  preset: 'complet',
  concepts: ['address-base', 'coordinate-reference-system'],

  check(column) {
    const positions = positionsOf(column.beside).find(({ columns }) => columns[0] === column)
    if (!positions) return undefined
    return {
      most: 50_000,
      kindOf: text => (isExact(text, positions) ? text.trim() : undefined),
      judge: () => new Map(),
      ofColumn(counts) {
        const rows = totalOf(counts)
        let [value, count, own] = ['', 0, 0]
        for (const [kind, times] of counts) {
          if (times === 1) own++
          if (times > count) [value, count] = [kind, times]
        }
        return count >= LEAST && count > SHARE * rows && own >= OWN * rows ? { value, count, rows } : undefined
      },
    }
  },

  message: {
    fr: ({ value, count, rows }) =>
      `${counted(count, 'fr')} lignes sur ${counted(rows, 'fr')} sont au même point (${shown.fr(value)}), alors que les autres ont le leur : ce sont sans doute des adresses qui n’ont pas été trouvées, placées à la mairie ou au centre de la commune.`,
    en: ({ value, count, rows }) =>
      `${counted(count, 'en')} rows of ${counted(rows, 'en')} are at the same point (${shown.en(value)}), where the others have their own: these are most likely addresses that were not found, put at the town hall or in the middle of the commune.`,
  },
})

/** Whether a latitude is exact enough not to be another place’s too, or stands with its longitude. */
function isExact(text: string, { columns }: Positions): boolean {
  return columns.length === 1 ? !/^\W*0*\W*0*\W*$/.test(text) : /[.,]\d{4,}\s*$/.test(text)
}
