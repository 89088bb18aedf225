import { shown, shownList } from '../model/shown'
import type { Described } from '../model/table'
import { type Key, keyRule } from './rule'

/** A value, or values together, that stand twice where the schema says that each is the only one. */
export const unique = keyRule({
  id: 'unique',
  severity: 'error',
  preset: 'standard',
  concepts: ['uniqueness', 'primary-foreign-key'],
  frictionless: 'unique-error',
  schema: true,

  check: described => uniqueColumns(described).map(keyOf),

  message: {
    fr({ values, labels, first }) {
      if (values.length > 1)
        return `${shownList.fr(values)} se trouvent déjà ensemble à la ligne ${first + 1} : le schéma veut que ${shownList.fr(labels)}, pris ensemble, ne désignent qu’une ligne.`
      const [value = ''] = values
      return `${shown.fr(value)} se trouve déjà à la ligne ${first + 1} : dans cette colonne, le schéma veut que chaque valeur soit unique.`
    },
    en({ values, labels, first }) {
      if (values.length > 1)
        return `${shownList.en(values)} already stand together in row ${first + 1}: the schema wants no two rows to share ${shownList.en(labels)}.`
      const [value = ''] = values
      return `${shown.en(value)} already stands in row ${first + 1}: the schema wants each value of this column to be the only one.`
    },
  },

  related: {
    places: ({ key, first }) => [{ row: first, column: key.columns[0]! }],
    message: {
      fr: () => 'La même valeur, ici la première fois.',
      en: () => 'The same value, here for the first time.',
    },
  },
})

/** The columns of which the schema says it, each alone and in groups; a group of which a column lacks is left out. */
function uniqueColumns({ schema, columns }: Described): readonly (readonly number[])[] {
  const alone = columns.filter(({ field }) => field?.constraints.unique).map(({ index }) => index)
  const groups = (schema?.uniqueKeys ?? []).flatMap(names => {
    const found = names.flatMap(name => columns.find(({ field }) => field?.name === name)?.index ?? [])
    const isToldAlready = found.length === 1 && alone.includes(found[0]!)
    return found.length === 0 || found.length < names.length || isToldAlready ? [] : [found]
  })
  return [...alone.map(column => [column]), ...groups]
}

function keyOf(columns: readonly number[]): Key {
  return { columns, marks: 'cell', missing: 'none', edgeSpace: 'counts' }
}
