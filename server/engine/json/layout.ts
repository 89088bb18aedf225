import { pointer, steps } from '../model/pointer'
import { bytesBetween, type Source } from '../model/source'
import type { Form } from './form'
import { LooseReader } from './loose'

/** Keys under which portals and programs put the records of a table. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'data',
  'records',
  'results',
  'result',
  'rows',
  'items',
  'features',
  'value',
  'donnees',
])

/** Levels of objects in which a list is looked for. */
const DEEPEST = 3

/** A list of records. */
export interface Layout extends Form {
  /** Whether it is surely meant as a table: it is all there is, or its key says so. */
  readonly isSure: boolean
  /** Set where others read what stands round it. */
  readonly isEnclosed?: true
}

/** Bytes before the first record among which its line is looked for. */
const INDENT = 1_024

/**
 * Where the records of a text lie; undefined when there are none. `lines`: each has its line (JSON Lines); `property`: the
 * keys, joined by points, under which somebody says that they lie.
 */
export function layoutOf(source: Source, lines: 'lines' | 'one-value', property?: string): Layout | undefined {
  const text = new LooseReader(source)
  const mark = text.byte(0) === 0xef && text.byte(1) === 0xbb && text.byte(2) === 0xbf ? 3 : 0
  if (lines === 'lines') return ofLines(text, mark)
  const at = text.behindSpace(mark)
  if (text.byte(at) === 91) {
    const list = listAt(text, source, at, '', 'records')
    return list && { ...list, isSure: true }
  }
  if (text.byte(at) !== 123) return undefined
  const told = property === undefined ? undefined : listUnder(text, source, { at, path: '', property })
  if (told) return { ...told, isSure: true }
  let first: Layout | undefined
  for (const list of listsIn(text, source, at, '', 1)) {
    if (list.isSure) return list
    first ??= list
  }
  return first
}

/** The list of records whose bracket stands at a byte, in a document that holds more: `at`: its JSON pointer. */
export function layoutIn(source: Source, bracket: number, at: string): Layout | undefined {
  const list = listAt(new LooseReader(source), source, bracket, at, 'records')
  return list && { ...list, isSure: true, isEnclosed: true }
}

function ofLines(text: LooseReader, from: number): Layout | undefined {
  const record = recordAt(text, text.behindSpace(from))
  return record && { ...record, parted: 'line', at: '', start: from, isSure: true }
}

/** The list whose bracket stands at a byte, if its first element is a record, or it has none; of Features whatever is in it. */
function listAt(
  text: LooseReader,
  source: Source,
  bracket: number,
  at: string,
  holds: 'features' | 'records',
): Form | undefined {
  const start = bracket + 1
  const first = text.behindSpace(start)
  if (text.byte(first) === 93) return { record: 'object', parted: 'comma', at, start }
  const record = holds === 'features' ? FEATURE : recordAt(text, first)
  if (!record) return undefined
  const indent = indentOf(bytesBetween(source, Math.max(start, first - INDENT), first))
  return { ...record, parted: 'comma', at, start, ...(indent && { indent }) }
}

/** A Feature of GeoJSON, whose properties are its columns. */
const FEATURE = { record: 'feature', inner: 'properties' } as const

/** What kind of record begins at a byte. */
function recordAt(text: LooseReader, at: number): Pick<Form, 'record' | 'inner'> | undefined {
  const byte = text.byte(at)
  if (byte === 91) return { record: 'row' }
  if (byte !== 123) return undefined
  if (isFeature(text, at)) return FEATURE
  const inner = wrappedIn(text, at)
  return { record: 'object', ...(inner !== undefined && { inner }) }
}

/** The member in which Opendatasoft and Airtable put the columns of a record, and those that they write beside it. */
const WRAPPED = 'fields'
const BESIDE_WRAPPED: ReadonlySet<string> = new Set(['recordid', 'datasetid', 'record_timestamp', 'createdTime'])

/** The member of an object that holds the columns of a record. */
function wrappedIn(text: LooseReader, bracket: number): string | undefined {
  let isWrapped = false
  let isOfPortal = false
  for (const { key, value } of membersOf(text, bracket)) {
    isWrapped ||= key === WRAPPED && text.byte(value) === 123
    isOfPortal ||= BESIDE_WRAPPED.has(key)
  }
  return isWrapped && isOfPortal ? WRAPPED : undefined
}

/** The line end and the spaces at the end of what stands before a record. */
function indentOf(before: Uint8Array): Uint8Array | undefined {
  let at = before.length - 1
  while (before[at] === 32 || before[at] === 9) at--
  return before[at] === 10 ? before.slice(at) : undefined
}

/** A member of an object: its key, and the byte at which its value begins. */
interface Member {
  readonly key: string
  readonly value: number
}

/** The members of the object whose bracket stands at a byte. */
function* membersOf(text: LooseReader, bracket: number): Generator<Member> {
  let at = text.behindSpace(bracket + 1)
  while (text.byte(at) === 34) {
    const keyEnd = text.behindText(at)
    const colon = text.behindSpace(keyEnd)
    if (text.byte(colon) !== 58) return
    const value = text.behindSpace(colon + 1)
    yield { key: text.shortText(at, keyEnd), value }
    at = text.behindSpace(text.behindValue(value))
    if (text.byte(at) !== 44) return
    at = text.behindSpace(at + 1)
  }
}

/** The list of records under `property` in the object whose bracket stands at a byte, and whose own place is `path`. */
function listUnder(
  text: LooseReader,
  source: Source,
  { at, path, property }: { readonly at: number; readonly path: string; readonly property: string },
): Form | undefined {
  for (const { key, value } of membersOf(text, at)) {
    const here = pointer(path, key)
    if (key === property) return text.byte(value) === 91 ? listAt(text, source, value, here, 'records') : undefined
    if (!property.startsWith(`${key}.`) || text.byte(value) !== 123) continue
    const found = listUnder(text, source, { at: value, path: here, property: property.slice(key.length + 1) })
    if (found) return found
  }
  return undefined
}

/** The lists of records in the members of an object, and in the objects in it, up to the first that is sure. */
function* listsIn(text: LooseReader, source: Source, from: number, path: string, depth: number): Generator<Layout> {
  let isCollection = false
  for (const { key, value } of membersOf(text, from)) {
    const here = pointer(path, key)
    if (here === '/type') isCollection = isText(text, value, 'FeatureCollection')
    const holds = isCollection && here === '/features' ? 'features' : 'records'
    const list = text.byte(value) === 91 ? listAt(text, source, value, here, holds) : undefined
    const names = steps(here).map(step => step.toLowerCase())
    const isSure = WRAPPERS.has(names.at(-1)!) || names[0] === 'marches'
    // An empty list says nothing of itself.
    const isEmpty = list && text.byte(text.behindSpace(list.start)) === 93
    if (list && (isSure || !isEmpty)) yield { ...list, isSure }
    if (list && isSure) return
    if (text.byte(value) === 123 && depth < DEEPEST) yield* listsIn(text, source, value, here, depth + 1)
  }
}

/** Whether an object is a Feature of GeoJSON: it says so, or has the members of one. */
function isFeature(text: LooseReader, bracket: number): boolean {
  const met = new Set<string>()
  for (const { key, value } of membersOf(text, bracket)) {
    if (key === 'type' && isText(text, value, 'Feature')) return true
    met.add(key)
  }
  return met.has('geometry') && met.has('properties')
}

/** Whether the value that begins at a byte is this text. */
function isText(text: LooseReader, value: number, wanted: string): boolean {
  return text.byte(value) === 34 && text.shortText(value, text.behindText(value)) === wanted
}
