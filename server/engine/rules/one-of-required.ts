import { isMissing, rowChecks } from '../model/row-check'
import { shownList } from '../model/shown'
import { rowRule } from './rule'

/** Columns of which the schema wants one filled at least, all empty in a row. */
export const oneOfRequired = rowRule<{ readonly labels: readonly string[] }>({
  id: 'one-of-required',
  severity: 'error',
  preset: 'standard',
  concepts: ['completeness'],
  customCheck: 'one-of',

  check(described) {
    // Columns none of which is there are told once, at the header.
    const groups = rowChecks(described, 'one-of').filter(({ columns }) => columns.length > 0)
    if (groups.length === 0) return undefined
    return row => {
      if (row.width !== described.table.columnCount) return undefined
      const group = groups.find(({ columns }) => columns.every(column => isMissing(column, row.text(column.index))))
      if (!group) return undefined
      const reads = group.columns.map(({ index }) => index)
      return { column: reads[0]!, reads, facts: { labels: group.check.columns } }
    }
  },

  message: {
    fr: ({ labels }) =>
      `Cette ligne ne remplit ni l’une ni l’autre des colonnes ${shownList.fr(labels)} : le schéma veut que l’une au moins soit remplie, sans quoi rien ne dit de qui ou de quoi il s’agit.`,
    en: ({ labels }) =>
      `This row fills neither of the columns ${shownList.en(labels)}: the schema wants one of them filled at least, or nothing says whom or what the row is about.`,
  },
})
