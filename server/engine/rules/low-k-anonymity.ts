import { counted } from '../model/counted'
import { dataRows } from '../model/data-rows'
import { share } from '../model/lesson'
import { shownList } from '../model/shown'
import { wordsOf } from '../model/identifier'
import { areOnlyOrganisations, traitOf, traitsOf } from '../model/person-rows'
import type { Column, Table } from '../model/table'
import { totalName } from '../model/total'
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
  reads: ROWS,
  tellsLabels: true,

  *check({ columns, table }) {
    const telling = quasiIdentifiers(columns)
    const [column] = telling
    if (!column) return
    const { groups, compared, goesOn } = groupsOf(table, telling)
    // One row alone is an example of how the file is filled in.
    if (compared < 2) return
    const rare = groups.filter(rows => rows.length < LEAST)
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
      `${shownList.fr(labels)} ensemble ${k === 1 ? 'désignent parfois une seule personne' : `laissent parfois ${k} personnes possibles`} (k = ${k}) : ${rowsIn.fr(rows, first)}${compared === undefined ? '' : `, parmi les ${counted(compared, 'fr')} premières`} ; regroupez les âges, les métiers ou les lieux jusqu’à ce que chaque combinaison revienne au moins ${LEAST} fois.`,
    en: ({ labels, k, first, rows, compared }) =>
      `${shownList.en(labels)} together ${k === 1 ? 'sometimes single out one person' : `sometimes leave ${k} persons possible`} (k = ${k}): ${rowsIn.en(rows, first)}${compared === undefined ? '' : `, among the first ${counted(compared, 'en')}`}; group ages, jobs or places until each combination comes at least ${LEAST} times.`,
  },

  related: {
    places: ({ first }) => first.map(row => ({ row })),
    message: {
      fr: () => 'Une ligne dont la combinaison est rare.',
      en: () => 'A row whose combination is rare.',
    },
  },
})

const rowsIn = {
  fr: (rows: number, first: readonly number[]) =>
    `${rows === 1 ? 'la ligne' : rows > first.length ? `${counted(rows, 'fr')} lignes, dont` : 'les lignes'} ${numbered(first)}`,
  en: (rows: number, first: readonly number[]) =>
    `${rows === 1 ? 'row' : rows > first.length ? `${counted(rows, 'en')} rows, among them` : 'rows'} ${numbered(first)}`,
} as const

function numbered(rows: readonly number[]): string {
  return rows.map(row => row + 1).join(', ')
}

const PLACE =
  /^(?:quartiers?|iris|communes?|villes?|cp|postal|codepostal|canton|hameau|secteur|arrondissement|district|town|residence)$/

/** The columns that describe a person without naming one; none unless there are two, one of them about the person. */
function quasiIdentifiers(columns: readonly Column[]): readonly Column[] {
  if (traitsOf(columns).size === 0 || areOnlyOrganisations(columns)) return []
  // The elements of a list are others each time.
  const ofOne = columns.filter(({ element = 0 }) => element === 0)
  const ofPerson = ofOne.filter(column => /^(?:age|birth|sex|job)$/.test(traitOf(column) ?? ''))
  const ofPlace = ofOne.filter(column => !ofPerson.includes(column) && wordsOf(column).some(word => PLACE.test(word)))
  const telling = [...ofPerson, ...ofPlace].toSorted((a, b) => a.index - b.index)
  if (telling.length < 2 || ofPerson.some(column => column.learn(tellAll))) return []
  return ofPerson.length > 0 ? telling : []
}

const ALL = /^(?:all|both|tous|toutes|les deux)\b/i

/** Whether “ensemble” comes back among ages or sexes: the rows are then groups, and no persons. */
const tellAll = share({
  test: value => ALL.test(value.trim()) || totalName(value) === 'bare',
  isEnough: (passing, values) => passing > 1 && passing >= 0.05 * values,
})

/** The rows of each combination; a row without any of the values is left out. */
function groupsOf(table: Table, columns: readonly Column[]) {
  const groups: number[][] = []
  const values = columns.map(() => valueNumbers())
  const pairs = columns.map(() => pairNumbers())
  let compared = 0
  for (const row of dataRows(table, ROWS + 1)) {
    if (compared === ROWS) return { groups, compared, goesOn: true }
    compared++
    let group = 0
    let isBlank = true
    for (let i = 0; i < columns.length; i++) {
      const value = values[i]!(row.text(columns[i]!.index) ?? '')
      if (value !== NO_VALUE) isBlank = false
      group = pairs[i]!(group, value)
    }
    if (!isBlank) (groups[group] ??= []).push(row.index)
  }
  return { groups, compared, goesOn: false }
}

const NO_VALUE = 0

/** Numbers values from 1 on as they are met, whatever their case and the spaces round them: texts that come back are read once. */
function valueNumbers(): (text: string) => number {
  const ofText = new Map<string, number>()
  const ofValue = new Map([['', NO_VALUE]])
  return text => {
    const known = ofText.get(text)
    if (known !== undefined) return known
    const value = text.trim().toLowerCase()
    const number = ofValue.get(value) ?? ofValue.size
    ofValue.set(value, number)
    ofText.set(text, number)
    return number
  }
}

/** Numbers pairs of numbers, each below that of the rows. */
function pairNumbers(): (one: number, other: number) => number {
  const known = new Map<number, number>()
  return (one, other) => {
    const pair = one * (ROWS + 1) + other
    const number = known.get(pair) ?? known.size
    known.set(pair, number)
    return number
  }
}
