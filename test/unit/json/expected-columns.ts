import { pointer as pointerTo } from '../../../server/engine/model/pointer'

export type Json = Readonly<Record<string, unknown>>

/** A column as the records have it, and what in its place gives columns itself. */
interface Expected {
  readonly path: readonly string[]
  /** How many of these keys lead to the list in which it stands. */
  readonly listAt: number | undefined
  readonly opens: 'object' | 'list' | undefined
}

/** What stands at one place of the records. */
interface Place {
  readonly path: readonly string[]
  readonly listAt: number | undefined
  readonly order: number
  readonly values: unknown[]
  readonly members: Map<string, Place>
  readonly elements: Map<string, Place>
}

/** Elements of a list that may be columns. */
const MOST = 3

/** What of parsed records should be columns. */
export function columnsIn(parsed: readonly Json[]): readonly Expected[] {
  let order = 0
  const placeIn = (places: Map<string, Place>, key: string, around: Pick<Place, 'path' | 'listAt'>) => {
    const known = places.get(key)
    if (known) return known
    const made = { order: order++, values: [], members: new Map(), elements: new Map() }
    const place: Place = { ...made, path: [...around.path, key], listAt: around.listAt }
    places.set(key, place)
    return place
  }
  const note = (value: unknown, place: Place) => {
    const { path, listAt } = place
    place.values.push(value)
    if (isObject(value) && path.length <= 5)
      for (const [key, one] of Object.entries(value)) note(one, placeIn(place.members, key, place))
    if (Array.isArray(value) && path.length <= 4 && listAt === undefined)
      for (const [i, one] of value.slice(0, MOST).entries())
        note(one, placeIn(place.elements, String(i), { path, listAt: path.length }))
  }
  const root = new Map<string, Place>()
  for (const record of parsed)
    for (const [key, one] of Object.entries(record)) note(one, placeIn(root, key, { path: [], listAt: undefined }))
  return [...root.values()]
    .flatMap(place => leavesIn(place, place.order, false))
    .toSorted((a, b) => a.order - b.order)
    .map(({ path, listAt, opens }) => ({ path, listAt, opens }))
}

function leavesIn(place: Place, list: number | undefined, isElement: boolean): (Expected & { order: number })[] {
  const { path, listAt, values, members, elements } = place
  const order = listAt === undefined ? place.order : list!
  const opens = isElement ? 'object' : openedIn(place)
  const isTold = opens === 'object' ? isObject : Array.isArray
  const hasValue = opens === undefined || values.some(value => value !== null && !isTold(value))
  const inside = opens === undefined ? [] : [...(opens === 'object' ? members : elements).values()]
  return [
    ...(hasValue && !isElement ? [{ path, listAt, opens, order }] : []),
    ...inside.flatMap(one => leavesIn(one, order, opens === 'list')),
  ]
}

function openedIn({ path, listAt, values, elements }: Place): Expected['opens'] {
  if (path.length <= 5 && areOpened(values.filter(isObject))) return 'object'
  const lists = values.filter(value => Array.isArray(value)).filter(({ length }) => length > 0)
  const isLong = 2 * lists.filter(({ length }) => length > MOST).length > lists.length
  const areRecords = lists.flat().every(one => one === null || isObject(one))
  const objects = [...elements.values()].flatMap(one => one.values).filter(isObject)
  return path.length <= 4 && listAt === undefined && !isLong && areRecords && areOpened(objects) ? 'list' : undefined
}

function areOpened(all: readonly Json[]): boolean {
  const objects = all.filter(one => Object.keys(one).length > 0)
  const names = objects.map(one => Object.keys(one))
  const isShape = names.some(
    one =>
      (one.includes('type') && one.includes('geometry')) ||
      (one.length === 2 && one.includes('lon') && one.includes('lat')),
  )
  const different = new Set(names.flat()).size
  const isOfData = different > 20 && 10 * names.flat().length < different * objects.length
  return objects.length > 0 && !isShape && !isOfData
}

export function labelsOf(columns: readonly Expected[]): readonly string[] {
  const taken = new Set(columns.flatMap(({ path }) => (path.length === 1 ? path : [])))
  return columns.map(({ path }) => {
    const label = path.join('.')
    if (path.length > 1 && taken.has(label)) return path.reduce<string>(pointerTo, '')
    taken.add(label)
    return label
  })
}

/** The labels of the lists that have elements behind those of their columns. */
export function longLists(parsed: readonly Json[], columns: readonly Expected[]): readonly string[] {
  const lists = columns.flatMap(({ path, listAt }) => (listAt === undefined ? [] : [path.slice(0, listAt)]))
  const isLong = (path: readonly string[]) =>
    parsed.some(record => {
      const list = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), record)
      return Array.isArray(list) && list.some((one, i) => i >= MOST && one !== null)
    })
  return [...new Set(lists.filter(isLong).map(path => path.join('.')))]
}

/** The value that a record has for a column, undefined for none; and the keys of what should hold it, as far as it is there. */
export function valueIn(record: Json, { path, listAt, opens }: Expected) {
  const holders: string[] = []
  let value: unknown = record
  for (const [depth, key] of path.entries()) {
    if (depth === listAt ? !Array.isArray(value) : !isObject(value))
      return { value: undefined, holders: holders.slice(0, -1) }
    const held = value as Json
    value = Object.hasOwn(held, key) ? held[key] : undefined
    holders.push(key)
  }
  const isOpened = opens === 'list' ? Array.isArray(value) : opens === 'object' && isObject(value)
  return { value: isOpened ? undefined : value, holders: holders.slice(0, -1) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
