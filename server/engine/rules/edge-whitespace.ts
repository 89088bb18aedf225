import { ALL_LENGTHS, byEnds } from '../model/accept'
import { meets } from '../model/constraint'
import { withoutInvisible } from '../model/invisible'
import type { Language } from '../model/language'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** Bytes that begin a character which may be a space: no-break space, and the spaces of U+1680, U+2000, U+3000, U+FEFF. */
const SPACE_LEADS = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef])

interface Facts {
  readonly trimmed: string
  /** What stands before it, and after it. */
  readonly before: string
  readonly after: string
  readonly breaks: boolean
}

/** A value with spaces round it looks like another one and is not equal to it. */
export const edgeWhitespace = cellRule<Facts>({
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
        const start = text.length - text.trimStart().length
        return { trimmed, before: text.slice(0, start), after: text.slice(start + trimmed.length), breaks }
      },
    }
  },

  message: {
    fr: ({ trimmed, before, after }) => {
      if (trimmed === '')
        return 'Cette cellule ne contient que des espaces : elle paraît vide, mais un logiciel y lit un texte.'
      const value = shown.fr(trimmed)
      const { one, many } = words.fr[kindOf(before + after)]
      const isMany = (before + after).replaceAll('\r\n', '\n').length > 1
      const verb = before === '' ? (isMany ? 'suivent' : 'suit') : isMany ? 'précèdent' : 'précède'
      const what = `${isMany ? many : one} ${before !== '' && after !== '' ? 'entourent' : verb} ${value}`
      return `${what} : pour un logiciel, ce n’est plus la même valeur.`
    },
    en: ({ trimmed, before, after }) => {
      if (trimmed === '') return 'This cell holds nothing but spaces: it looks empty, yet software reads a text in it.'
      const value = shown.en(trimmed)
      const { one, many } = words.en[kindOf(before + after)]
      const isMany = (before + after).replaceAll('\r\n', '\n').length > 1
      const verb = before === '' ? (isMany ? 'follow' : 'follows') : isMany ? 'stand before' : 'stands before'
      const what = `${isMany ? many : one} ${before !== '' && after !== '' ? 'stand round' : verb} ${value}`
      return `${what}: to software it is no longer the same value.`
    },
  },

  fix: (_text, { trimmed, breaks }) => (breaks ? undefined : trimmed),
  safe: true,
})

type Kind = 'space' | 'no-break space' | 'tab' | 'line break' | 'several'

/** What the characters at the edges are. */
function kindOf(edges: string): Kind {
  if (/^ *$/.test(edges)) return 'space'
  if (/^[\u00A0\u202F]*$/.test(edges)) return 'no-break space'
  if (/^\t*$/.test(edges)) return 'tab'
  return /^[\r\n]*$/.test(edges) ? 'line break' : 'several'
}

const words: Readonly<Record<Language, Readonly<Record<Kind, { readonly one: string; readonly many: string }>>>> = {
  fr: {
    space: { one: 'Un espace', many: 'Des espaces' },
    'no-break space': { one: 'Un espace insécable', many: 'Des espaces insécables' },
    tab: { one: 'Une tabulation', many: 'Des tabulations' },
    'line break': { one: 'Un retour à la ligne', many: 'Des retours à la ligne' },
    several: { one: 'Un espace particulier', many: 'Des espaces, tabulations ou retours à la ligne' },
  },
  en: {
    space: { one: 'A space', many: 'Spaces' },
    'no-break space': { one: 'A no-break space', many: 'No-break spaces' },
    tab: { one: 'A tab', many: 'Tabs' },
    'line break': { one: 'A line break', many: 'Line breaks' },
    several: { one: 'An unusual space', many: 'Spaces, tabs or line breaks' },
  },
}

/** The last character is one byte, or two and no space: the no-break space is C2 A0, the other spaces have three. */
const hasPlainEdges = byEnds(
  {
    first: byte => (byte <= 0x20 || SPACE_LEADS.has(byte) ? ALL_LENGTHS : 0),
    last: byte => (byte <= 0x20 || byte >= 0x80 ? ALL_LENGTHS : 0),
  },
  byte => byte > 0xc2 && byte < 0xe0,
)
