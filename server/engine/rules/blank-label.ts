import { tableRule } from './rule'
import { isPushedOut } from '../model/short-header'
import { emptyColumns } from '../model/tail'

interface Facts {
  /** Number of the column, from 1. */
  readonly number: number
  /** The one field of the schema that has no column. */
  readonly meant: string | undefined
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
      if (column === labels.length - 1 && isPushedOut(table, columns)) return
      yield { row: headerRow, column, facts: { number: column + 1, meant } }
    }
  },

  message: {
    fr: ({ number }) =>
      `La colonne ${number} n’a pas de nom : personne ne peut savoir ce que disent ses valeurs, ni un logiciel les appeler.`,
    en: ({ number }) =>
      `Column ${number} has no name: nobody can tell what its values say, and no software can call them.`,
  },

  fix: ({ meant }, { row, column }) =>
    meant === undefined || row === undefined || column === undefined
      ? undefined
      : [{ set: 'cell', row, column, value: meant }],
})
