import { folded } from '../model/fold'

/** A spelling of yes or no. */
interface YesNo {
  readonly isYes: boolean
  /** Spellings of one style go together: `oui` and `non`, but not `oui` and `NON`. */
  readonly style: string
}

const PAIRS = [
  ['oui', 'non'],
  ['yes', 'no'],
  ['true', 'false'],
  ['vrai', 'faux'],
] as const
const LETTERS = { o: true, y: true, v: true, t: true, n: false, f: false }
const LONGEST = 5

const spellings = new Map<string, YesNo>([
  ['1', { isYes: true, style: '1' }],
  ['0', { isYes: false, style: '1' }],
  ...['x', 'X'].map(text => [text, { isYes: true, style: 'x' }] as const),
  ...Object.entries(LETTERS).flatMap(([letter, isYes]) => [
    [letter, { isYes, style: 'letter' }] as const,
    [letter.toUpperCase(), { isYes, style: 'LETTER' }] as const,
  ]),
  ...PAIRS.flatMap(pair =>
    [pair, pair.map(capital), pair.map(upper)].flatMap(words =>
      words.map((word, i) => [word, { isYes: i === 0, style: words.join('/') }] as const),
    ),
  ),
])

/** What a text says, when it is yes or no as people and programs write them. */
export function yesNo(text: string): YesNo | undefined {
  if (text.length > LONGEST) return undefined
  const known = spellings.get(text)
  if (known) return known
  const same = spellings.get(folded(text))
  return same && { isYes: same.isYes, style: 'odd' }
}

/** The word for the same answer in another style; undefined where the style has none. */
export function inStyle({ isYes }: YesNo, style: string): string | undefined {
  if (style === '1') return isYes ? '1' : '0'
  return style.split('/')[isYes ? 0 : 1]
}

/** True for the styles that write a whole word. */
export function isWordy(style: string): boolean {
  return style.includes('/')
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function upper(word: string): string {
  return word.toUpperCase()
}
