import { without } from '../model/accept'
import { meets } from '../model/constraint'
import { controlCodeIn, withoutControlCodes, withoutInvisible } from '../model/invisible'
import { mostlyOf } from '../model/lesson'
import { shapeOf } from '../model/shape'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { withoutC1 } from '../model/windows-1252'
import { cellRule } from './rule'

interface Facts {
  /** The value as it should be. */
  readonly plain: string
  /** The first character that is not seen, or the code that stands for one. */
  readonly character: string
  /** True when only characters that carry nothing go, or the schema says what the value must be. */
  readonly isSafe: boolean
  readonly breaks: boolean
}

/** A value with characters that the eye does not see, takes for ordinary spaces, or sees as a code. */
export const invisibleCharacter = cellRule<Facts>({
  id: 'invisible-character',
  severity: 'warning',
  preset: 'standard',
  concepts: ['validity'],
  insteadOf: [
    'label-style',
    'type-error',
    'enum',
    'pattern',
    'min-length',
    'max-length',
    'category-variant',
    'unknown-act-matter',
    'unknown-commune',
    'foreign-key',
    'malformed-siret',
    'malformed-siren',
    'malformed-rna',
    'malformed-uai',
  ],
  labels: true,
  concerns: signature.nonAscii | signature.control | signature.otherMark,

  check(column) {
    const { field } = column
    return {
      accept: isPlainlySeen,
      test(text) {
        const code = controlCodeIn(text)
        const seen = withoutInvisible(code === undefined ? text : withoutControlCodes(text))
        const written = respelt(seen)
        if (written !== text) {
          const plain = written.trim()
          const breaks = field !== undefined && meets(field, text) && !meets(field, plain)
          const character = code ?? [...text].find(isInvisible) ?? ''
          return { plain, character, isSafe: written === seen && code === undefined, breaks }
        }
        const inside = text.trim()
        if (!NO_BREAK.test(inside)) return undefined
        if (field && !meets(field, text)) {
          const meant = [inside.replace(NO_BREAKS, ''), inside.replace(NO_BREAKS, ' ')].find(one => meets(field, one))
          return meant === undefined ? undefined : spaced(inside, meant, true)
        }
        if (NUMBER.test(inside) && (!field || field.type === 'any')) {
          return column.learn(areNumbers) ? spaced(inside, inside.replace(NO_BREAKS, ''), false) : undefined
        }
        if (!isLabel(inside)) return undefined
        const label = inside.replace(NO_BREAKS, ' ')
        return field && !meets(field, label) ? undefined : spaced(inside, label, false)
      },
    }
  },

  message: {
    fr({ plain, character }) {
      if (controlCodeIn(character) !== undefined)
        return plain === ''
          ? `Cette cellule ne contient que ${shown.fr(character)}, ce qu’Excel écrit pour un caractère de contrôle : videz-la.`
          : `Il faut sans doute lire ${shown.fr(plain)} : ${shown.fr(character)} est ce qu’Excel écrit pour un caractère de contrôle, et reste tel quel à l’export.`
      return plain === ''
        ? `Cette cellule paraît vide et ne l’est pas : elle contient ${named(character).fr}, et un logiciel y lit un texte.`
        : `Il faut sans doute lire ${shown.fr(plain)} : cette valeur contient ${named(character).fr}, qui ne se voit pas et la rend différente pour un logiciel.`
    },
    en({ plain, character }) {
      if (controlCodeIn(character) !== undefined)
        return plain === ''
          ? `This cell holds only ${shown.en(character)}, which is what Excel writes for a control character: empty it.`
          : `This most likely says ${shown.en(plain)}: ${shown.en(character)} is what Excel writes for a control character, and stays as it is when exported.`
      return plain === ''
        ? `This cell looks empty and is not: it holds ${named(character).en}, and software reads a text in it.`
        : `This most likely says ${shown.en(plain)}: the value holds ${named(character).en}, which cannot be seen and makes it another value to software.`
    },
  },

  fix: (_text, { plain, breaks }) => (breaks ? undefined : plain),
  safe: ({ isSafe }) => isSafe,
})

const NO_BREAK = /[\u00A0\u202F]/
const NO_BREAKS = /[\u00A0\u202F]/g
/** 12 500,00 */
const NUMBER = /^[+-]?\d{1,3}(?:[\u00A0\u202F]\d{3})+(?:[.,]\d+)?$/

/** C1 controls are letters that were read in the wrong encoding; the other characters stand between words. */
function respelt(text: string): string {
  // VT and FF are the line ends of some databases, but inside a word an accident.
  return withoutC1(text)
    .replace(/(?<=\p{Ll})[\v\f](?=\p{Ll})/gu, '')
    .replace(/[\t\v\f\u2028\u2029]+/g, ' ')
}

function isInvisible(character: string): boolean {
  return withoutInvisible(character) !== character || respelt(character) !== character
}

function spaced(text: string, plain: string, isSafe: boolean): Facts {
  return { plain, character: NO_BREAK.exec(text)?.[0] ?? '', isSafe, breaks: false }
}

/** Whether most other values are numbers. */
const areNumbers = mostlyOf(0.9, value => ['integer', 'decimal'].includes(shapeOf(value.replace(NO_BREAKS, ''))))

const LONGEST_LABEL = 40

/** A name of a few words with a no-break space between two of them, where no typography wants one. */
function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && !/[.,;:!?%€»«"°\d]/.test(text) && /\p{L}[\u00A0\u202F]\p{L}/u.test(text)
}

const NAMES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  '\0': { fr: 'un octet nul', en: 'a null byte' },
  '\t': { fr: 'une tabulation', en: 'a tab' },
  '\u00A0': { fr: 'un espace insécable', en: 'a no-break space' },
  '\u202F': { fr: 'un espace insécable fin', en: 'a narrow no-break space' },
  '\u00AD': { fr: 'un trait d’union conditionnel', en: 'a soft hyphen' },
  '\u200B': { fr: 'un espace de largeur nulle', en: 'a zero-width space' },
  '\uFEFF': { fr: 'une marque BOM', en: 'a byte order mark' },
}

function named(character: string): { readonly fr: string; readonly en: string } {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const isControl = /\p{Cc}/u.test(character)
  const { fr, en } = NAMES[character] ?? {
    fr: isControl ? 'un caractère de contrôle' : 'un caractère invisible',
    en: isControl ? 'a control character' : 'an invisible character',
  }
  return { fr: `${fr} (${code})`, en: `${en} (${code})` }
}

/** Controls but line ends, C2 80–A0 and AD, E2 80 8B–8F and A8–AF, E2 81 A0–BF, EF BB, and `_x00`. */
const UNSEEN: readonly (readonly number[])[] = [
  ...[...bytesFrom(0, 0x1f), 0x7f].filter(byte => byte !== 10 && byte !== 13).map(byte => [byte]),
  ...[...bytesFrom(0x80, 0xa0), 0xad].map(next => [0xc2, next]),
  ...[...bytesFrom(0x8b, 0x8f), ...bytesFrom(0xa8, 0xaf)].map(third => [0xe2, 0x80, third]),
  ...bytesFrom(0xa0, 0xbf).map(third => [0xe2, 0x81, third]),
  [0xef, 0xbb],
  [0x5f, 0x78, 0x30, 0x30],
  [0x5f, 0x58, 0x30, 0x30],
]

function bytesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const isPlainlySeen = without(UNSEEN)
