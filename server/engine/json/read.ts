import type { Span } from '../model/span'
import type { Flaw, Node, NodeKind, Tree } from '../model/tree'
import { PROTOTYPE, skipValue } from './skip'
import { readText } from './text'
import { wordMeant } from './words'

/** Levels beyond which a value is not put in what holds it: no code that reads values could follow. */
const DEEPEST = 1_000

/** Flaws that are told of one text; the others follow from these, or the text is no JSON at all. */
const MOST = 100

/** A value while it is read. */
interface Growing {
  readonly kind: NodeKind
  readonly span: { start: number; end: number }
  readonly parent: Growing | undefined
  readonly key: Node['key']
  readonly index: number
  readonly children: Growing[]
  value: unknown
}

const none: Growing[] = []
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Whose lists of data are passed over, where they are strict JSON: those of the resources of a package, or of one that stands alone. */
export type PassedOver = 'data of resources' | 'data'

/**
 * Reads JSON (RFC 8259) in well-formed UTF-8, in linear time and without recursion, whatever it holds. Comments, trailing
 * commas, single quotes and the like are read as meant, and told as flaws; a byte order mark is passed over. Of a list that
 * is passed over only the span is known: it seems to be empty.
 */
export function readTree(bytes: Uint8Array, passedOver?: PassedOver): Tree {
  return new Reader(bytes, undefined, passedOver).tree()
}

/** One value read as meant, where it lies, and the flaws up to its end; a bracket that is never closed ends with the bytes. */
interface ValueRead extends Tree {
  readonly end: number
  readonly isClosed: boolean
}

/** Reads the value that begins at `from`, and nothing behind it. */
export function readValue(bytes: Uint8Array, from: number): ValueRead {
  return new Reader(bytes, from).value()
}

class Reader {
  readonly #bytes: Uint8Array
  readonly #passedOver: PassedOver | undefined
  readonly #flaws: Flaw[] = []
  /** Whether one of them leaves doubt, or one of those beyond the most that are told. */
  #isDoubtful = false
  readonly #open: Growing[] = []
  /** Objects and lists among those that are open. */
  readonly #openOf = { object: 0, array: 0 }
  #at: number
  /** Whether what follows a bracket of the wrong kind may still be gone through to know what was meant: once in a text. */
  #mayLookAhead = false
  /** The comma after the last value, while nothing has followed it. */
  #comma: Span | undefined
  #root: Growing | undefined

  constructor(
    bytes: Uint8Array,
    from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0,
    passedOver?: PassedOver,
  ) {
    this.#bytes = bytes
    this.#at = from
    this.#passedOver = passedOver
  }

  tree(): Tree {
    this.#mayLookAhead = true
    const { root, end } = this.value()
    const bytes = this.#bytes
    this.#at = end
    this.#skip()
    if (!root) this.#tell({ kind: 'empty', span: { start: 0, end: bytes.length } })
    else if (this.#at < bytes.length) this.#tell({ kind: 'text-after', span: { start: this.#at, end: bytes.length } })
    return { root, flaws: this.#inOrder() }
  }

  value(): ValueRead {
    const bytes = this.#bytes
    while (!this.#root || this.#open.length > 0) {
      this.#skip()
      if (this.#at >= bytes.length) break
      const byte = bytes[this.#at]!
      if (byte === 125 || byte === 93) this.#close(byte === 125 ? 'object' : 'array')
      else if (byte === 44) this.#separate()
      else if (byte === 58) this.#stray()
      else this.#member()
    }
    const inner = this.#open.at(-1)
    if (inner) this.#unclosed(inner)
    for (const node of this.#open) node.span.end = bytes.length
    return { root: this.#root, flaws: this.#inOrder(), end: this.#at, isClosed: inner === undefined }
  }

  #inOrder(): readonly Flaw[] {
    const flaws = this.#isDoubtful ? this.#flaws.map(flaw => ({ ...flaw, isDoubtful: true as const })) : this.#flaws
    return flaws.toSorted((a, b) => a.span.start - b.span.start)
  }

  #tell = (flaw: Flaw): void => {
    this.#isDoubtful ||= leavesDoubt(flaw)
    if (this.#flaws.length < MOST) this.#flaws.push(flaw)
  }

  #stray(): void {
    this.#tell({ kind: 'stray-sign', span: { start: this.#at, end: ++this.#at } })
  }

  #unclosed({ span: { start } }: Growing): void {
    this.#tell({ kind: 'unclosed-bracket', span: { start, end: start + 1 } })
  }

  /** Passes over spaces and comments. */
  #skip(): void {
    const bytes = this.#bytes
    for (;;) {
      const byte = bytes[this.#at]
      if (byte === 32 || byte === 9 || byte === 10 || byte === 13) this.#at++
      else if (byte === 47 && (bytes[this.#at + 1] === 47 || bytes[this.#at + 1] === 42)) this.#comment()
      else return
    }
  }

  #comment(): void {
    const bytes = this.#bytes
    const start = this.#at
    const isBlock = bytes[start + 1] === 42
    let at = start + 2
    if (isBlock) while (at < bytes.length && !(bytes[at] === 42 && bytes[at + 1] === 47)) at++
    else while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    this.#at = Math.min(bytes.length, isBlock ? at + 2 : at)
    this.#tell({ kind: 'comment', span: { start, end: this.#at } })
  }

  #separate(): void {
    const span = { start: this.#at, end: ++this.#at }
    const within = this.#open.at(-1)
    // A comma follows a value; a second one follows nothing.
    if (!within || within.children.length === 0 || this.#comma) this.#tell({ kind: 'stray-sign', span })
    else this.#comma = span
  }

  #close(kind: 'object' | 'array'): void {
    if (this.#openOf[kind] === 0) return this.#stray()
    const isMistaken = this.#open.at(-1)!.kind !== kind && this.#mayLookAhead
    const meant = isMistaken ? this.#meantByWrong() : undefined
    if (meant === 'nothing') return this.#stray()
    if (this.#comma) this.#tell({ kind: 'trailing-comma', span: this.#comma })
    this.#comma = undefined
    for (;;) {
      const node = this.#open.pop()!
      this.#openOf[node.kind as 'object' | 'array']--
      const isMeant = node.kind === kind || meant === 'innermost'
      node.span.end = isMeant ? ++this.#at : this.#at
      if (node.kind !== kind) this.#unclosed(node)
      if (isMeant) return
    }
  }

  /** What a bracket that closes another kind than the innermost stands for, if one way to take it fits all brackets behind it. */
  #meantByWrong(): 'nothing' | 'innermost' | undefined {
    this.#mayLookAhead = false
    const open = this.#open.map(node => node.kind)
    if (closesAll(this.#bytes, this.#at + 1, open)) return 'nothing'
    return closesAll(this.#bytes, this.#at + 1, open.slice(0, -1)) ? 'innermost' : undefined
  }

  /** A value, with its key in an object. */
  #member(): void {
    const within = this.#open.at(-1)
    if (within && within.children.length > 0 && !this.#comma)
      this.#tell({ kind: 'missing-comma', span: { start: this.#at, end: this.#at + 1 } })
    this.#comma = undefined
    if (within?.kind !== 'object') return this.#value(within, undefined)
    const byte = this.#bytes[this.#at]!
    // A bracket cannot be a key: it is the value of a key that is missing.
    if (byte === 123 || byte === 91) {
      this.#tell({ kind: 'unquoted-key', span: { start: this.#at, end: this.#at + 1 } })
      return this.#value(within, { name: '', span: { start: this.#at, end: this.#at } })
    }
    const key = this.#key()
    this.#skip()
    const isParted = this.#bytes[this.#at] === 58
    if (isParted) this.#at++
    else this.#tell({ kind: 'missing-colon', span: { start: key.span.end - 1, end: key.span.end } })
    const behind = isParted ? this.#at : key.span.end
    this.#skip()
    const next = this.#bytes[this.#at]
    if (next === undefined || next === 44 || next === 125 || next === 93) {
      this.#tell({ kind: 'missing-value', span: key.span })
      this.#add(within, key, 'null', { start: behind, end: behind }, null)
    } else this.#value(within, key)
  }

  #key(): NonNullable<Node['key']> {
    const start = this.#at
    const byte = this.#bytes[start]
    if (byte === 34 || byte === 39) {
      const { text, end } = readText(this.#bytes, start, this.#tell, 'key')
      this.#at = end
      return { name: text, span: { start, end } }
    }
    const span = this.#word()
    this.#tell({ kind: 'unquoted-key', span })
    return { name: decoder.decode(this.#bytes.subarray(span.start, span.end)), span }
  }

  #value(within: Growing | undefined, key: Node['key']): void {
    const bytes = this.#bytes
    const start = this.#at
    const byte = bytes[start]!
    const end = byte === 91 && this.#isPassedOver(within, key) ? skipValue(bytes, start) : 0
    if (end > 0) {
      this.#at = end
      this.#add(within, key, 'array', { start, end }, [])
    } else if (byte === 123 || byte === 91) {
      const kind = byte === 123 ? 'object' : 'array'
      const node = this.#add(within, key, kind, { start, end: ++this.#at }, kind === 'object' ? {} : [])
      this.#openOf[kind]++
      this.#open.push(node)
    } else if (byte === 34 || byte === 39) {
      const { text, end } = readText(bytes, start, this.#tell)
      this.#at = end
      this.#add(within, key, 'string', { start, end }, text)
    } else {
      const span = this.#word()
      const word = decoder.decode(bytes.subarray(span.start, span.end))
      const { kind, value, flaw } = scalar(word)
      if (flaw === 'unknown-word') this.#tell({ kind: flaw, span, word })
      else if (flaw) this.#tell({ kind: flaw, span })
      this.#add(within, key, kind, span, value)
    }
  }

  #isPassedOver(within: Growing | undefined, key: Node['key']): boolean {
    if (this.#passedOver === undefined || key?.name !== 'data') return false
    const home = this.#passedOver === 'data' ? within : within?.parent?.parent
    return home !== undefined && home === this.#root && (home === within || within?.parent?.key?.name === 'resources')
  }

  /** Up to the next sign that cannot be part of a word or number: at least one character. */
  #word(): Span {
    const bytes = this.#bytes
    const start = this.#at
    do this.#at++
    while (this.#at < bytes.length && !isSign(bytes[this.#at]!))
    return { start, end: this.#at }
  }

  #add(within: Growing | undefined, key: Node['key'], kind: NodeKind, span: Span, value: unknown): Growing {
    const isOpen = kind === 'object' || kind === 'array'
    const index = within?.children.length ?? 0
    const node: Growing = { kind, span: { ...span }, parent: within, key, index, children: isOpen ? [] : none, value }
    if (!within) {
      this.#root ??= node
      return node
    }
    const isTooDeep = isOpen && this.#open.length >= DEEPEST
    if (isTooDeep && this.#open.length === DEEPEST)
      this.#tell({ kind: 'too-deep', span: { start: span.start, end: span.start + 1 } })
    const held = isTooDeep ? null : value
    if (Array.isArray(within.value)) within.value.push(held)
    else if (key) {
      const members = within.value as Record<string, unknown>
      if (Object.hasOwn(members, key.name) && this.#flaws.length < MOST) {
        const first = within.children.find(other => other.key?.name === key.name)!
        this.#tell({ kind: 'duplicate-key', span: key.span, name: key.name, first, later: node })
      }
      if (key.name === PROTOTYPE) {
        this.#tell({ kind: 'prototype-key', span: key.span, node })
        // Assigning to it would not make a member of it.
        Object.defineProperty(members, key.name, { value: held, enumerable: true, writable: true, configurable: true })
      } else members[key.name] = held
    }
    within.children.push(node)
    return node
  }
}

/** Whether the brackets from a byte to the end close what is open and what they open themselves, all of it and nothing else. */
function closesAll(bytes: Uint8Array, from: number, open: readonly NodeKind[]): boolean {
  const stack = [...open]
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 34) {
      const end = skipValue(bytes, at)
      if (end < 0) return false
      at = end - 1
    } else if (byte === 123 || byte === 91) stack.push(byte === 123 ? 'object' : 'array')
    else if ((byte === 125 || byte === 93) && stack.pop() !== (byte === 125 ? 'object' : 'array')) return false
  }
  return stack.length === 0
}

/** Whether a flaw leaves open where values begin and end, or what they are. */
function leavesDoubt(flaw: Flaw): boolean {
  return flaw.kind === 'unknown-word' ? wordMeant(flaw.word) === undefined : DOUBTS.has(flaw.kind)
}

const DOUBTS: ReadonlySet<Flaw['kind']> = new Set([
  'missing-colon',
  'missing-quote',
  'stray-sign',
  'text-after',
  'unclosed-bracket',
  'unclosed-string',
  'unescaped-quote',
])

function isSign(byte: number): boolean {
  return (
    byte <= 32 ||
    byte === 34 ||
    byte === 44 ||
    byte === 58 ||
    byte === 91 ||
    byte === 93 ||
    byte === 123 ||
    byte === 125
  )
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const NEARLY = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function scalar(word: string): {
  readonly kind: NodeKind
  readonly value: unknown
  readonly flaw?: 'unknown-word' | 'bad-number' | 'huge-number'
} {
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' }
  if (word === 'null') return { kind: 'null', value: null }
  if (NUMBER.test(word)) {
    const value = Number(word)
    return { kind: 'number', value, ...(!Number.isFinite(value) && { flaw: 'huge-number' }) }
  }
  if (NEARLY.test(word)) return { kind: 'number', value: Number(word), flaw: 'bad-number' }
  return { kind: 'null', value: null, flaw: 'unknown-word' }
}
