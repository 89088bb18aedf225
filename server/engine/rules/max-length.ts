import { accepting } from '../model/accept'
import { charactersAt, lengthOf } from '../model/constraint'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** A value longer than the schema allows. */
export const maxLength = cellRule<{ text: string; length: number; bound: number }>({
  id: 'max-length',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,

  check({ field }) {
    const bound = field?.constraints.maxLength
    if (!field || bound === undefined) return undefined
    const isText = field.type === 'string'
    return {
      // Characters never outnumber their bytes.
      accept: accepting(
        () => (isText ? { is: 'characters', least: 0, most: bound } : undefined),
        (bytes, from, to) =>
          isText && (to - from <= bound || (to - from <= 4 * bound && charactersAt(bytes, from, to) <= bound)),
      ),
      test(text) {
        const length = lengthOf(field, text)
        return length > bound ? { text, length, bound } : undefined
      },
    }
  },

  message: {
    fr: ({ text, length, bound }) =>
      `${shown.fr(text)} a une longueur de ${length}, et le schéma en permet au plus ${bound} : ce qui dépasse risque d’être coupé par ceux qui réutilisent le fichier.`,
    en: ({ text, length, bound }) =>
      `${shown.en(text)} has a length of ${length}, and the schema allows at most ${bound}: what goes beyond may be cut off by those who reuse the file.`,
  },
})
