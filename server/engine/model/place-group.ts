import { arePostalCodes, communeCodes } from './commune-codes'
import { wordsOf } from './identifier'
import { type Lesson, mostlyOf } from './lesson'
import type { Lists } from './lists'
import { type PlaceKind, placeColumn } from './place-column'
import { placeKey } from './place-name'
import { putIn } from './put-in'
import type { Column } from './table'

/** The columns of a table that tell of one and the same place, by what they tell. */
export type PlaceGroup = Readonly<Partial<Record<PlaceKind, number>>>

/** Columns that tell of one place in several ways; the list is loaded only when there are some. */
export function placeGroups(columns: readonly Column[]): readonly PlaceGroup[] {
  const groups = new Map<string, Map<PlaceKind, Column[]>>()
  for (const column of columns) {
    const place = placeColumn(column)
    if (!place) continue
    const group = groups.get(place.of) ?? new Map<PlaceKind, Column[]>()
    groups.set(place.of, group)
    putIn(group, place.kind, column)
  }
  return [...groups.values()].flatMap(group => {
    const single = [...group].flatMap(([kind, all]) => {
      const column = onlyOne(all, kind)
      return column ? [[kind, column] as const] : []
    })
    if (single.length < 2) return []
    const held = single.filter(([kind, column]) => holds(column, kind))
    return held.length < 2 ? [] : [Object.fromEntries(held.map(([kind, column]) => [kind, column.index]))]
  })
}

/** Of two columns that tell the same thing nobody knows which the others speak of, but for a département’s code beside its name. */
function onlyOne(columns: readonly Column[], kind: PlaceKind): Column | undefined {
  const coded = kind === 'department' && columns.length === 2 ? columns.filter(saysCode) : columns
  return coded.length === 1 ? coded[0] : undefined
}

function saysCode(column: Column): boolean {
  return wordsOf(column).some(word => /^(?:code|cod|num|numero|no)$/.test(word))
}

/** Whether the values are what the label says. */
function holds(column: Column, kind: PlaceKind): boolean {
  if (kind === 'commune-code') return communeCodes(column) !== undefined
  if (kind === 'postal-code') return column.learn(arePostalCodes)
  if (kind === 'commune-name') return column.learn(areCommuneNames)
  return kind === 'department' && column.learn(areDepartments)
}

const areCommuneNames: Lesson<boolean> = (values, { lists }) => {
  const some = values.slice(0, FEW)
  const known = some.filter(value => lists !== undefined && lists.isCommuneName(value))
  return known.length > 0 && 2 * known.length >= some.length
}

/** Whether at least half of the values name a département. */
export const areDepartments = mostlyOf(
  0.5,
  (value, { lists }) => lists !== undefined && departmentCode(lists, value) !== undefined,
)

/** Names that are looked up as evidence. */
const FEW = 100

/** The code of the département that a cell names by its code or its name. */
export function departmentCode(lists: Lists, text: string): string | undefined {
  const code = text.trim()
  if (lists.department(code)) return code
  const key = placeKey(code)
  return /^\p{L}/u.test(key) ? lists.departments().find(({ name }) => placeKey(name) === key)?.code : undefined
}
