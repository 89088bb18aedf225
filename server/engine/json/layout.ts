import { pointer, steps } from '../model/pointer'
import { bytesBetween, type Source } from '../model/source'
import type { Form } from './form'
import { keyText } from './names'
import { skipSpace, skipText, skipValue, toValue } from './skip'

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
}

/** Bytes in which most lists begin. */
const WINDOW = 65_536

/** Where the records of a text lie; undefined when there are none. `lines`: each has its line (JSON Lines). */
export function layoutOf(source: Source, lines: 'lines' | 'one-value'): Layout | undefined {
  for (let least = WINDOW; ; least *= 16) {
    const window = bytesBetween(source, 0, Math.min(source.length, least))
    const found = layoutIn(window, lines)
    // What was found does not depend on what follows, unless nothing sure was found.
    if (found?.isSure || window.length === source.length) return found
  }
}

function layoutIn(bytes: Uint8Array, lines: 'lines' | 'one-value'): Layout | undefined {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (lines === 'lines') return ofLines(bytes, mark)
  const at = skipLoose(bytes, mark)
  if (bytes[at] === 91) {
    const list = listAt(bytes, at, '', 'records')
    return list && { ...list, isSure: true }
  }
  const lists = bytes[at] === 123 ? [...listsIn(bytes, at, '', 1)] : []
  return lists.find(({ isSure }) => isSure) ?? lists[0]
}

function ofLines(bytes: Uint8Array, from: number): Layout | undefined {
  const first = skipSpace(bytes, from)
  const byte = bytes[first]
  if (byte !== 123 && byte !== 91) return undefined
  const record = byte === 91 ? 'row' : isFeature(bytes, first) ? 'feature' : 'object'
  return { record, parted: 'line', at: '', start: from, isSure: true }
}

/** The list whose bracket stands at a byte, if its first element is a record, or it has none; of Features whatever is in it. */
function listAt(bytes: Uint8Array, bracket: number, at: string, holds: 'features' | 'records'): Form | undefined {
  const first = skipLoose(bytes, bracket + 1)
  const byte = bytes[first]
  if (byte === 93) return { record: 'object', parted: 'comma', at, start: bracket + 1 }
  const isOfFeatures = holds === 'features'
  if (byte !== 123 && byte !== 91 && !isOfFeatures) return undefined
  const record = isOfFeatures || isFeature(bytes, first) ? 'feature' : byte === 91 ? 'row' : 'object'
  const indent = indentBefore(bytes, bracket + 1, first)
  return { record, parted: 'comma', at, start: bracket + 1, ...(indent && { indent }) }
}

function indentBefore(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
  let at = to - 1
  while (at >= from && (bytes[at] === 32 || bytes[at] === 9)) at--
  return at >= from && bytes[at] === 10 ? bytes.slice(at, to) : undefined
}

/** The lists of records in the members of an object, and in the objects in it, up to the first that is sure. */
function* listsIn(bytes: Uint8Array, from: number, path: string, depth: number): Generator<Layout> {
  let at = skipLoose(bytes, from + 1)
  let isCollection = false
  while (bytes[at] === 34) {
    const keyEnd = skipText(bytes, at)
    if (keyEnd < 0) return
    const here = pointer(path, keyText(bytes, at + 1, keyEnd - 1))
    const value = toValue(bytes, keyEnd)
    if (value < 0) return
    const holds = isCollection && here === '/features' ? 'features' : 'records'
    const list = bytes[value] === 91 ? listAt(bytes, value, here, holds) : undefined
    const names = steps(here).map(step => step.toLowerCase())
    const isSure = WRAPPERS.has(names.at(-1)!) || names[0] === 'marches'
    // An empty list says nothing of itself.
    const isEmpty = list && bytes[skipSpace(bytes, list.start)] === 93
    if (list && (isSure || !isEmpty)) yield { ...list, isSure }
    if (list && isSure) return
    if (bytes[value] === 123 && depth < DEEPEST) yield* listsIn(bytes, value, here, depth + 1)
    const end = skipValue(bytes, value)
    if (end < 0) return
    if (here === '/type') isCollection = keyText(bytes, value + 1, end - 1) === 'FeatureCollection'
    at = skipLoose(bytes, end)
    if (bytes[at] !== 44) return
    at = skipLoose(bytes, at + 1)
  }
}

/** Whether an object is a Feature of GeoJSON: it says so, or has the members of one. */
function isFeature(bytes: Uint8Array, from: number): boolean {
  let at = bytes[from] === 123 ? skipLoose(bytes, from + 1) : -1
  const met = new Set<string>()
  while (at >= 0 && bytes[at] === 34) {
    const keyEnd = skipText(bytes, at)
    if (keyEnd < 0) break
    const key = keyText(bytes, at + 1, keyEnd - 1)
    const value = toValue(bytes, keyEnd)
    if (value < 0) break
    const end = skipValue(bytes, value)
    if (key === 'type' && end > 0 && keyText(bytes, value + 1, end - 1) === 'Feature') return true
    met.add(key)
    if (end < 0) break
    at = skipLoose(bytes, end)
    if (bytes[at] !== 44) break
    at = skipLoose(bytes, at + 1)
  }
  return met.has('geometry') && met.has('properties')
}

/** Passes over spaces and comments. */
function skipLoose(bytes: Uint8Array, from: number): number {
  for (let at = skipSpace(bytes, from); ; at = skipSpace(bytes, at)) {
    if (bytes[at] !== 47) return at
    const isBlock = bytes[at + 1] === 42
    if (!isBlock && bytes[at + 1] !== 47) return at
    at += 2
    if (isBlock) while (at < bytes.length && !(bytes[at - 1] === 47 && bytes[at - 2] === 42)) at++
    else while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
  }
}
