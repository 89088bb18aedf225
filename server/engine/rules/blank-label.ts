import { shown } from '../model/shown'
import { tableRule } from './rule'
import { halvesIn, isPushedOut } from '../model/short-header'
import { numbersRows } from '../model/row-numbers'
import { emptyColumns } from '../model/tail'

interface Facts {
  /** Number of the column, from 1. */
  readonly number: number
  /** The one field of the schema that has no column. */
  readonly meant: string | undefined
  /** The parts of a number that pushes a value out of each row. */
  readonly halves: readonly [string, string] | undefined
  /** Whether its values only count the rows. */
  readonly isCount: boolean
}

/** A column without a name, in which something stands. */
export const blankLabel = tableRule<Facts>({
  id: 'blank-label',
  severity: 'error',
  preset: 'standard',
  concepts: ['data-dictionary'],
  frictionless: 'blank-label',
  schema: true,
  reads: 'all-rows',
  insteadOf: ['duplicate-label', 'extra-label', 'label-style'],

  *check({ table, header, columns }) {
    const { headerRow, labels } = table
    if (headerRow === undefined) return
    const count = labels.length - emptyColumns(table)
    const meant = header.missing.length === 1 ? header.missing[0]!.field.name : undefined
    for (let column = 0; column < count; column++) {
      if (labels[column]!.trim() !== '') continue
      const isLast = column === labels.length - 1
      if (isLast && isPushedOut(table, columns)) return
      const halves = isLast ? halvesIn(table, columns) : undefined
      const isCount = column === 0 && numbersRows(table, column)
      yield { row: headerRow, column, facts: { number: column + 1, meant, halves, isCount } }
    }
  },

  message: {
    fr({ number, halves, isCount }) {
      if (isCount)
        return `La colonne ${number} n’a pas de nom et ne fait que numéroter les lignes : le programme qui a écrit le fichier, R ou Python, l’a sans doute ajoutée, supprimez-la.`
      if (halves)
        return `La colonne ${number} n’a pas de nom, et chaque ligne a une valeur de plus que l’en-tête : une virgule décimale coupe sans doute un nombre en deux, ${shown.fr(halves[0])} et ${shown.fr(halves[1])}, entourez ce nombre de guillemets.`
      return `La colonne ${number} n’a pas de nom : personne ne peut savoir ce que disent ses valeurs, ni un logiciel les appeler.`
    },
    en({ number, halves, isCount }) {
      if (isCount)
        return `Column ${number} has no name and only numbers the rows: the program that wrote the file, R or Python, most likely added it, so remove it.`
      if (halves)
        return `Column ${number} has no name, and each row has one value more than the header: a decimal comma most likely cuts a number in two, ${shown.en(halves[0])} and ${shown.en(halves[1])}, so put that number between quotes.`
      return `Column ${number} has no name: nobody can tell what its values say, and no software can call them.`
    },
  },

  fix({ meant, isCount }, { row, column }) {
    if (row === undefined || column === undefined) return undefined
    if (isCount) return [{ remove: 'columns', column, count: 1 }]
    return meant === undefined ? undefined : [{ set: 'cell', row, column, value: meant }]
  },
})
