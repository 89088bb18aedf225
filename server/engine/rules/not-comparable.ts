import type { Said } from '../model/language'

/** True for the spelling of a number that is none (Table Schema’s NaN): it keeps no bound. */
export function isNaNText(text: string): boolean {
  return text.trim() === 'NaN'
}

/** What is said of it where the schema sets a bound. */
export const notComparable: Said<{ readonly bound: string }> = {
  fr: ({ bound }) =>
    `NaN n’est ni plus grand ni plus petit que ${bound}, la limite que fixe le schéma : donnez une valeur, ou laissez la cellule vide s’il n’y en a pas.`,
  en: ({ bound }) =>
    `NaN is neither more nor less than ${bound}, the bound that the schema sets: give a value, or leave the cell empty if there is none.`,
}
