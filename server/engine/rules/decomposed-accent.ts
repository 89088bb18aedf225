import { without } from '../model/accept'
import { meets } from '../model/constraint'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** Marks that combine with the letter before them (Unicode, U+0300 to U+036F). */
const COMBINING = /[\u0300-\u036F]/

/** An accented letter written as a letter and a mark: the same to the eye and, by Unicode, in sense, but not equal. */
export const decomposedAccent = cellRule<{ composed: string; breaks: boolean }>({
  id: 'decomposed-accent',
  severity: 'information',
  preset: 'complet',
  concepts: ['validity'],
  insteadOf: [
    'label-style',
    'enum',
    'pattern',
    'max-length',
    'category-variant',
    'unknown-act-matter',
    'unknown-commune',
    'foreign-key',
  ],
  labels: true,
  concerns: signature.nonAscii,

  check({ field }) {
    return {
      accept: hasNoCombiningMark,
      test(text) {
        if (!COMBINING.test(text)) return undefined
        // Unicode Standard Annex 15: the two spellings are canonically equivalent.
        const composed = text.normalize('NFC')
        if (composed === text) return undefined
        const breaks = field !== undefined && !meets(field, composed)
        // Something else is wrong as well, and says so.
        if (breaks && !meets(field, text)) return undefined
        return { composed, breaks }
      },
    }
  },

  message: {
    fr: ({ composed }) =>
      `Les accents de ${shown.fr(composed)} sont séparés de leurs lettres : cela ne se voit pas, mais une recherche ou un rapprochement avec un autre fichier ne trouvera pas cette valeur.`,
    en: ({ composed }) =>
      `The accents of ${shown.en(composed)} are apart from their letters: it cannot be seen, yet a search or a join with another file will not find this value.`,
  },

  fix: (_text, { composed, breaks }) => (breaks ? undefined : composed),
  safe: true,
})

/** Combining marks begin with the byte CC or CD. */
const hasNoCombiningMark = without([[0xcc], [0xcd]])
