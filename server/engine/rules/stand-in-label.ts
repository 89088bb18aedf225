import { isStandIn } from '../model/label'
import { numbersRows } from '../model/row-numbers'
import { shown } from '../model/shown'
import { tableRule } from './rule'

interface Facts {
  readonly label: string
  /** The one field of the schema that has no column. */
  readonly meant: string | undefined
  /** Whether the values of the column only count the rows. */
  readonly isCount: boolean
}

/** A name that software gave a column without one: it says nothing of the values either. */
export const standInLabel = tableRule<Facts>({
  id: 'stand-in-label',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-dictionary'],
  insteadOf: ['extra-label', 'label-style'],

  *check({ table, header }) {
    const { headerRow: row, labels } = table
    if (row === undefined) return
    const meant = header.missing.length === 1 ? header.missing[0]!.field.name : undefined
    for (const [column, label] of labels.entries())
      if (isStandIn(label) && !header.fields[column])
        yield { row, column, facts: { label, meant, isCount: numbersRows(table, column) } }
  },

  message: {
    fr: ({ label, isCount }) =>
      isCount
        ? `La colonne ${shown.fr(label)}, nommée par un programme, R ou Python, ne fait que numéroter les lignes : il l’a sans doute ajoutée, supprimez-la.`
        : `${shown.fr(label)} est le nom qu’un logiciel donne à une colonne qui n’en a pas : personne ne peut savoir ce que disent ses valeurs, écrivez son vrai nom, ou supprimez-la si elle est vide.`,
    en: ({ label, isCount }) =>
      isCount
        ? `The column ${shown.en(label)}, named by a program, R or Python, only numbers the rows: that program most likely added it, so remove it.`
        : `${shown.en(label)} is the name that software gives a column without one: nobody can tell what its values say, so write its true name, or remove it if it is empty.`,
  },

  fix({ meant, isCount }, { row, column }) {
    if (row === undefined || column === undefined) return undefined
    if (isCount) return [{ remove: 'columns', column, count: 1 }]
    return meant === undefined ? undefined : [{ set: 'cell', row, column, value: meant }]
  },
})
