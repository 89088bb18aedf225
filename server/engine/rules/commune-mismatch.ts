import type { Commune } from '../model/lists'
import { type Disagreement, disagreement } from '../model/place-agreement'
import { type PlaceGroup, placeGroups } from '../model/place-group'
import { shown } from '../model/shown'
import { ofPlace } from '../model/of-place'
import { type Row, type RowFinding, rowRule } from './rule'

interface Facts extends Disagreement {
  /** The cell that is marked, and the one that it does not agree with. */
  readonly text: string
  readonly other: string
  readonly otherColumn: number
  readonly year: number
  /** What to write, and where, when only one thing makes them agree. */
  readonly change: { readonly column: number; readonly value: string } | undefined
}

/** Different places that are remembered with their verdict: more than there are communes. */
const MOST = 50_000

/** A commune's code, its name, its postal code and its département that cannot be of one place. */
export const communeMismatch = rowRule<Facts>({
  id: 'commune-mismatch',
  severity: 'warning',
  preset: 'standard',
  concepts: ['insee-commune-code', 'consistency'],

  check(described) {
    const { table } = described
    const groups = placeGroups(described.columns)
    const lists = groups.length > 0 ? described.lists : undefined
    if (!lists) return undefined
    const known = new Map<string, Disagreement | 'none'>()
    return row => {
      // A cell too many or too few puts other values under these labels.
      if (row.width !== table.columnCount) return undefined
      for (const group of groups) {
        const told = toldBy(row, group)
        const key = `${told.code}\n${told.name}\n${told.postalCode}\n${told.department}`
        let found = known.get(key)
        if (found === undefined) {
          if (known.size >= MOST) known.clear()
          found = disagreement(lists, told) ?? 'none'
          known.set(key, found)
        }
        if (found !== 'none') return findingOf(row, group, found, lists.year)
      }
      return undefined
    }
  },

  message: {
    fr({ between, text, other, place, year }) {
      const [one, two] = [shown.fr(text), shown.fr(other)]
      if (between === 'code-name')
        return `Le code ${one} est celui ${ofPlace(place)}, mais le nom est ${two} : l’un des deux est faux, et la ligne sera rattachée à une autre commune.`
      if (between === 'code-postal')
        return `Le code ${one} est celui ${ofPlace(place)}, que le code postal ${two} ne dessert pas (listes de ${year}) : l’un des deux est faux.`
      if (between === 'code-department')
        return `Le code ${one} est celui ${ofPlace(place)}, qui n’est pas dans le département ${two} : l’un des deux est faux.`
      return `Le code postal ${one} est d’un autre département que toutes les communes du nom de ${two} : l’un des deux est faux.`
    },
    en({ between, text, other, place, year }) {
      const [one, two] = [shown.en(text), shown.en(other)]
      if (between === 'code-name')
        return `The code ${one} is that of ${place}, but the name is ${two}: one of them is wrong, and the row will be counted for another commune.`
      if (between === 'code-postal')
        return `The code ${one} is that of ${place}, which the postal code ${two} does not serve (lists of ${year}): one of them is wrong.`
      if (between === 'code-department')
        return `The code ${one} is that of ${place}, which is not in the département ${two}: one of them is wrong.`
      return `The postal code ${one} is of another département than all communes named ${two}: one of them is wrong.`
    },
  },

  related: {
    places: ({ otherColumn }, at) => [{ ...at, column: otherColumn }],
    message: {
      fr: ({ other }) => `${shown.fr(other)} ne va pas avec ce code.`,
      en: ({ other }) => `${shown.en(other)} does not go with this code.`,
    },
  },

  fix: ({ change }, { row }) =>
    change && row !== undefined ? [{ set: 'cell', row, column: change.column, value: change.value }] : undefined,
})

function toldBy(row: Row, group: PlaceGroup) {
  const at = (column: number | undefined) => (column === undefined ? undefined : row.text(column).trim())
  return {
    code: at(group['commune-code']),
    name: at(group['commune-name']),
    postalCode: at(group['postal-code']),
    department: at(group.department),
  }
}

/** Kinds of column that each disagreement is between; the first one is marked. */
const BETWEEN = {
  'code-name': ['commune-code', 'commune-name'],
  'code-postal': ['commune-code', 'postal-code'],
  'code-department': ['commune-code', 'department'],
  'name-postal': ['postal-code', 'commune-name'],
} as const

function findingOf(row: Row, group: PlaceGroup, found: Disagreement, year: number): RowFinding<Facts> {
  const [first, second] = BETWEEN[found.between]
  const [column, otherColumn] = [group[first]!, group[second]!]
  const facts = {
    ...found,
    text: row.text(column).trim(),
    other: row.text(otherColumn).trim(),
    otherColumn,
    year,
  }
  return {
    column,
    reads: Object.values(group),
    facts: { ...facts, change: changeOf(toldBy(row, group), group, found) },
  }
}

/** The third cell tells which of the two is wrong; without it the code follows a name that only one commune has. */
function changeOf(
  told: ReturnType<typeof toldBy>,
  group: PlaceGroup,
  { between, others }: Disagreement,
): Facts['change'] {
  const column = group['commune-code']
  if (between !== 'code-name' || column === undefined) return undefined
  const isServed = ({ postalCodes }: Commune) => !told.postalCode || postalCodes.includes(told.postalCode)
  const codes = new Set(others.filter(isServed).map(({ current }) => current))
  const [value] = codes
  return value !== undefined && codes.size === 1 ? { column, value } : undefined
}
