import { keyPart } from '../model/lost-reference'
import { nearValues } from '../model/near'
import type { ForeignKey, KeyPart } from '../model/reference'
import { shown, shownList } from '../model/shown'
import type { Described } from '../model/table'
import { type Dangling, type Reference, referenceRule } from './rule'

interface Referring extends Reference {
  /** The table that it refers to, as it is said; empty for the table itself. */
  readonly resource: string
  readonly referred: readonly string[]
  /** The other files of the table itself, where it has some. */
  readonly others?: string | undefined
}

/** A value that should name a row of another table, or of this one, and names none. */
export const foreignKey = referenceRule<Referring>({
  id: 'foreign-key',
  severity: 'error',
  preset: 'standard',
  concepts: ['primary-foreign-key'],
  frictionless: 'foreign-key',
  schema: true,

  check: described => (described.schema?.foreignKeys ?? []).flatMap(key => referring(key, described) ?? []),

  message: {
    fr(facts) {
      const { values, key } = facts
      const what = values.length === 1 ? shown.fr(values[0]!) : `Le groupe ${shownList.fr(values)}`
      const column = key.referred.length === 1 ? 'la colonne' : 'les colonnes'
      const itself = key.others === undefined ? 'ce fichier' : `ce fichier ni de ${key.others}`
      const where = `${column} ${shownList.fr(key.referred)} de ${key.resource === '' ? itself : key.resource}`
      const [near] = nearest(facts)
      return near === undefined
        ? `${what} ne se trouve pas dans ${where} : cette ligne renvoie à une ligne qui n’existe pas.`
        : `${what} ne se trouve pas dans ${where} : la valeur la plus proche y est ${shown.fr(near)}.`
    },
    en(facts) {
      const { values, key } = facts
      const what = values.length === 1 ? shown.en(values[0]!) : `The group ${shownList.en(values)}`
      const column = key.referred.length === 1 ? 'the column' : 'the columns'
      const itself = key.others === undefined ? 'this file' : `this file or of ${key.others}`
      const where = `${column} ${shownList.en(key.referred)} of ${key.resource === '' ? itself : key.resource}`
      const [near] = nearest(facts)
      return near === undefined
        ? `${what} is not in ${where}: this row refers to a row that does not exist.`
        : `${what} is not in ${where}: the nearest value there is ${shown.en(near)}.`
    },
  },

  values: nearest,

  related: {
    places: ({ key }) =>
      'columns' in key.refersTo
        ? key.refersTo.columns.slice(0, 1).map(column => ({ column }))
        : key.refersTo.label
          ? [key.refersTo.label]
          : [],
    message: {
      fr: () => 'La colonne où cette valeur devrait se trouver.',
      en: () => 'The column in which this value should be found.',
    },
  },
})

/** The columns of a foreign key and what they refer to; undefined when a column or the table referred to is not there. */
function referring({ fields, resource, referred }: ForeignKey, described: Described): Referring | undefined {
  const columns = columnsOf(fields, described)
  if (!columns) return undefined
  const partOf = (column: number) => keyPart(described.columns[column]!.field!)
  const reads = columns.map(partOf)
  const base = { columns, referred, reads, marks: 'cell', missing: 'none', edgeSpace: 'counts' } as const
  if (resource === '') {
    const targets = columnsOf(referred, described)
    if (!targets) return undefined
    // Where one side is text, both are compared as text.
    const isText = columns.map((column, i) => !partOf(column) || !partOf(targets[i]!))
    const plain = (parts: readonly KeyPart[]) => parts.map((part, i) => (isText[i] ? undefined : part))
    const elsewhere = described.parts?.all?.keys(referred, plain(reads))
    // What the other files of the table hold is not known: no row is told to refer to nothing.
    if (typeof elsewhere === 'string') return undefined
    const refersTo = { columns: targets, reads: plain(targets.map(partOf)), elsewhere }
    return { ...base, reads: plain(reads), resource, refersTo, others: described.parts?.all?.path }
  }
  const other = described.resources?.get(resource)
  const keys = other?.keys(referred, reads)
  return typeof keys === 'object' ? { ...base, resource: other?.path ?? resource, refersTo: keys } : undefined
}

/** The columns of these fields, or nothing when one is not there. */
function columnsOf(names: readonly string[], { columns }: Described): readonly number[] | undefined {
  const found = names.flatMap(name => columns.find(({ field }) => field?.name === name)?.index ?? [])
  return found.length === names.length ? found : undefined
}

/** Candidates that a slip of the hand may have meant. */
function nearest({ values: [value = ''], candidates }: Dangling): readonly string[] {
  return nearValues(value, candidates)
}
