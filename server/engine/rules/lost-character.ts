import { without } from '../model/accept'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

const QUESTION_MARK = 0x3f

interface Facts {
  readonly text: string
  readonly mark: '\uFFFD' | '?' | '¿'
  /** The one value of the schema’s list that the other letters leave. */
  readonly meant?: string | undefined
}

/** A letter that a conversion could not write, and replaced. */
export const lostCharacter = cellRule<Facts>({
  id: 'lost-character',
  severity: 'error',
  preset: 'standard',
  concepts: ['text-encoding'],
  insteadOf: [
    'label-style',
    'type-error',
    'enum',
    'pattern',
    'category-variant',
    'unknown-act-matter',
    'unknown-commune',
  ],
  labels: true,
  concerns: signature.nonAscii | signature.otherMark,

  check({ field }) {
    const meantBy = meaning(field?.constraints.enum ?? [])
    return {
      accept: hasNeitherMark,
      test(text) {
        const mark = markIn(text)
        return mark && { text, mark, meant: meantBy(text, mark) }
      },
    }
  },

  // What stands in lists and objects is shown as JSON writes it.
  nested: true,
  checkNative: () => text => (holdsHalf(text) ? { text, mark: '\uFFFD' } : undefined),

  message: {
    fr({ text, mark, meant }) {
      const lost = `${shown.fr(text)} a perdu un caractère, remplacé par « ${mark} »`
      return meant === undefined
        ? `${lost} : la cellule ne dit plus lequel, reprenez la valeur à la source.`
        : `${lost} : de la liste du schéma, seule la valeur ${shown.fr(meant)} y convient.`
    },
    en({ text, mark, meant }) {
      const lost = `${shown.en(text)} lost a character, replaced with “${mark}”`
      return meant === undefined
        ? `${lost}: the cell no longer tells which, so take the value from its source again.`
        : `${lost}: of the schema’s list, only the value ${shown.en(meant)} fits.`
    },
  },

  fix: (_text, { meant }) => meant,
})

function markIn(text: string): Facts['mark'] | undefined {
  if (text.includes('\uFFFD') || HALF.test(text)) return '\uFFFD'
  if (TURNED.test(text)) return '¿'
  return text.split(/\s+/, 1_000).some(hasLetterLost) || NUMBER_SIGN.test(text) ? '?' : undefined
}

/**
 * Tells the only value of a list with the letters that are left, and others beyond ASCII where some are lost. The list is
 * gone through when a text is first asked for.
 */
function meaning(allowed: readonly string[]): (text: string, mark: string) => string | undefined {
  let known: ReadonlyMap<string, string | undefined> | undefined
  return (text, mark) => {
    known ??= byLettersLeft(allowed)
    return known.get(lettersLeft(text.replaceAll(mark, '\uFFFD')))
  }
}

/** The values of a list by what is left of them without the letters that get lost; none where several leave the same. */
function byLettersLeft(allowed: readonly string[]): ReadonlyMap<string, string | undefined> {
  const known = new Map<string, string | undefined>()
  for (const value of allowed) {
    const left = lettersLeft(value)
    known.set(left, known.has(left) ? undefined : value)
  }
  return known
}

function lettersLeft(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\P{ASCII}+/gu, '\uFFFD')
}

/** Half of a character, as JSON can escape it; whatever writes it as UTF-8 puts U+FFFD in its place. */
const HALF = /\p{Surrogate}/u

function holdsHalf(json: string): boolean {
  if (!json.includes('\\u')) return false
  let isFound = false
  try {
    JSON.parse(json, (key, value: unknown) => {
      if (HALF.test(key) || (typeof value === 'string' && HALF.test(value))) isFound = true
      return value
    })
  } catch {
    // What is wrong with the text itself is told of the text.
    return false
  }
  return isFound
}

/** “c¿ur”, “l¿eau”: what Oracle writes for a letter that its encoding lacks, where no Spanish question begins. */
const TURNED = /\p{L}¿(?!(?<=\p{Ll}¿)\p{Lu})\p{L}/u

/** “N? 12”, once “N° 12”. */
const NUMBER_SIGN = /(?:^|\s)n\?\s?\d/i

/** “d?Aulnay”, “l?école”: the apostrophe of an article, which no question ends with. */
const ELISION_LOST = /^(?:[cdjlmnst]|qu)\?\p{L}/iu

const LONGEST_WORD = 60

/** A question mark between the letters of one word, or where its elided article ends or after it: Orl?ans, d?Alembert, l’?tang, Saint-?tienne. */
function hasLetterLost(written: string): boolean {
  if (written.length > LONGEST_WORD || !written.includes('?')) return false
  const word = written.replace(/^[«"'’([]+|[.,;:!?…»"'’)\]]+$/g, '')
  return (
    word.length > 3 &&
    // Not in an address, a formula or an expression, which have other marks.
    /^[\p{L}\p{M}?'’-]+$/u.test(word) &&
    /[\p{L}'’-]\?{1,2}\p{L}/u.test(word) &&
    // A space was left out after a question.
    (ELISION_LOST.test(word) || !/\p{Ll}\?\p{Lu}/u.test(word))
  )
}

const hasNeitherMark = without([[QUESTION_MARK], [0xef, 0xbf], [0xc2, 0xbf]])
