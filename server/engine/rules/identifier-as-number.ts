import { isNumeric } from '../model/field'
import { labelIdentifier, labelWords } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import type { Column } from '../model/table'
import { tableRule } from './rule'

/** Words of the accounts of an authority, whose numbers name them (instruction M57). */
const ACCOUNT = /^(?:article|chapitre|compte|fonction|sousfonction)$/

interface Facts {
  readonly because: 'schema' | 'values'
  readonly label: string
}

/** A column of codes that a schema, or whoever opens the file, takes for numbers. */
export const identifierAsNumber = tableRule<Facts>({
  id: 'identifier-as-number',
  severity: 'hint',
  preset: 'complet',
  concepts: ['leading-zeros', 'stable-identifier'],
  insteadOf: ['outlier', 'mean-median-gap', 'magnitude-slip'],

  *check({ columns, table: { headerRow: row } }) {
    for (const column of columns) {
      const because = reasonOf(column)
      if (because)
        yield { ...(row !== undefined && { row }), column: column.index, facts: { because, label: column.label } }
    }
  },

  message: {
    fr: ({ because }) =>
      because === 'schema'
        ? 'Le schéma déclare cette colonne comme un nombre, alors qu’elle contient des codes : déclarez-la en texte (string), sans quoi les zéros du début se perdent et l’on calcule des moyennes qui ne veulent rien dire.'
        : 'Cette colonne contient des codes écrits en chiffres, qu’un tableur prend pour des nombres : importez-la comme du texte, et déclarez-la ainsi (string) dans le schéma, pour garder les zéros du début.',
    en: ({ because }) =>
      because === 'schema'
        ? 'The schema declares this column as a number, but it holds codes: declare it as text (string), or leading zeros get lost and means are drawn that say nothing.'
        : 'This column holds codes written in digits, which a spreadsheet takes for numbers: import it as text, and declare it so (string) in the schema, to keep the leading zeros.',
  },
})

function reasonOf({ field, label, element, learn }: Column): Facts['because'] | undefined {
  const name = field?.name ?? label
  const isCode =
    labelIdentifier(name) !== undefined ||
    (labelWords(name).every(word => ACCOUNT.test(word)) && labelWords(name).length > 0)
  if (!isCode) return undefined
  if (field) return isNumeric(field) ? 'schema' : undefined
  // What the first element of a list holds the others hold.
  return !element && learn(areDigits) ? 'values' : undefined
}

const areDigits = mostlyOf(0.95, value => /^\d{2,18}$/.test(value.trim()))
