import { without } from '../model/accept'
import { meets } from '../model/constraint'
import { addTo, tally, totalOf } from '../model/lesson'
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
const ANY_MARK = /[‘’“”„'"]/
/** Mean length, in characters, from which a column holds prose, where curly marks are right. */
const PROSE = 80

/** One value in so many has an apostrophe where there are few of them. */
const FEW = 20

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
    const kind = column.learn(kindOfText)
    if (kind === 'prose') return undefined
    return {
      accept: without([
        ...(kind === 'curly' ? [] : CURLY_APOSTROPHES),
        ...(kind === 'straight' ? [] : [STRAIGHT_APOSTROPHE]),
        ...CURLY_QUOTES,
      ]),
      test(text) {
        if (GARBLED.test(text)) return undefined
        const alike = inForms(text, column.learn(usualForms))
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

/** The form that most values have; undefined when none has the mark. */
interface Usual {
  readonly apostrophe: Form | undefined
  readonly quote: Form | undefined
}

const usualForms = tally<Usual, string>({
  kindOf: marksIn,
  judge: counts => ({ apostrophe: usualForm(counts, 'apostrophe'), quote: usualForm(counts, 'quote') }),
})

/** What decides which cells are looked at: those with apostrophes too where these are few, so that one that is typed decides nothing. */
const kindOfText = tally<'prose' | 'few' | Form, number>({
  // As one number, because values are of many lengths, and all of these are judged again when one changes.
  kindOf: value => value.length * COMBINATIONS + bitsIn(value),
  judge(counts) {
    let length = 0
    let values = 0
    const byMarks = new Map<number, number>()
    for (const [kind, count] of counts) {
      length += count * Math.floor(kind / COMBINATIONS)
      values += count
      addTo(byMarks, kind % COMBINATIONS, count)
    }
    if (length >= PROSE * values) return 'prose'
    const marks = new Map([...byMarks].map(([bits, count]) => [namesOf(bits), count]))
    return values >= FEW * totalOf(marksOf(marks, 'apostrophe')) ? 'few' : usualForm(marks, 'apostrophe')!
  },
})

/** Sets of marks that a value may have. */
const COMBINATIONS = 1 << MARKS.length

function marksIn(value: string): string {
  return namesOf(bitsIn(value))
}

/** A bit for each of the marks that are in a value. */
function bitsIn(value: string): number {
  if (!ANY_MARK.test(value)) return 0
  return MARKS.reduce((bits, [, mark], i) => (mark.test(value) ? bits | (1 << i) : bits), 0)
}

function namesOf(bits: number): string {
  return MARKS.filter((_, i) => (bits & (1 << i)) !== 0)
    .map(([name]) => name)
    .join(' ')
}

/** `counts`: of values, by the marks in them. */
function usualForm(counts: ReadonlyMap<string, number>, mark: 'apostrophe' | 'quote'): Form | undefined {
  const forms = marksOf(counts, mark)
  if (totalOf(forms) === 0) return undefined
  return forms.get('curly')! > forms.get('straight')! ? 'curly' : 'straight'
}

function marksOf(counts: ReadonlyMap<string, number>, mark: 'apostrophe' | 'quote'): ReadonlyMap<Form, number> {
  const withIt = (form: Form) =>
    [...counts].reduce((sum, [marks, count]) => (marks.includes(`${form}-${mark}`) ? sum + count : sum), 0)
  return new Map((['curly', 'straight'] as const).map(form => [form, withIt(form)]))
}

/** The value with its marks in the usual forms. Curly quotes need to know which side they are on: straight ones stay. */
function inForms(text: string, { apostrophe, quote }: Usual): string {
  const first = apostrophe === 'straight' ? text.replace(/[‘’]/g, "'") : text
  // Between digits or after one it is a prime: 48° 12' or 5' on foot.
  const second = apostrophe === 'curly' ? first.replace(/(?<=\p{L})'(?=\p{L})/gu, '’') : first
  return quote === 'straight' ? second.replace(/[“”„]/g, '"') : second
}

const STRAIGHT_APOSTROPHE = [0x27]
const CURLY_APOSTROPHES = [
  [0xe2, 0x80, 0x98],
  [0xe2, 0x80, 0x99],
]
const CURLY_QUOTES = [
  [0xe2, 0x80, 0x9c],
  [0xe2, 0x80, 0x9d],
  [0xe2, 0x80, 0x9e],
]
