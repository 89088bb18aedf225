import { shownList } from '../model/shown'
import { areOrganisations, traitOf, traitsOf, wordsOf } from '../model/persons'
import type { Column, Table } from '../model/table'
import { tableRule } from './rule'

/** Persons who should share a combination. */
const LEAST = 5
/** Rows that are compared, and rows that a message names. */
const ROWS = 20_000
const NAMED = 6

interface Facts {
  readonly labels: readonly string[]
  /** Persons who share the rarest combination. */
  readonly k: number
  /** Rows, from 0, of combinations that less than five share: the first of them, and how many there are. */
  readonly first: readonly number[]
  readonly rows: number
  /** How many rows were compared, where the table goes on. */
  readonly compared: number | undefined
}

/** Ordinary columns that together leave few persons possible. */
export const lowKAnonymity = tableRule<Facts>({
  id: 'low-k-anonymity',
  severity: 'warning',
  preset: 'standard',
  concepts: ['k-anonymity', 're-identification-risk'],
  reads: 'all-rows',

  *check({ columns, table }) {
    const telling = quasiIdentifiers(columns)
    const [column] = telling
    if (!column) return
    const { groups, compared, goesOn } = groupsOf(table, telling)
    // One row alone is an example of how the file is filled in.
    if (compared < 2) return
    const rare = [...groups.values()].filter(rows => rows.length < LEAST)
    if (rare.length === 0) return
    const rows = rare.flat().toSorted((a, b) => a - b)
    const facts = {
      labels: telling.map(({ label }) => label),
      k: rare.reduce((least, { length }) => Math.min(least, length), LEAST),
      first: rows.slice(0, NAMED),
      rows: rows.length,
      compared: goesOn ? compared : undefined,
    }
    const { headerRow } = table
    yield { column: column.index, ...(headerRow !== undefined && { row: headerRow }), facts }
  },

  message: {
    fr: ({ labels, k, first, rows, compared }) =>
      `${shownList.fr(labels)} ensemble ${k === 1 ? 'désignent parfois une seule personne' : `laissent parfois ${k} personnes possibles`} (k = ${k}) : ${rows === 1 ? 'la ligne' : `${rows} lignes, dont`} ${first.map(row => row + 1).join(', ')}${compared === undefined ? '' : `, parmi les ${compared} premières`} ; regroupez les âges, les métiers ou les lieux jusqu’à ce que chaque combinaison revienne au moins ${LEAST} fois.`,
    en: ({ labels, k, first, rows, compared }) =>
      `${shownList.en(labels)} together ${k === 1 ? 'sometimes single out one person' : `sometimes leave ${k} persons possible`} (k = ${k}): ${rows === 1 ? 'row' : `${rows} rows, among them`} ${first.map(row => row + 1).join(', ')}${compared === undefined ? '' : `, among the first ${compared}`}; group ages, jobs or places until each combination comes at least ${LEAST} times.`,
  },

  related: {
    places: ({ first }) => first.map(row => ({ row })),
    message: {
      fr: () => 'Une ligne dont la combinaison est rare.',
      en: () => 'A row whose combination is rare.',
    },
  },
})

const PLACE =
  /^(?:quartiers?|iris|communes?|villes?|cp|postal|codepostal|canton|hameau|secteur|arrondissement|district|town|residence)$/

/** The columns that describe a person without naming one; none unless there are two, one of them about the person. */
function quasiIdentifiers(columns: readonly Column[]): readonly Column[] {
  if (traitsOf(columns).size === 0 || areOrganisations(columns)) return []
  const ofPerson = columns.filter(column => /^(?:age|birth|sex|job)$/.test(traitOf(column) ?? ''))
  const ofPlace = columns.filter(column => !ofPerson.includes(column) && wordsOf(column).some(word => PLACE.test(word)))
  const telling = [...ofPerson, ...ofPlace].toSorted((a, b) => a.index - b.index)
  return ofPerson.length > 0 && telling.length > 1 ? telling : []
}

/** The rows of each combination; a row without any of the values is left out. */
function groupsOf(table: Table, columns: readonly Column[]) {
  const groups = new Map<string, number[]>()
  let compared = 0
  let row = table.firstDataRow
  for (; compared < ROWS && table.width(row) > 0; row++) {
    if (!table.isData(row)) continue
    compared++
    const values = columns.map(({ index }) => table.text(row, index)?.trim().toLowerCase() ?? '')
    if (values.every(value => value === '')) continue
    const key = JSON.stringify(values)
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  return { groups, compared, goesOn: table.width(row) > 0 }
}
