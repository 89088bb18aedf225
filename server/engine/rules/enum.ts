import { isAllowed } from '../model/allowed'
import { labelWords } from '../model/identifier'
import { alikeValues, nearValues } from '../model/near'
import { shown, shownList } from '../model/shown'
import { spellsOneOf } from '../model/spelling'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly allowed: readonly string[]
  /** The values that differ only by case, accents, spaces, hyphens or apostrophes. */
  readonly alike: readonly string[]
  /** The values that a slip of the hand may have meant, the nearest first; else those that say the same in more words. */
  readonly near: readonly string[]
}

/** A value that is not in the list of the schema. */
export const enumeration = cellRule<Facts>({
  id: 'enum',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['code-list'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['pattern', 'category-variant', 'boolean-variant', 'code-label-mismatch'],

  check({ field }) {
    const allowed = field?.constraints.enum
    if (!field || !allowed) return undefined
    return {
      accept: spellsOneOf(allowed),
      test(text) {
        if (isAllowed(field, text)) return undefined
        const alike = alikeValues(text, allowed)
        if (alike.length > 0) return { text, allowed, alike, near: [] }
        const near = nearValues(text, allowed)
        return { text, allowed, alike, near: near.length > 0 ? near : longerValues(text, allowed) }
      },
    }
  },

  message: {
    fr: ({ text, allowed, alike, near }) => {
      if (allowed.length === 0)
        return `${shown.fr(text)} n’est pas permis, puisque la liste du schéma est vide : complétez-la, ou retirez-la du schéma.`
      if (alike.length === 1)
        return `${shown.fr(text)} n’est pas écrit comme dans la liste du schéma : la valeur permise est ${shown.fr(alike[0]!)}.`
      if (near.length === 1)
        return `${shown.fr(text)} n’est pas dans la liste du schéma : la valeur permise la plus proche est ${shown.fr(near[0]!)}.`
      return `${shown.fr(text)} n’est pas dans la liste du schéma, qui permet ${shownList.fr(allowed)}.`
    },
    en: ({ text, allowed, alike, near }) => {
      if (allowed.length === 0)
        return `${shown.en(text)} is not allowed, since the schema’s list is empty: complete it, or take it out of the schema.`
      if (alike.length === 1)
        return `${shown.en(text)} is not spelt as in the schema’s list: the allowed value is ${shown.en(alike[0]!)}.`
      if (near.length === 1)
        return `${shown.en(text)} is not in the schema’s list: the nearest allowed value is ${shown.en(near[0]!)}.`
      return `${shown.en(text)} is not in the schema’s list, which allows ${shownList.en(allowed)}.`
    },
  },

  fix: (_text, { alike, near }) => (alike.length === 1 ? alike[0] : [...alike, ...near]),
  safe: ({ alike }) => alike.length === 1,
})

/** Values of a list beyond which nobody looks through it, and letters of a word that says something. */
const LONG = 50
const LETTERS = /^\p{L}{4,}$/u

/** The allowed values that have all words of a text and others, but for those that have all words of another one. */
function longerValues(text: string, allowed: readonly string[]): readonly string[] {
  const words = labelWords(text)
  if (allowed.length > LONG || !words.some(word => LETTERS.test(word))) return []
  const longer = allowed.filter(value => holds(labelWords(value), words))
  return longer.filter(value => !longer.some(other => other !== value && holds(labelWords(value), labelWords(other))))
}

function holds(words: readonly string[], others: readonly string[]): boolean {
  return others.every(word => words.includes(word))
}
