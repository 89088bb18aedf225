import { accepting } from '../model/accept'
import { charactersAt, lengthOf } from '../model/constraint'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** A value shorter than the schema allows. */
export const minLength = cellRule<{ text: string; length: number; bound: number }>({
  id: 'min-length',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,

  check({ field }) {
    const bound = field?.constraints.minLength
    if (!field || bound === undefined) return undefined
    const isText = field.type === 'string'
    return {
      // A character takes four bytes at most.
      accept: accepting(
        () => (isText ? { is: 'characters', least: bound, most: Number.POSITIVE_INFINITY } : undefined),
        (bytes, from, to) =>
          isText && (to - from >= 4 * bound || (to - from >= bound && charactersAt(bytes, from, to) >= bound)),
      ),
      test(text) {
        const length = lengthOf(field, text)
        return length < bound ? { text, length, bound } : undefined
      },
    }
  },

  message: {
    fr: ({ text, length, bound }) =>
      `${shown.fr(text)} a une longueur de ${length}, et le schéma en demande au moins ${bound} : il manque sans doute une partie de la valeur.`,
    en: ({ text, length, bound }) =>
      `${shown.en(text)} has a length of ${length}, and the schema asks for at least ${bound}: part of the value is most likely missing.`,
  },
})
