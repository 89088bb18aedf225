import type { Span } from '../model/span'
import type { Holder, KeyColumns, Keys } from './columns'
import type { Form } from './form'
import { type Grid, nestedMask, passedTextMask, scalarMask } from './grid'
import { keyText } from './names'
import { passElements } from './pass'
import { BROKEN, passedEscape, passPrototype, SHORT, skipScalar, skipSpace, skipText, skipValue, toValue } from './skip'

/** A key that no column has, or a list of which elements have none, and where it stands. */
export type Told = (name: string, from: number, to: number, of: 'members' | 'own' | 'elements') => void

/** Puts the cells of records into a grid: those that are strict JSON, as nearly all are. */
export class RecordPasser {
  readonly #form: Form
  readonly #columns: KeyColumns
  readonly #grid: Grid
  readonly #told: Told
  /** The members of a record that are no columns, where one of them holds the columns. */
  readonly #plain: readonly PlainMember[]
  /** Whether the last record, where it should be a Feature of GeoJSON, may be none. */
  isOdd = false

  constructor(form: Form, columns: KeyColumns, grid: Grid, told: Told) {
    this.#form = form
    this.#columns = columns
    this.#grid = grid
    this.#told = told
    this.#plain = plainMembers(form)
  }

  /** The byte behind the record that begins at `from`, whose row was begun; or `BROKEN`, or `SHORT`. */
  pass(bytes: Uint8Array, from: number): number {
    if (this.#form.record === 'row') return bytes[from] === 91 ? this.#row(bytes, from) : skipValue(bytes, from)
    if (bytes[from] !== 123) return skipValue(bytes, from)
    return this.#form.inner === undefined
      ? this.#members(bytes, from, this.#columns.members)
      : this.#wrapping(bytes, from)
  }

  #row(bytes: Uint8Array, from: number): number {
    return passElements(bytes, from, at => this.#value(bytes, at, this.#grid.widen()))
  }

  #members(bytes: Uint8Array, from: number, keys: Keys): number {
    const { names, columns, holders } = keys
    let at = skipSpace(bytes, from + 1)
    if (bytes[at] === 125) return at + 1
    let near = 0
    for (;;) {
      if (bytes[at] !== 34) return bytes[at] === undefined ? SHORT : BROKEN
      const key = at + 1
      at = skipText(bytes, at)
      if (at < 0) return at
      const behind = at - 1
      passPrototype(bytes, key, behind)
      const number = names.of(bytes, key, behind, near)
      at = toValue(bytes, at)
      if (at < 0) return at
      if (number < 0) {
        this.#late(keys, keys.prefix + keyText(bytes, key, behind), { start: key - 1, end: behind + 1 })
        at = skipValue(bytes, at)
      } else {
        const holder = holders[number]
        const column = columns[number]!
        if (holder) at = this.#held(bytes, at, holder, { start: key - 1, end: behind + 1 })
        // The same key twice.
        else if (this.#grid.has(column)) return BROKEN
        else at = this.#value(bytes, at, column)
        near = number + 1
      }
      if (at < 0) return at
      at = skipSpace(bytes, at)
      const next = bytes[at]
      if (next === 125) return at + 1
      if (next !== 44) return next === undefined ? SHORT : BROKEN
      at = skipSpace(bytes, at + 1)
    }
  }

  /** The byte behind a value that is an object or a list of columns, or stands in the place of one; `key`: where its key lies. */
  #held(bytes: Uint8Array, from: number, holder: Holder, key: Span): number {
    if (this.#grid.isMet(holder)) return BROKEN
    if (bytes[from] === holder.bracket) {
      this.#grid.open(holder, from)
      return holder.bracket === 91 ? this.#elements(bytes, from, holder) : this.#members(bytes, from, holder)
    }
    this.#grid.pass(holder)
    if (holder.column >= 0) return this.#value(bytes, from, holder.column)
    if (bytes[from] !== 110) this.#late(holder, holder.label, key)
    return skipValue(bytes, from)
  }

  /** The byte behind a list whose first elements are objects of columns. */
  #elements(bytes: Uint8Array, from: number, { holders, label }: Holder): number {
    let place = 0
    return passElements(bytes, from, at => {
      const element = holders[place++]
      if (element && bytes[at] === 123) {
        this.#grid.open(element, at)
        return this.#members(bytes, at, element)
      }
      if (bytes[at] !== 110) this.#told(label, at, at + 1, 'elements')
      return skipValue(bytes, at)
    })
  }

  /** Tells of a key that has no column; behind the first element of a list, of the list. */
  #late({ list }: Keys, name: string, { start, end }: Span): void {
    this.#told(list ?? name, start, end, list === undefined ? 'members' : 'elements')
  }

  /** A record that wraps its columns, as a Feature does: its own members, and those of the inner one. */
  #wrapping(bytes: Uint8Array, from: number): number {
    const { own, members } = this.#columns
    const isFeature = this.#form.record === 'feature'
    let at = skipSpace(bytes, from + 1)
    this.isOdd = isFeature
    if (bytes[at] === 125) return at + 1
    let seen = 0
    let isSound = true
    for (;;) {
      if (bytes[at] !== 34) return bytes[at] === undefined ? SHORT : BROKEN
      const key = at + 1
      at = skipText(bytes, at)
      if (at < 0) return at
      const behind = at - 1
      passPrototype(bytes, key, behind)
      const plain = passedEscape ? 0 : this.#plainBit(bytes, key, behind)
      at = toValue(bytes, at)
      if (at < 0) return at
      if (plain > 0) {
        if ((seen & plain) !== 0) return BROKEN
        seen |= plain
        isSound &&= plain === INNER ? isObjectOrNull(bytes, at) : isFeatureType(bytes, at)
        at = plain === INNER && bytes[at] === 123 ? this.#members(bytes, at, members) : skipValue(bytes, at)
      } else {
        if (isNamed(bytes, key, behind, GEOMETRY)) {
          seen |= HAS_GEOMETRY
          isSound &&= isObjectOrNull(bytes, at)
        } else if (isNamed(bytes, key, behind, ID)) isSound &&= isTextOrNumber(bytes, at)
        const number = own.names.of(bytes, key, behind, 0)
        if (number < 0) {
          this.#told(keyText(bytes, key, behind), key - 1, behind + 1, 'own')
          at = skipValue(bytes, at)
        } else {
          const column = own.columns[number]!
          if (this.#grid.has(column)) return BROKEN
          at = this.#value(bytes, at, column)
        }
      }
      if (at < 0) return at
      at = skipSpace(bytes, at)
      const next = bytes[at]
      if (next === 125) {
        this.isOdd = isFeature && (!isSound || seen !== (INNER | TYPE | HAS_GEOMETRY))
        return at + 1
      }
      if (next !== 44) return next === undefined ? SHORT : BROKEN
      at = skipSpace(bytes, at + 1)
    }
  }

  /** The bit of a member that is no column; 0 for one that is. */
  #plainBit(bytes: Uint8Array, from: number, to: number): number {
    for (const { bytes: name, bit } of this.#plain) if (isNamed(bytes, from, to, name)) return bit
    return 0
  }

  #value(bytes: Uint8Array, from: number, column: number): number {
    const byte = bytes[from]
    if (byte === 34) {
      const end = skipText(bytes, from)
      if (end > 0) this.#grid.set(column, from, end, passedTextMask(bytes, from, end))
      return end
    }
    const isNested = byte === 123 || byte === 91
    const end = isNested ? skipValue(bytes, from) : skipScalar(bytes, from)
    if (end > 0) this.#grid.set(column, from, end, isNested ? nestedMask(from, end) : scalarMask(bytes, from, end))
    return end
  }
}

/** A member that is no column. */
interface PlainMember {
  readonly bytes: Uint8Array
  readonly bit: number
}

const INNER = 1
const TYPE = 2
const HAS_GEOMETRY = 4
const encoder = new TextEncoder()

function plainMembers({ record, inner }: Form): readonly PlainMember[] {
  if (inner === undefined) return []
  const holding = { bytes: encoder.encode(inner), bit: INNER }
  return record === 'feature' ? [holding, { bytes: encoder.encode('type'), bit: TYPE }] : [holding]
}

const GEOMETRY = encoder.encode('geometry')
const ID = encoder.encode('id')
const FEATURE = encoder.encode('"Feature"')

function isNamed(bytes: Uint8Array, from: number, to: number, name: Uint8Array): boolean {
  return name.length === to - from && name.every((byte, i) => bytes[from + i] === byte)
}

function isFeatureType(bytes: Uint8Array, from: number): boolean {
  return FEATURE.every((byte, i) => bytes[from + i] === byte)
}

function isObjectOrNull(bytes: Uint8Array, from: number): boolean {
  return bytes[from] === 123 || bytes[from] === 110
}

function isTextOrNumber(bytes: Uint8Array, from: number): boolean {
  const byte = bytes[from]!
  return byte === 34 || byte === 45 || (byte >= 48 && byte <= 57)
}
