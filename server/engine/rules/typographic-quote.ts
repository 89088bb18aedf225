import { without } from '../model/accept'
import { meets } from '../model/constraint'
import { tally, totalOf } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

type Form = 'curly' | 'straight'
/** Between two letters it is an accent gone wrong: “P“le” was once Pôle. */
const GARBLED = /\p{L}[“”„‚]\p{L}/u
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['curly-apostrophe', /[‘’]/],
  ['curly-quote', /[“”„]/],
  ['straight-apostrophe', /'/],
  ['straight-quote', /"/],
]
/** Mean length, in characters, from which a column holds prose, where curly marks are right. */
const PROSE = 80

/** An apostrophe or a quotation mark in another form than the rest of a column of labels. */
export const typographicQuote = cellRule<{ text: string; alike: string; form: Form }>({
  id: 'typographic-quote',
  severity: 'hint',
  preset: 'complet',
  concepts: ['validity'],
  concerns: signature.nonAscii | signature.otherMark,

  check(column) {
    const { field } = column
    if (field && field.type !== 'string' && field.type !== 'any') return undefined
    const usual = column.learn(usualForms)
    const odd = oddBytes(usual)
    if (odd.length === 0) return undefined
    return {
      accept: without(odd),
      test(text) {
        if (GARBLED.test(text)) return undefined
        const alike = inForms(text, usual)
        if (alike === text || (field && !(meets(field, text) && meets(field, alike)))) return undefined
        return { text, alike, form: /[‘’“”„]/.test(text) ? 'straight' : 'curly' }
      },
    }
  },

  message: {
    fr: ({ text, form }) =>
      form === 'straight'
        ? `${shown.fr(text)} a des apostrophes ou des guillemets courbes, alors que cette colonne en a surtout des droits : deux valeurs qui paraissent égales ne le sont pas pour un logiciel.`
        : `${shown.fr(text)} a des apostrophes ou des guillemets droits, alors que cette colonne en a surtout des courbes : deux valeurs qui paraissent égales ne le sont pas pour un logiciel.`,
    en: ({ text, form }) =>
      form === 'straight'
        ? `${shown.en(text)} has curly apostrophes or quotes where this column mostly has straight ones: two values that look the same are not equal to software.`
        : `${shown.en(text)} has straight apostrophes or quotes where this column mostly has curly ones: two values that look the same are not equal to software.`,
  },

  fix: (_text, { alike }) => alike,
})

/** The form that most values have; undefined when the column does not mix them, or is prose. */
interface Usual {
  readonly apostrophe: Form | undefined
  readonly quote: Form | undefined
}

const usualForms = tally<Usual, string>({
  kindOf: value =>
    `${value.length} ${MARKS.filter(([, mark]) => mark.test(value))
      .map(([name]) => name)
      .join(' ')}`,
  judge(counts) {
    let length = 0
    const seen = new Map<string, number>()
    for (const [kind, count] of counts) {
      const [characters, ...marks] = kind.split(' ')
      length += count * Number(characters)
      for (const mark of marks) seen.set(mark, (seen.get(mark) ?? 0) + count)
    }
    if (length >= PROSE * totalOf(counts)) return { apostrophe: undefined, quote: undefined }
    const form = (mark: 'apostrophe' | 'quote'): Form | undefined => {
      const curly = seen.get(`curly-${mark}`) ?? 0
      const straight = seen.get(`straight-${mark}`) ?? 0
      if (curly === 0 && straight === 0) return undefined
      return curly > straight ? 'curly' : 'straight'
    }
    return { apostrophe: form('apostrophe'), quote: form('quote') }
  },
})

/** The value with its marks in the usual forms. Curly quotes need to know which side they are on: straight ones stay. */
function inForms(text: string, { apostrophe, quote }: Usual): string {
  const first = apostrophe === 'straight' ? text.replace(/[‘’]/g, "'") : text
  // Between digits or after one it is a prime: 48° 12' or 5' on foot.
  const second = apostrophe === 'curly' ? first.replace(/(?<=\p{L})'(?=\p{L})/gu, '’') : first
  return quote === 'straight' ? second.replace(/[“”„]/g, '"') : second
}

const STRAIGHT_APOSTROPHE = [[0x27]]
const CURLY_APOSTROPHES = [
  [0xe2, 0x80, 0x98],
  [0xe2, 0x80, 0x99],
]
const CURLY_QUOTES = [
  [0xe2, 0x80, 0x9c],
  [0xe2, 0x80, 0x9d],
  [0xe2, 0x80, 0x9e],
]

/** The bytes of the marks that are not in the usual form of theirs. */
function oddBytes({ apostrophe, quote }: Usual): readonly (readonly number[])[] {
  const apostrophes = { straight: CURLY_APOSTROPHES, curly: STRAIGHT_APOSTROPHE }
  return [...(apostrophe ? apostrophes[apostrophe] : []), ...(quote === 'straight' ? CURLY_QUOTES : [])]
}
