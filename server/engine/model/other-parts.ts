import { keyReading } from './key-value'
import type { ResourceTrouble } from './reference'
import type { Described } from './table'

/** What a key of a row repeats: one of a file before this one, by its path, and the labels of its columns. */
export interface PartBefore {
  readonly path: string
  readonly labels: readonly string[]
}

/** The labels of a key's columns, as the other files of the table have them. */
export function labelsOf(columns: readonly number[], described: Described): readonly string[] {
  return columns.map(column => described.columns[column]?.label.trim() ?? '')
}

/** A table that is cut into several files of which the others cannot be read for their keys, and the label at which that is told. */
export interface LostPart {
  readonly row: number
  readonly column: number
  readonly label: string
  /** The paths of the others. */
  readonly part: string
  readonly lost: ResourceTrouble
}

/** The first key of the schema that was not compared with those of the other files of the table. */
export function lostPart(described: Described): LostPart | undefined {
  const { table, parts } = described
  if (!parts || table.headerRow === undefined) return undefined
  for (const { names, other } of keysAcross(described)) {
    const found = names.flatMap(name => described.columns.find(({ field }) => field?.name === name) ?? [])
    const [first] = found
    if (!first || found.length < names.length) continue
    const columns = found.map(({ index }) => index)
    const labels = labelsOf(columns, described)
    const { reads = labels.map(() => undefined) } = keyReading(found.map(({ field }) => field)) ?? {}
    const lost = other.keys(labels, reads)
    if (typeof lost === 'string')
      return { row: table.headerRow, column: first.index, label: first.label, part: other.path ?? '', lost }
  }
  return undefined
}

/** The fields of each key, with the files that it is to be compared with. */
function keysAcross({ parts, schema, columns }: Described) {
  const { before, all } = parts!
  const alone = columns.flatMap(({ field }) => (field?.constraints.unique ? [[field.name]] : []))
  const own = [schema?.primaryKey ?? [], ...(schema?.uniqueKeys ?? []), ...alone].filter(({ length }) => length > 0)
  const referred = (schema?.foreignKeys ?? []).filter(({ resource }) => resource === '').map(key => key.referred)
  return [
    ...(before ? own.map(names => ({ names, other: before })) : []),
    ...(all ? referred.map(names => ({ names, other: all })) : []),
  ]
}
