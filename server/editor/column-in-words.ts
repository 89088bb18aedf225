import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import { Withheld } from '../engine/withheld'

/** A column as a sentence names it: by its label, or by its number where it has none that may be told. */
export function columnInWords(dataset: Dataset, column: number, language: Language): string {
  const label = new Withheld(dataset).labelOf(column).replaceAll(/\s+/g, ' ').trim()
  if (label === '') return { fr: `la colonne ${column + 1}`, en: `column ${column + 1}` }[language]
  const short = label.length > 40 ? `${label.slice(0, 39)}…` : label
  return { fr: `la colonne « ${short} »`, en: `the column “${short}”` }[language]
}
