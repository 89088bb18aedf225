import { foldLabel, withoutType } from '../model/label'
import { shown } from '../model/shown'
import { tableRule } from './rule'

interface Facts {
  /** As it is written: of a path into the objects of records, the last key. */
  readonly label: string
  readonly why: 'space' | 'letter' | 'script' | 'capital' | 'mark' | 'digit' | 'short'
  /** The handy name; undefined when it cannot be told, or when another column has it already. */
  readonly name: string | undefined
  /** What stands before it in the label of the column. */
  readonly before: string
}

/** A label that programs must write between quotes, or that says nothing to who did not choose it. */
export const labelStyle = tableRule<Facts>({
  id: 'label-style',
  severity: 'hint',
  preset: 'complet',
  concepts: ['data-dictionary'],
  tellsLabels: true,

  *check({ table: { headerRow: row, labels, paths, isKeyed }, columns, schema }) {
    // The names of a schema are law, whatever they look like.
    if (row === undefined || schema) return
    const written = labels.map((label, column) => keyIn(label, paths?.[column]))
    const before = labels.map((label, column) => label.slice(0, label.length - written[column]!.length))
    const names = written.map(handyName)
    const isAlone = (column: number) =>
      !names.some((name, i) => i !== column && before[i] + name === before[column]! + names[column]!)
    for (const [column, label] of written.entries()) {
      const plain = label.trim()
      const why = plain === '' ? undefined : faultOf(plain)
      // What the first element of a list has the others have.
      const isTold = why !== undefined && !columns[column]!.element && !(isKeyed && isPlainKey(why, before[column]!))
      if (!isTold) continue
      const name = names[column]!
      const isFree = name !== '' && name !== plain && isAlone(column)
      yield { row, column, facts: { label: plain, why, name: isFree ? name : undefined, before: before[column]! } }
    }
  },

  message: {
    fr: ({ label, why, name }) =>
      name === undefined
        ? `Le nom de colonne ${shown.fr(label)} ${REASONS.fr[why]} : choisissez-en un qui se lise sans explication et s’écrive sans guillemets.`
        : `Le nom de colonne ${shown.fr(label)} ${REASONS.fr[why]} : ${shown.fr(name)} s’écrirait partout sans guillemets.`,
    en: ({ label, why, name }) =>
      name === undefined
        ? `The column name ${shown.en(label)} ${REASONS.en[why]}: choose one that can be read without explanation and written without quotes.`
        : `The column name ${shown.en(label)} ${REASONS.en[why]}: ${shown.en(name)} could be written anywhere without quotes.`,
  },

  fix: ({ name, before }, { row, column }) =>
    row === undefined || column === undefined || name === undefined
      ? undefined
      : [{ set: 'cell', row, column, value: before + name }],
})

const REASONS = {
  fr: {
    space: 'contient des espaces, qui obligent les programmes à le mettre entre guillemets',
    letter: 'contient des lettres accentuées, que tous les programmes n’écrivent pas de la même façon',
    script: 'contient des lettres d’un autre alphabet, que tous les programmes n’écrivent pas',
    capital: 'contient des majuscules, que certains programmes distinguent et d’autres non',
    mark: 'contient des signes, que les programmes prennent pour une opération',
    digit: 'commence par un chiffre, ce que beaucoup de programmes refusent',
    short: 'est une abréviation, que seul comprend celui qui l’a choisie',
  },
  en: {
    space: 'has spaces in it, so that programs must put it between quotes',
    letter: 'has letters with accents, which not all programs write alike',
    script: 'has letters of another alphabet in it, which not all programs write',
    capital: 'has capitals in it, which some programs tell apart and others do not',
    mark: 'has signs in it, which programs take for an operation',
    digit: 'begins with a digit, which many programs refuse',
    short: 'is an abbreviation, which only the one who chose it understands',
  },
} as const

/** Keys in JSON are written as in programs, which tell capitals apart; and the keys before one say what it is short for. */
function isPlainKey(why: Facts['why'], before: string): boolean {
  return why === 'capital' || (why === 'short' && before !== '')
}

/** What of a label its column’s own key is. */
function keyIn(label: string, path: readonly string[] | undefined): string {
  const key = path?.at(-1)
  return key !== undefined && label.endsWith(key) ? key : label
}

/** Short names that everybody knows. */
const KNOWN = new Set(['id', 'no', 'km', 'ha', 'ph', 'kwh', 'mwh', 'ht', 'ttc'])

function faultOf(label: string): Facts['why'] | undefined {
  if (/\s/.test(label)) return 'space'
  if (/[^\p{L}\p{N}_]/u.test(label.normalize('NFC'))) return 'mark'
  if (/(?!\p{Script=Latin})\p{L}/u.test(label)) return 'script'
  if (/[^\p{ASCII}]/u.test(label)) return 'letter'
  if (/^\d/.test(label)) return 'digit'
  if (isShort(label)) return 'short'
  return /[A-Z]/.test(label) ? 'capital' : undefined
}

/** Two letters, or up to four without a vowel; one letter may be a coordinate. */
function isShort(label: string): boolean {
  const name = label.toLowerCase()
  return !KNOWN.has(name) && /^(?:[a-z]{2}|[b-df-hj-np-tv-z]{2,4})$/.test(name)
}

/** Lower case without accents, words joined by underscores. */
function handyName(label: string): string {
  const words = withoutType(label)
    // `codeInsee` has two words, `pH` and `mL` have one.
    .replace(/(\p{Ll}{2}|\p{N})(\p{Lu})/gu, '$1_$2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldLabel)
    .map(word => word.replace(/[^a-z0-9]/g, ''))
    .filter(word => word !== '')
  const name = words.join('_')
  return /^\d/.test(name) ? `n_${name}` : name
}
