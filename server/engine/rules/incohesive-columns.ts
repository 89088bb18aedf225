import { isMissing, rowChecks } from '../model/row-check'
import { shownList } from '../model/shown'
import { rowRule } from './rule'

interface Facts {
  /** Names of the fields. */
  readonly filled: readonly string[]
  readonly empty: readonly string[]
}

/** Columns that the schema wants filled together, and of which a row fills some. */
export const incohesiveColumns = rowRule<Facts>({
  id: 'incohesive-columns',
  severity: 'error',
  preset: 'standard',
  concepts: ['completeness'],
  customCheck: 'cohesion',

  check(described) {
    // A column that is not there is told once, at the header.
    const groups = rowChecks(described, 'cohesion').filter(({ absent }) => absent.length === 0)
    if (groups.length === 0) return undefined
    return row => {
      if (row.width !== described.table.columnCount) return undefined
      for (const { columns } of groups) {
        const empty = columns.filter(column => isMissing(column, row.text(column.index)))
        if (empty.length === 0 || empty.length === columns.length) continue
        const filled = columns.filter(column => !empty.includes(column))
        return {
          column: empty[0]!.index,
          facts: { filled: filled.map(({ label }) => label), empty: empty.map(({ label }) => label) },
        }
      }
      return undefined
    }
  },

  message: {
    fr: ({ filled, empty }) =>
      `Cette ligne remplit ${shownList.fr(filled)} mais laisse vide ${shownList.fr(empty)} : le schéma veut que ces colonnes soient toutes remplies ou toutes vides, car l’une ne se comprend pas sans l’autre.`,
    en: ({ filled, empty }) =>
      `This row fills ${shownList.en(filled)} but leaves ${shownList.en(empty)} empty: the schema wants these columns all filled or all empty, since one makes no sense without the other.`,
  },
})
