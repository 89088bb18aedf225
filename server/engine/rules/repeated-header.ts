import { shownList } from '../model/shown'
import { rowRule } from './rule'
import { saidOfData } from './said-of-values'

/** The header once more among the rows, as files joined end to end have it. */
export const repeatedHeader = rowRule<{ readonly labels: readonly string[] }>({
  id: 'repeated-header',
  severity: 'warning',
  preset: 'standard',
  concepts: ['csv-format'],
  schema: true,
  insteadOf: ['second-header-row', 'missing-cell', 'extra-cell', 'shifted-row', ...saidOfData],
  when: 'header',

  check({ table }) {
    const labels = table.labels.map(label => label.trim())
    const named = labels.filter(label => label !== '')
    // Labels that are mostly numbers are values taken for a header, and values may come back.
    if (2 * named.filter(label => /\p{L}/u.test(label)).length <= named.length) return undefined
    // A lone label in another case may be a value like any other: “Nom” under “NOM”.
    const isSame = named.length > 1 ? isSameInCapitals : (text: string, label: string) => text === label
    return ({ cells, width }) => {
      const length = Math.max(labels.length, width)
      for (let column = 0; column < length; column++)
        if (!isSame((cells[column] ?? '').trim(), labels[column] ?? '')) return undefined
      return { facts: { labels: named } }
    }
  },

  message: {
    fr: ({ labels }) =>
      `Cette ligne répète l’en-tête (${shownList.fr(labels)}) : des fichiers ont sans doute été mis bout à bout, et un logiciel y lit des valeurs, supprimez-la.`,
    en: ({ labels }) =>
      `This row repeats the header (${shownList.en(labels)}): files were most likely joined end to end, and software reads values in it, so remove it.`,
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})

function isSameInCapitals(text: string, label: string): boolean {
  return text === label || (text.length === label.length && text.toUpperCase() === label.toUpperCase())
}
