import { ALL_LENGTHS, byEnds } from '../model/accept'
import { meets } from '../model/constraint'
import { withoutInvisible } from '../model/invisible'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** Bytes that begin a character which may be a space: no-break space, and the spaces of U+1680, U+2000, U+3000, U+FEFF. */
const SPACE_LEADS = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef])

/** A value with spaces round it looks like another one and is not equal to it. */
export const edgeWhitespace = cellRule<{ trimmed: string; where: 'before' | 'after' | 'around'; breaks: boolean }>({
  id: 'edge-whitespace',
  severity: 'warning',
  preset: 'standard',
  concepts: ['validity'],
  insteadOf: [
    'label-style',
    'invisible-character',
    'type-error',
    'enum',
    'pattern',
    'min-length',
    'max-length',
    'category-variant',
    'unknown-act-matter',
    'unknown-commune',
    'foreign-key',
    'malformed-siren',
    'malformed-rna',
    'malformed-uai',
  ],
  labels: true,
  concerns: signature.edgeSpace | signature.nonAscii | signature.control,

  check({ field }) {
    return {
      accept: hasPlainEdges,
      test(text) {
        const trimmed = text.trim()
        // The second half of a garbled “à” is a no-break space: to take it off would lose the letter.
        if (trimmed === text || /[ÃÂ]$/.test(trimmed)) return undefined
        // Both go at once, under the other's name.
        if (withoutInvisible(text) !== text) return undefined
        const breaks = field !== undefined && !meets(field, trimmed)
        // Something else is wrong as well, and says so.
        if (breaks && !meets(field, text)) return undefined
        return { trimmed, where: whereOf(text, trimmed), breaks }
      },
    }
  },

  message: {
    fr: ({ trimmed, where }) => {
      if (trimmed === '')
        return 'Cette cellule ne contient que des espaces : elle paraît vide, mais un logiciel y lit un texte.'
      const value = shown.fr(trimmed)
      if (where === 'before') return `Un espace précède ${value} : pour un logiciel, ce n’est plus la même valeur.`
      if (where === 'after') return `Un espace suit ${value} : pour un logiciel, ce n’est plus la même valeur.`
      return `Des espaces entourent ${value} : pour un logiciel, ce n’est plus la même valeur.`
    },
    en: ({ trimmed, where }) => {
      if (trimmed === '') return 'This cell holds nothing but spaces: it looks empty, yet software reads a text in it.'
      const value = shown.en(trimmed)
      if (where === 'before') return `A space stands before ${value}: to software it is no longer the same value.`
      if (where === 'after') return `A space follows ${value}: to software it is no longer the same value.`
      return `Spaces stand round ${value}: to software it is no longer the same value.`
    },
  },

  fix: (_text, { trimmed, breaks }) => (breaks ? undefined : trimmed),
  safe: true,
})

function whereOf(text: string, trimmed: string): 'before' | 'after' | 'around' {
  if (text.startsWith(trimmed)) return 'after'
  return text.endsWith(trimmed) ? 'before' : 'around'
}

/** The last character is one byte, or two and no space: the no-break space is C2 A0, the other spaces have three. */
const hasPlainEdges = byEnds(
  {
    first: byte => (byte <= 0x20 || SPACE_LEADS.has(byte) ? ALL_LENGTHS : 0),
    last: byte => (byte <= 0x20 || byte >= 0x80 ? ALL_LENGTHS : 0),
  },
  byte => byte > 0xc2 && byte < 0xe0,
)
