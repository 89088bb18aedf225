import type { CustomCheck, UnusableCheck } from './custom-check'
import type { Field, Localised } from './field'
import type { InnerFault } from './inner-fault'
import type { ForeignKey } from './reference'

/** A description that data must meet. */
export interface Schema {
  /** Catalogue id such as `scdl/subventions`, or the path or address it was read from. */
  readonly id: string
  readonly version: string | undefined
  readonly title?: Localised
  readonly fields: readonly Field[]
  /** Names of the fields that together identify a row. */
  readonly primaryKey: readonly string[]
  /** Other groups of fields of which no two rows share the values. */
  readonly uniqueKeys?: readonly (readonly string[])[]
  readonly foreignKeys?: readonly ForeignKey[]
  /** Which labels the header must and may have, where the schema says it (Table Schema 2); else no order is asked for. */
  readonly fieldsMatch?: FieldsMatch
  /** Set when it is a JSON Schema. */
  readonly records?: RecordSchema
  /** Checks that it asks for beyond Table Schema. */
  readonly customChecks: readonly CustomCheck[]
  /** Those that cannot be run. */
  readonly unusableChecks?: readonly UnusableCheck[]
}

/** What a JSON Schema asks of the records of a table in JSON. */
export interface RecordSchema {
  /** JSON pointer of the list in the text whose records it describes; absent when it describes a record by itself. */
  readonly at?: string
  /** All that is wrong with a record; `unknown` when it cannot be told in reasonable time. Never throws. */
  readonly faults: (record: unknown) => readonly InnerFault[] | 'unknown'
}

/** How fields and labels must meet: https://datapackage.org/standard/table-schema/#fieldsmatch. */
export type FieldsMatch = 'exact' | 'equal' | 'subset' | 'superset' | 'partial'

/** Why a schema is in force. */
export type SchemaSource = 'flag' | 'config' | 'datapackage' | 'neighbour' | 'detected'
