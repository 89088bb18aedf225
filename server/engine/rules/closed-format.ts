import { isClosedFormat } from '../model/file-format'
import { shownList } from '../model/shown'
import { pointerOf } from '../model/tree'
import { treeRule } from './rule'

/** Every file is in a format from which data cannot be taken freely: data.gouv.fr’s criterion. */
export const closedFormat = treeRule<{ readonly formats: readonly string[] }>({
  id: 'closed-format',
  severity: 'warning',
  preset: 'standard',
  concepts: ['five-star-open-data', 'metadata-quality-score'],

  *check({ descriptions }) {
    for (const { resources } of descriptions) {
      const [first] = resources
      const formats = resources.map(({ format }) => format)
      // A file of which nothing tells the format may well be open.
      if (!first || !formats.every(format => format !== undefined && isClosedFormat(format))) continue
      yield { pointer: pointerOf(first.node), facts: { formats: [...new Set(formats as string[])] } }
    }
  },

  message: {
    fr: ({ formats }) =>
      `Aucun fichier n’est dans un format ouvert, il n’y a que ${shownList.fr(formats)} : ajoutez un CSV, que tout logiciel lit.`,
    en: ({ formats }) =>
      `No file is in an open format, there is only ${shownList.en(formats)}: add a CSV, which any software reads.`,
  },
})
