import { folded } from '../model/fold'
import { keyReading } from '../model/key-value'
import { wordsOf } from '../model/identifier'
import type { PartBefore } from '../model/other-parts'
import { tally, totalOf } from '../model/lesson'
import { shownList } from '../model/shown'
import type { Column, Described } from '../model/table'
import { withPartsBefore } from './parts-before'
import { type Key, keyRule } from './rule'

/** Columns by which public schemas identify a row without declaring it. */
const KNOWN_KEYS: readonly (readonly string[])[] = [['DELIB_ID', 'COLL_SIRET'], ['EQUIP_UID'], ['platCode']]

interface PrimaryKey extends Key {
  readonly declared: boolean
}

/** A row whose key is that of a row before it: nobody can tell which of the two is meant. */
export const primaryKey = keyRule<PrimaryKey>({
  id: 'primary-key',
  severity: ({ key }) => (key.declared ? 'error' : 'warning'),
  preset: 'standard',
  concepts: ['primary-foreign-key', 'uniqueness'],
  frictionless: 'primary-key',
  schema: true,
  insteadOf: ['unique', 'near-duplicate-row', 'code-label-mismatch'],

  check(described) {
    const names = described.schema?.primaryKey ?? []
    const declared = columnsNamed(described, names)
    if (names.length > 0) return declared ? withPartsBefore(keyOf(declared, described, true), described) : []
    const known = KNOWN_KEYS.flatMap(labels => {
      const columns = columnsNamed(described, labels)
      return columns ? [keyOf(columns, described, false)] : []
    })
    if (known.length > 0) return known
    return described.columns
      .filter(column => isIdentifier(column) && (column.isEdited || column.learn(seldomRepeats)))
      .map(column => ({ ...keyOf([column.index], described, false), isTold: () => column.learn(seldomRepeats) }))
  },

  message: {
    fr({ labels, values, first, isRespelt, key }) {
      if (key.part) return elsewhere.fr(values, key.part)
      const row = isRespelt ? `${first + 1}, autrement écrite` : first + 1
      const what = labels.length === 1 ? `La clé ${shownList.fr(values)}` : `La clé faite de ${shownList.fr(values)}`
      if (key.declared)
        return `${what} est déjà celle de la ligne ${row} : le schéma veut que ${shownList.fr(labels)} ${labels.length === 1 ? 'désigne' : 'désignent ensemble'} une seule ligne.`
      return `${what} est déjà celle de la ligne ${row} : l’identifiant ${shownList.fr(labels)} devrait désigner une seule ligne.`
    },
    en({ labels, values, first, isRespelt, key }) {
      if (key.part) return elsewhere.en(values, key.part)
      const row = isRespelt ? `${first + 1}, spelled otherwise` : first + 1
      const what = labels.length === 1 ? `The key ${shownList.en(values)}` : `The key made of ${shownList.en(values)}`
      if (key.declared)
        return `${what} is already that of row ${row}: the schema wants ${shownList.en(labels)} to name one row only.`
      return `${what} is already that of row ${row}: the identifier ${shownList.en(labels)} should name one row only.`
    },
  },

  related: {
    places: ({ key, first }) => (key.part ? [] : key.columns.slice(0, 1).map(column => ({ row: first, column }))),
    message: { fr: () => 'La même clé, ici la première fois.', en: () => 'The same key, here for the first time.' },
  },
})

const elsewhere = {
  fr(values: readonly string[], { path, labels }: PartBefore): string {
    const what = values.length === 1 ? `La clé ${shownList.fr(values)}` : `La clé faite de ${shownList.fr(values)}`
    return `${what} est déjà celle d’une ligne de ${path}, qui fait partie du même tableau : le schéma veut que ${shownList.fr(labels)} ${labels.length === 1 ? 'désigne' : 'désignent ensemble'} une seule ligne.`
  },
  en(values: readonly string[], { path, labels }: PartBefore): string {
    const what = values.length === 1 ? `The key ${shownList.en(values)}` : `The key made of ${shownList.en(values)}`
    return `${what} is already that of a row of ${path}, which is part of the same table: the schema wants ${shownList.en(labels)} to name one row only.`
  },
}

function keyOf(columns: readonly number[], described: Described, declared: boolean): PrimaryKey {
  const reading = keyReading(columns.map(column => described.columns[column]?.field))
  return { columns, declared, ...reading, marks: 'cell', missing: 'none', edgeSpace: 'counts' }
}

/** The columns of these names, or nothing when one is not there. */
function columnsNamed({ columns }: Described, names: readonly string[]): readonly number[] | undefined {
  const found = names.flatMap(name => {
    const column = columns.find(({ field, label }) => (field ? field.name === name : folded(label) === folded(name)))
    return column ? [column.index] : []
  })
  return found.length === names.length ? found : undefined
}

/** Whether a label says that its column identifies the rows: in so many words, or as that of the first column. */
function isIdentifier(column: Column): boolean {
  const words = wordsOf(column)
  // A schema would have said so.
  if (column.field || !words.some(word => IDENTIFIER.test(word))) return false
  return column.index === 0 || words.every(word => IDENTIFIER.test(word) || FILLING.test(word))
}

const IDENTIFIER = /^(?:id|ids|identifiant|ident|identifier|uid|uuid|guid|gid|fid|objectid)$/
const FILLING = /^(?:unique|local|locale|technique|interne|objet|n|no|num|numero|code|de|l|d)$/

/** First rows that show whether a column identifies them, and the share of these that may still repeat another. */
const LEAST = 20
const FEW = 0.02

/** Whether values come but once, save a few that do come again. */
const seldomRepeats = tally<boolean, string>({
  kindOf: value => value,
  judge(counts) {
    const values = totalOf(counts)
    const repeats = values - counts.size
    return values >= LEAST && repeats > 0 && repeats <= Math.max(1, FEW * values)
  },
})
