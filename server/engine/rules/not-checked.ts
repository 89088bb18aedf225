import { tableRule } from './rule'

/** What a limit of ours left out, so that no silence is taken for a clean file. */
export const notChecked = tableRule<{ readonly columns: number; readonly left: number }>({
  id: 'not-checked',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['csv-format'],
  schema: true,

  *check({ table, columns }) {
    if (table.columnsLeftOut > 0) yield { facts: { columns: columns.length, left: table.columnsLeftOut } }
  },

  message: {
    fr: ({ columns, left }) =>
      `Seules les ${columns} premières colonnes ont été vérifiées, ${left} autres ne l’ont pas été : le délimiteur est sans doute mal choisi, ou le tableau couché sur le côté.`,
    en: ({ columns, left }) =>
      `Only the first ${columns} columns were checked and ${left} others were not: the delimiter is probably the wrong one, or the table lies on its side.`,
  },
})
