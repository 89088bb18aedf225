import type { Column } from '../model/table'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** Beyond what most programs count exactly, or at all, long as an identifier is, or short of the zero that it began with. */
  readonly why: 'large' | 'infinite' | 'identifier' | 'zero'
  /** Whether the schema wants a text. */
  readonly isText: boolean
}

/** Digits of the greatest number that all programs count exactly: 2^53 − 1 (RFC 8259, section 6). */
const LARGEST = '9007199254740991'

/** A day and a time without marks between them: 20240131235959. */
const MOMENT = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/

/** An identifier that JSON writes as a number: programs drop its zeros and round its last digits. */
export const unsafeNumber = cellRule<Facts>({
  id: 'unsafe-number',
  severity: 'error',
  preset: 'standard',
  concepts: ['leading-zeros'],
  concerns: signature.native,
  insteadOf: [
    'schema-violation',
    'type-error',
    'lost-leading-zero',
    'malformed-siret',
    'malformed-siren',
    'siret-spelling',
  ],

  check(column) {
    const { field } = column
    const isText = field?.type === 'string'
    const length = codeLength(column)
    const isNumber = field !== undefined && !isText && field.type !== 'any'
    return text => {
      if (/^-?\d/.test(text) && !Number.isFinite(Number(text))) return { text, why: 'infinite', isText }
      const digits = /^-?(\d+)$/.exec(text)?.[1]
      if (digits === undefined) return undefined
      if (digits.length > 16 || (digits.length === 16 && digits > LARGEST)) return { text, why: 'large', isText }
      if (isNumber) return undefined
      if (length !== undefined && digits.length === length - 1) return { text, why: 'zero', isText }
      const isLong = (digits.length === 14 && !MOMENT.test(digits)) || (digits.length === length && digits.length >= 9)
      return isLong && text === digits ? { text, why: 'identifier', isText } : undefined
    }
  },

  message: {
    fr: ({ text, why }) => SENTENCES[why].fr(shown.fr(text)),
    en: ({ text, why }) => SENTENCES[why].en(shown.en(text)),
  },

  fix: (text, { why }) => (why === 'zero' ? undefined : text),
  asText: true,
  safe: ({ why, isText }) => isText && why !== 'zero',
})

const SENTENCES = {
  large: {
    fr: (text: string) =>
      `${text} dépasse ce que la plupart des logiciels comptent exactement (2⁵³) : ils en arrondiront les derniers chiffres, mettez ce nombre entre guillemets.`,
    en: (text: string) =>
      `${text} is beyond what most software counts exactly (2⁵³): its last digits will be rounded, so put this number between quotes.`,
  },
  infinite: {
    fr: (text: string) =>
      `${text} dépasse les nombres que la plupart des logiciels connaissent (environ 1,8 × 10³⁰⁸) : ils le liront comme l’infini, ou refuseront le fichier.`,
    en: (text: string) =>
      `${text} is beyond the numbers that most software knows (about 1.8 × 10³⁰⁸): it will be read as infinity, or the file refused.`,
  },
  identifier: {
    fr: (text: string) =>
      `${text} a la longueur d’un identifiant et est écrit comme un nombre : un logiciel peut lui retirer ses zéros de tête ou l’arrondir, mettez-le entre guillemets.`,
    en: (text: string) =>
      `${text} is as long as an identifier and written as a number: software may drop the zeros it begins with or round it, so put it between quotes.`,
  },
  zero: {
    fr: (text: string) =>
      `${text} a perdu un zéro de tête, faute d’être écrit entre guillemets : reprenez le code dans le document d’origine et écrivez-le comme un texte.`,
    en: (text: string) =>
      `${text} has lost the zero it began with, since it is not written between quotes: take the code from the original document and write it as a text.`,
  },
} as const

/** Digits that the codes of a column have, where it is known for codes. */
function codeLength({ field, label }: Column): number | undefined {
  const { identifier } = field ?? {}
  const name = label.toLowerCase().replace(/[^a-z]/g, '')
  if (identifier === 'siret' || name.endsWith('siret')) return 14
  if (identifier === 'siren' || name.endsWith('siren')) return 9
  if (identifier === 'phone') return 10
  const isFive = identifier === 'commune-code' || identifier === 'postal-code'
  return isFive || /^(?:code)?insee(?:commune)?$|^codgeo$|codecommune$|codepostal$|codeinsee$/.test(name)
    ? 5
    : undefined
}
