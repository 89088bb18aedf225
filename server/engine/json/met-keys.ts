import { isShape, shapeBit } from '../model/shape-keys'
import type { Node } from '../model/tree'
import { type Form, isPlainMember } from './form'
import { keyText, Names } from './names'
import { passElements, passMembers } from './pass'
import { skipValue } from './skip'

/** Levels of objects inside a record whose members are looked at: a longer path nobody could read. */
const DEEPEST = 5

/** Elements of a list inside a record that are columns, if any are: as many as the tabular form of public contracts has of each. */
const ELEMENTS = 3

/** Keys of all the objects inside records that are remembered. */
const MOST_INSIDE = 20_000

/** A key as the records have it. */
export interface MetKey {
  readonly name: string
  /** How many keys were met before it. */
  readonly order: number
  /** What it adds to that by which a shape is told. */
  readonly shape: number
  /** Whether a record that counts has it; which kinds of values stand there, `null` left out. */
  isMet: boolean
  kinds: number
  /** The members of the objects that stand there. */
  inside?: MetKeys
  /** The elements of the lists that stand there, under their places. */
  elements?: MetList
}

/** Kinds of values, as bits. */
export const kind = { scalar: 1, list: 2, object: 4 } as const

/** The keys of the objects at one place of the records. */
export class MetKeys {
  readonly names = new Names()
  /** By number. */
  readonly keys: MetKey[] = []
  /** How many objects there were, empty ones left out, and how many members in all of them. */
  objects = 0
  members = 0
  /** Whether one of the objects is a geometry or a point of the globe. */
  isShape = false
  /** Whether there are too many keys to remember. */
  isFull = false
  /** A list in an element of a list is one value: their columns would be too many to be read. */
  readonly isInList: boolean

  constructor({ isInList }: { readonly isInList: boolean }) {
    this.isInList = isInList
  }
}

/** The first elements of the lists at one place of the records. */
export class MetList extends MetKeys {
  /** How many lists there were, empty ones left out, and how many of them were longer. */
  lists = 0
  longer = 0
  /** Whether an element is neither an object nor `null`. */
  isMixed = false

  constructor() {
    super({ isInList: true })
  }
}

/** What was met of an object inside a record. */
interface Met {
  readonly keys: MetKeys
  count: number
  /** The bits of the keys that tell a shape. */
  told: number
}

/** What was met of a list inside a record. */
interface MetElements {
  readonly list: MetList
  count: number
  isMixed: boolean
}

/** A key in whose place a kind of value stands. */
interface Valued {
  readonly key: MetKey
  readonly is: number
}

/**
 * Learns which keys the records of a list have, and those of the objects in them. What is met counts once it is said to:
 * a record may turn out to be broken at its end, or be read again with more bytes.
 */
export class KeyLearner {
  readonly members = new MetKeys({ isInList: false })
  readonly own = new MetKeys({ isInList: false })
  readonly #form: Form
  #order = 0
  /** What was met and does not count yet: keys, keys with a value, objects, lists. */
  #keys: MetKey[] = []
  #valued: Valued[] = []
  #objects: Met[] = []
  #lists: MetElements[] = []

  constructor(form: Form) {
    this.#form = form
  }

  get isEmpty(): boolean {
    return ![this.members, this.own].some(({ keys }) => keys.some(({ isMet }) => isMet))
  }

  /** Has all count that was met since. */
  count(): void {
    for (const key of this.#keys) key.isMet = true
    for (const { key, is } of this.#valued) key.kinds |= is
    for (const { keys, count, told } of this.#objects) {
      keys.objects++
      keys.members += count
      keys.isShape ||= isShape(told, count)
    }
    for (const { list, count, isMixed } of this.#lists) {
      list.lists++
      if (count > ELEMENTS) list.longer++
      list.isMixed ||= isMixed
    }
    this.forget()
  }

  /** Forgets what was met since. */
  forget(): void {
    this.#keys = []
    this.#valued = []
    this.#objects = []
    this.#lists = []
  }

  /** The byte behind the record of strict JSON that begins at `from`; or `BROKEN`, or `SHORT`, and then nothing of it is met. */
  pass(bytes: Uint8Array, from: number): number {
    if (bytes[from] !== 123 || this.#form.record === 'row') return skipValue(bytes, from)
    const before = [this.#keys.length, this.#valued.length, this.#objects.length, this.#lists.length] as const
    const end =
      this.#form.inner === undefined ? this.#object(bytes, from, this.members, 0) : this.#wrapping(bytes, from)
    if (end < 0) [this.#keys.length, this.#valued.length, this.#objects.length, this.#lists.length] = before
    return end
  }

  /** Takes up a record as the tolerant reader has it. */
  tolerant(record: Node | undefined): void {
    if (record?.kind !== 'object') return
    if (this.#form.inner === undefined) return this.#node(record, this.members, 0)
    for (const node of record.children) {
      const name = node.key?.name ?? ''
      if (!isPlainMember(this.#form, name)) this.#own(name)
      else if (name === this.#form.inner) this.#node(node, this.members, 0)
    }
  }

  #wrapping(bytes: Uint8Array, from: number): number {
    return passMembers(bytes, from, (start, end, at) => {
      const name = keyText(bytes, start, end)
      if (!isPlainMember(this.#form, name)) this.#own(name)
      const holds = name === this.#form.inner && bytes[at] === 123
      return holds ? this.#object(bytes, at, this.members, 0) : skipValue(bytes, at)
    })
  }

  /** A member beside the one that holds the columns is one value, whatever it is. */
  #own(name: string): void {
    this.#value(this.#key(this.own, this.own.names.named(name), name, 0), kind.scalar)
  }

  /** The byte behind the object that begins at `from`. */
  #object(bytes: Uint8Array, from: number, keys: MetKeys, depth: number): number {
    const object: Met = { keys, count: 0, told: 0 }
    let near = 0
    const end = passMembers(bytes, from, (start, keyEnd, at) => {
      const number = keys.names.of(bytes, start, keyEnd, near)
      const key = this.#key(keys, number, number < 0 ? keyText(bytes, start, keyEnd) : '', depth)
      near = number + 1
      object.count++
      object.told |= key?.shape ?? 0
      this.#value(key, kindAt(bytes, at))
      const inside = bytes[at] === 123 ? insideOf(key, keys, depth) : undefined
      if (inside) return this.#object(bytes, at, inside, depth + 1)
      const elements = bytes[at] === 91 ? elementsOf(key, keys, depth) : undefined
      return elements ? this.#list(bytes, at, elements, depth + 1) : skipValue(bytes, at)
    })
    if (depth > 0 && object.count > 0) this.#objects.push(object)
    return end
  }

  /** The byte behind the list that begins at `from`. */
  #list(bytes: Uint8Array, from: number, list: MetList, depth: number): number {
    const met: MetElements = { list, count: 0, isMixed: false }
    const end = passElements(bytes, from, at => {
      const inside = this.#element(met, kindAt(bytes, at), depth)
      return inside && bytes[at] === 123 ? this.#object(bytes, at, inside, depth + 1) : skipValue(bytes, at)
    })
    if (met.count > 0) this.#lists.push(met)
    return end
  }

  /** Takes up one more element of a list; gives the keys of its members where it is among the first. */
  #element(met: MetElements, is: number, depth: number): MetKeys | undefined {
    const { list } = met
    const place = met.count++
    if (is !== kind.object && is !== 0) met.isMixed = true
    if (place >= ELEMENTS) return undefined
    const key = this.#key(list, list.names.named(String(place)), String(place), depth)
    this.#value(key, is)
    return insideOf(key, list, depth)
  }

  #node(node: Node, keys: MetKeys, depth: number): void {
    const object: Met = { keys, count: 0, told: 0 }
    for (const child of node.children) {
      const name = child.key?.name ?? ''
      const key = this.#key(keys, keys.names.named(name), name, depth)
      object.count++
      object.told |= key?.shape ?? 0
      this.#value(key, kindOf(child))
      const inside = child.kind === 'object' ? insideOf(key, keys, depth) : undefined
      if (inside) this.#node(child, inside, depth + 1)
      const elements = child.kind === 'array' ? elementsOf(key, keys, depth) : undefined
      if (elements) this.#elements(child, elements, depth + 1)
    }
    if (depth > 0 && object.count > 0) this.#objects.push(object)
  }

  #elements(node: Node, list: MetList, depth: number): void {
    const met: MetElements = { list, count: 0, isMixed: false }
    for (const child of node.children) {
      const inside = this.#element(met, kindOf(child), depth)
      if (inside && child.kind === 'object') this.#node(child, inside, depth + 1)
    }
    if (met.count > 0) this.#lists.push(met)
  }

  #value(key: MetKey | undefined, is: number): void {
    if (key && (key.kinds & is) !== is) this.#valued.push({ key, is })
  }

  /** A key that was met, by its number or, where it has none, its name; undefined when there are too many. */
  #key(keys: MetKeys, number: number, name: string, depth: number): MetKey | undefined {
    const key = keys.keys[number] ?? this.#add(keys, name, depth)
    if (key && !key.isMet) this.#keys.push(key)
    return key
  }

  #add(keys: MetKeys, name: string, depth: number): MetKey | undefined {
    const number = depth > 0 && this.#order >= MOST_INSIDE ? -1 : keys.names.add(name)
    if (number < 0) {
      keys.isFull = true
      return undefined
    }
    return (keys.keys[number] = { name, order: this.#order++, shape: shapeBit(name), isMet: false, kinds: 0 })
  }
}

function insideOf(key: MetKey | undefined, { isInList }: MetKeys, depth: number): MetKeys | undefined {
  return key && depth < DEEPEST ? (key.inside ??= new MetKeys({ isInList })) : undefined
}

/** The list in the place of a key, where the members of its elements may be columns. */
function elementsOf(key: MetKey | undefined, { isInList }: MetKeys, depth: number): MetList | undefined {
  return key && !isInList && depth + 1 < DEEPEST ? (key.elements ??= new MetList()) : undefined
}

/** The kind of the value that begins at a byte; 0 for `null`. */
function kindAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  return byte === 123 ? kind.object : byte === 91 ? kind.list : byte === 110 ? 0 : kind.scalar
}

function kindOf(node: Node): number {
  if (node.kind === 'object') return kind.object
  return node.kind === 'array' ? kind.list : node.kind === 'null' ? 0 : kind.scalar
}
