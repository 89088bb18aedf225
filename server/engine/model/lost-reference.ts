import { exactNumber, jsonKey } from './key-value'
import type { KeyPart, ResourceTrouble } from './reference'
import type { Field } from './field'
import type { Described } from './table'

/** A foreign key whose values cannot be checked, and the label at which that is told. */
export interface LostReference {
  readonly row: number
  readonly column: number
  readonly label: string
  /** The table as the schema names it, and its path where one is known. */
  readonly resource: string
  readonly path: string | undefined
  /** The first column referred to. */
  readonly referred: string
  readonly trouble: ResourceTrouble
}

/** The foreign keys to other tables that cannot be checked; none when nobody went to look for these tables. */
export function* lostReferences({ table, columns, schema, resources }: Described): Generator<LostReference> {
  if (!resources || table.headerRow === undefined) return
  for (const { fields, resource, referred } of schema?.foreignKeys ?? []) {
    const found = fields.flatMap(name => columns.find(({ field }) => field?.name === name) ?? [])
    const [first] = found
    if (resource === '' || !first || found.length < fields.length) continue
    const other = resources.get(resource)
    const keys =
      other?.keys(
        referred,
        found.map(({ field }) => keyPart(field!)),
      ) ?? 'undeclared'
    if (typeof keys === 'object') continue
    const { index: column, label } = first
    yield { row: table.headerRow, column, label, resource, path: other?.path, referred: referred[0]!, trouble: keys }
  }
}

/** How the values of a field are read before they are compared as keys: text as it stands, 01 and 1 as one number. */
export function keyPart(field: Field): KeyPart {
  const { type, read } = field
  if (type === 'string' || type === 'any') return undefined
  if (type === 'array' || type === 'object' || type === 'geojson')
    return text => jsonKey(field, text) ?? (read(text) === undefined ? undefined : text)
  return type === 'integer' || type === 'number' ? text => exactNumber(field, text) : read
}
