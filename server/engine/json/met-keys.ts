import { isShape, shapeBit } from '../model/shape-keys'
import type { Node } from '../model/tree'
import { type Form, isPlainMember } from './form'
import { keyText, Names } from './names'
import { BROKEN, SHORT, skipSpace, skipText, skipValue, toValue } from './skip'

/** Levels of objects inside a record whose members are looked at: a longer path nobody could read. */
const DEEPEST = 5

/** Keys of all the objects inside records that are remembered. */
const MOST_INSIDE = 20_000

/** A key as the records have it. */
export interface MetKey {
  readonly name: string
  /** How many keys were met before it. */
  readonly order: number
  /** What it adds to that by which a shape is told. */
  readonly shape: number
  /** Whether a record that counts has it; whether something else than an object or `null` stands there. */
  isMet: boolean
  hasValue: boolean
  /** The members of the objects that stand there. */
  inside?: MetKeys
}

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
}

/** What was met of an object inside a record. */
interface Met {
  readonly keys: MetKeys
  count: number
  /** The bits of the keys that tell a shape. */
  told: number
}

/**
 * Learns which keys the records of a list have, and those of the objects in them. What is met counts once it is said to:
 * a record may turn out to be broken at its end, or be read again with more bytes.
 */
export class KeyLearner {
  readonly members = new MetKeys()
  readonly own = new MetKeys()
  readonly #form: Form
  #order = 0
  /** What was met and does not count yet: keys, keys with a value, objects. */
  #keys: MetKey[] = []
  #valued: MetKey[] = []
  #objects: Met[] = []

  constructor(form: Form) {
    this.#form = form
  }

  get isEmpty(): boolean {
    return ![this.members, this.own].some(({ keys }) => keys.some(({ isMet }) => isMet))
  }

  /** Has all count that was met since. */
  count(): void {
    for (const key of this.#keys) key.isMet = true
    for (const key of this.#valued) key.hasValue = true
    for (const { keys, count, told } of this.#objects) {
      keys.objects++
      keys.members += count
      keys.isShape ||= isShape(told, count)
    }
    this.forget()
  }

  /** Forgets what was met since. */
  forget(): void {
    this.#keys = []
    this.#valued = []
    this.#objects = []
  }

  /** The byte behind the record of strict JSON that begins at `from`; or `BROKEN`, or `SHORT`, and then nothing of it is met. */
  pass(bytes: Uint8Array, from: number): number {
    if (bytes[from] !== 123 || this.#form.record === 'row') return skipValue(bytes, from)
    const before = [this.#keys.length, this.#valued.length, this.#objects.length] as const
    const end =
      this.#form.inner === undefined ? this.#object(bytes, from, this.members, 0) : this.#wrapping(bytes, from)
    if (end < 0) [this.#keys.length, this.#valued.length, this.#objects.length] = before
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
    const key = this.#key(this.own, this.own.names.named(name), name, 0)
    if (key && !key.hasValue) this.#valued.push(key)
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
      const inside = bytes[at] === 123 ? insideOf(key, depth) : undefined
      if (inside) return this.#object(bytes, at, inside, depth + 1)
      if (key && !key.hasValue && bytes[at] !== 110) this.#valued.push(key)
      return skipValue(bytes, at)
    })
    if (depth > 0 && object.count > 0) this.#objects.push(object)
    return end
  }

  #node(node: Node, keys: MetKeys, depth: number): void {
    const object: Met = { keys, count: 0, told: 0 }
    for (const child of node.children) {
      const name = child.key?.name ?? ''
      const key = this.#key(keys, keys.names.named(name), name, depth)
      object.count++
      object.told |= key?.shape ?? 0
      const inside = child.kind === 'object' ? insideOf(key, depth) : undefined
      if (inside) this.#node(child, inside, depth + 1)
      else if (key && !key.hasValue && child.kind !== 'null') this.#valued.push(key)
    }
    if (depth > 0 && object.count > 0) this.#objects.push(object)
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
    return (keys.keys[number] = { name, order: this.#order++, shape: shapeBit(name), isMet: false, hasValue: false })
  }
}

function insideOf(key: MetKey | undefined, depth: number): MetKeys | undefined {
  return key && depth < DEEPEST ? (key.inside ??= new MetKeys()) : undefined
}

/**
 * Goes through the members of an object. `pass` is given the bytes between which a key lies and the one at which its value
 * begins, and gives the byte behind that. Gives the byte behind the object; or `BROKEN`, or `SHORT`.
 */
function passMembers(
  bytes: Uint8Array,
  from: number,
  pass: (key: number, keyEnd: number, value: number) => number,
): number {
  let at = skipSpace(bytes, from + 1)
  if (bytes[at] === 125) return at + 1
  for (;;) {
    if (bytes[at] !== 34) return bytes[at] === undefined ? SHORT : BROKEN
    const key = at + 1
    const keyEnd = skipText(bytes, at)
    if (keyEnd < 0) return keyEnd
    at = toValue(bytes, keyEnd)
    if (at < 0) return at
    at = pass(key, keyEnd - 1, at)
    if (at < 0) return at
    at = skipSpace(bytes, at)
    const next = bytes[at]
    if (next === 125) return at + 1
    if (next !== 44) return next === undefined ? SHORT : BROKEN
    at = skipSpace(bytes, at + 1)
  }
}
