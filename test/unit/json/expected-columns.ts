import { pointer as pointerTo } from '../../../server/engine/model/pointer'

export type Json = Readonly<Record<string, unknown>>

/** A column as the records have it, and whether objects in its place are columns themselves. */
interface Expected {
  readonly path: readonly string[]
  readonly isOpen: boolean
}

/** What of parsed records should be columns. */
export function columnsIn(parsed: readonly Json[]): readonly Expected[] {
  const met = new Map<string, { readonly path: readonly string[]; readonly values: unknown[] }>()
  const note = (object: Json, before: readonly string[]) => {
    for (const [key, value] of Object.entries(object)) {
      const path = [...before, key]
      const name = JSON.stringify(path)
      if (!met.has(name)) met.set(name, { path, values: [] })
      met.get(name)!.values.push(value)
      if (isObject(value) && path.length <= 5) note(value, path)
    }
  }
  for (const record of parsed) note(record, [])
  const isOpened = (path: readonly string[]) => {
    const objects = met.get(JSON.stringify(path))!.values.filter(isObject)
    return path.length <= 5 && areOpened(objects.filter(one => Object.keys(one).length > 0))
  }
  return [...met.values()].flatMap(({ path, values }) => {
    if (path.some((_, i) => i > 0 && !isOpened(path.slice(0, i)))) return []
    const isOpen = isOpened(path)
    const hasValue = values.some(value => value !== null && !isObject(value))
    return isOpen && !hasValue ? [] : [{ path, isOpen }]
  })
}

function areOpened(objects: readonly Json[]): boolean {
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

/** The value that a record has for a column, undefined for none; and the keys of the objects that should hold it, as far as they are there. */
export function valueIn(record: Json, path: readonly string[], isOpen: boolean) {
  const holders: string[] = []
  let value: unknown = record
  for (const key of path) {
    if (!isObject(value)) return { value: undefined, holders: holders.slice(0, -1) }
    value = Object.hasOwn(value, key) ? value[key] : undefined
    holders.push(key)
  }
  return { value: isOpen && isObject(value) ? undefined : value, holders: holders.slice(0, -1) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
