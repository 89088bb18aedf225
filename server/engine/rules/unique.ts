import { keyReading } from '../model/key-value'
import type { PartBefore } from '../model/other-parts'
import { shown, shownList } from '../model/shown'
import type { Described } from '../model/table'
import { withPartsBefore } from './parts-before'
import { type Key, keyRule } from './rule'

/** A value, or values together, that stand twice where the schema says that each is the only one. */
export const unique = keyRule({
  id: 'unique',
  severity: 'error',
  preset: 'standard',
  concepts: ['uniqueness', 'primary-foreign-key'],
  frictionless: 'unique-error',
  schema: true,

  check: described =>
    uniqueColumns(described).flatMap(columns => withPartsBefore(keyOf(columns, described), described)),

  message: {
    fr({ values, labels, first, isRespelt, key }) {
      if (key.part) return elsewhere.fr(values, key.part)
      const row = first + 1
      if (values.length > 1) {
        const where = isRespelt
          ? `sont les valeurs de la ligne ${row}, autrement écrites`
          : `se trouvent déjà ensemble à la ligne ${row}`
        return `${shownList.fr(values)} ${where} : le schéma veut que ${shownList.fr(labels)}, pris ensemble, ne désignent qu’une ligne.`
      }
      const where = isRespelt
        ? `est la valeur de la ligne ${row}, autrement écrite`
        : `se trouve déjà à la ligne ${row}`
      return `${shown.fr(values[0] ?? '')} ${where} : dans cette colonne, le schéma veut que chaque valeur soit unique.`
    },
    en({ values, labels, first, isRespelt, key }) {
      if (key.part) return elsewhere.en(values, key.part)
      const row = first + 1
      if (values.length > 1) {
        const where = isRespelt
          ? `are the values of row ${row}, spelled otherwise`
          : `already stand together in row ${row}`
        return `${shownList.en(values)} ${where}: the schema wants no two rows to share ${shownList.en(labels)}.`
      }
      const where = isRespelt ? `is the value of row ${row}, spelled otherwise` : `already stands in row ${row}`
      return `${shown.en(values[0] ?? '')} ${where}: the schema wants each value of this column to be the only one.`
    },
  },

  related: {
    places: ({ key, first }) => (key.part ? [] : [{ row: first, column: key.columns[0]! }]),
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

const elsewhere = {
  fr(values: readonly string[], { path, labels }: PartBefore): string {
    return values.length === 1
      ? `${shown.fr(values[0]!)} se trouve déjà dans ${path}, qui fait partie du même tableau : dans cette colonne, le schéma veut que chaque valeur soit unique.`
      : `${shownList.fr(values)} se trouvent déjà ensemble dans ${path}, qui fait partie du même tableau : le schéma veut que ${shownList.fr(labels)}, pris ensemble, ne désignent qu’une ligne.`
  },
  en(values: readonly string[], { path, labels }: PartBefore): string {
    return values.length === 1
      ? `${shown.en(values[0]!)} already stands in ${path}, which is part of the same table: the schema wants each value of this column to be the only one.`
      : `${shownList.en(values)} already stand together in ${path}, which is part of the same table: the schema wants no two rows to share ${shownList.en(labels)}.`
  },
}

function keyOf(columns: readonly number[], described: Described): Key {
  const reading = keyReading(columns.map(column => described.columns[column]?.field))
  return { columns, ...reading, marks: 'cell', missing: 'none', edgeSpace: 'counts' }
}
