import { holdsDates } from '../model/dated-column'
import { columnIdentifier } from '../model/column-identifier'
import { wordsOf } from '../model/identifier'
import { tally, totalOf } from '../model/lesson'
import { holdsMeasures } from '../model/measure'
import { isNearName } from '../model/near-name'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { type Key, keyRule } from './rule'

/** Columns of names that are compared. */
const MOST = 2
/** Words of sums of money, of which two are seldom the same on the same day. */
const AMOUNT = /^(?:montants?|sommes?|prix|couts?|amounts?|price|cost)$/
const NUMBERING = new Set([
  'id',
  'identifiant',
  'numero',
  'num',
  'no',
  'n',
  'ref',
  'reference',
  'objectid',
  'fid',
  'gid',
])

/** A row that says what one before it says, but for a slip in one name. */
export const nearDuplicateRow = keyRule<Key>({
  id: 'near-duplicate-row',
  severity: 'information',
  preset: 'complet',
  concepts: ['uniqueness'],

  check: ({ columns }) => {
    const rest = columns.filter(column => !isNumbering(column))
    const names = rest.filter(holdsNames).slice(0, MOST)
    return names.flatMap(name => {
      const others = telling(rest.filter(column => column !== name && !names.includes(column)))
      if (others.length < 2) return []
      const near = { column: name.index, isNear: isNearName }
      return [{ columns: others.map(({ index }) => index), near, marks: 'cell', missing: 'none', edgeSpace: 'ignored' }]
    })
  },

  message: {
    fr: ({ first, near }) =>
      `${shown.fr(near?.value ?? '')} ressemble à ${shown.fr(near?.first ?? '')} de la ligne ${first + 1}, et le reste est pareil : si c’est le même fait saisi deux fois, supprimez l’une des deux lignes.`,
    en: ({ first, near }) =>
      `${shown.en(near?.value ?? '')} looks like ${shown.en(near?.first ?? '')} of row ${first + 1}, and the rest is the same: if it is one thing entered twice, delete one of the two rows.`,
  },

  related: {
    places: ({ first, near }) => [{ row: first, ...(near && { column: near.column }) }],
    message: { fr: () => 'La ligne qui lui ressemble.', en: () => 'The row that looks like it.' },
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})

function isNumbering(column: Column): boolean {
  const words = wordsOf(column)
  return words.some(word => NUMBERING.has(word)) || words.join(' ') === 'number'
}

/** The date and the amount, where there is one of each, with the numbers of those concerned; else all of them if one tells rows apart. */
function telling(columns: readonly Column[]): readonly Column[] {
  const dates = columns.filter(holdsDates)
  const measures = columns.filter(holdsMeasures)
  const amounts = measures.filter(column => wordsOf(column).some(word => AMOUNT.test(word)))
  if (dates.length > 0 && amounts.length > 0) {
    const numbers = columns.filter(column => /^(?:siret|siren|rna)$/.test(columnIdentifier(column) ?? ''))
    return [...dates, ...amounts, ...numbers]
  }
  return columns.some(column => measures.includes(column) || column.learn(areVaried)) ? columns : []
}

function holdsNames(column: Column): boolean {
  const { field } = column
  if (field && (field.type !== 'string' || field.identifier !== undefined || field.constraints.enum)) return false
  return !holdsDates(column) && column.learn(areNames)
}

/** Whether values are mostly words, and mostly come but once. */
const areNames = tally<boolean, string>({
  kindOf(value) {
    const text = value.trim().slice(0, 100)
    // Told by a sign, which is read again after each edit where the text would take ten times as long.
    return (text.length >= 8 && /\p{L}{3}/u.test(text) ? WORDS : OTHER) + text
  },
  judge(counts) {
    let words = 0
    for (const kind of counts.keys()) if (kind.startsWith(WORDS)) words++
    return words >= 0.8 * counts.size && counts.size >= 0.3 * totalOf(counts)
  },
})

const WORDS = 'w'
const OTHER = 'o'

/** Whether values mostly come but once. */
const areVaried = tally<boolean, string>({
  kindOf: value => value.trim().slice(0, 100),
  judge: counts => counts.size >= 0.5 * totalOf(counts),
})
