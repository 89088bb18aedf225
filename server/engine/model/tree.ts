import { pointer, steps } from './pointer'
import type { Span } from './span'

export type NodeKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

/** A JSON value where it lies. Spans count in the bytes of the source. */
export interface Node {
  readonly kind: NodeKind
  /** Its quotes or brackets included; empty, and behind the colon, where a value is missing. */
  readonly span: Span
  readonly parent: Node | undefined
  /** The name under which its object has it, and where that stands, quotes included. */
  readonly key: { readonly name: string; readonly span: Span } | undefined
  /** Its number among the children of its parent. */
  readonly index: number
  /** In order of position; repeated keys included. */
  readonly children: readonly Node[]
  /** What `JSON.parse` makes of it. */
  readonly value: unknown
}

/** Parsed JSON with its spans. Where the text is wrong it is read as it was surely meant. */
export interface Tree {
  /** Undefined for a text that holds no value. */
  readonly root: Node | undefined
  readonly flaws: readonly Flaw[]
}

/** Where a text is not JSON (RFC 8259), in order of position; only the first hundred are told. */
export type Flaw = SingleFlaw & {
  /** Set where one of the flaws leaves open what the text means: then no repair is sure. */
  readonly isDoubtful?: true
}

type SingleFlaw =
  | {
      readonly kind:
        | 'empty'
        | 'trailing-comma'
        | 'missing-comma'
        | 'missing-colon'
        | 'missing-value'
        | 'comment'
        | 'single-quotes'
        | 'single-quoted-key'
        /** A quote inside a text, without the backslash that would keep it from closing the text; the span is the text’s. */
        | 'unescaped-quote'
        /** A text that is not closed before the next key; the span ends where the quote should stand. */
        | 'missing-quote'
        | 'unquoted-key'
        | 'unclosed-string'
        | 'unclosed-bracket'
        | 'stray-sign'
        | 'text-after'
        | 'control-character'
        | 'bad-escape'
        | 'bad-number'
        /** Well-formed, and beyond what most software counts (IEEE 754). */
        | 'huge-number'
        /** Nested so deep that its value is left out. */
        | 'too-deep'
      readonly span: Span
    }
  /** A word that is none of `true`, `false` and `null`. */
  | { readonly kind: 'unknown-word'; readonly span: Span; readonly word: string }
  /** Well-formed, but readers keep only one of the members; the span is that of the later key. */
  | {
      readonly kind: 'duplicate-key'
      readonly span: Span
      readonly name: string
      readonly first: Node
      readonly later: Node
    }
  /** Well-formed, but the key is the one that JavaScript takes for the ancestor of all objects. */
  | { readonly kind: 'prototype-key'; readonly span: Span; readonly node: Node }

/** A member with the comma and the space that part it from its neighbour: what goes when it is taken out. */
export function memberSpan({ parent, index, key, span }: Node): Span {
  const { children } = parent!
  const next = children[index + 1]
  if (next) return { start: key!.span.start, end: next.key!.span.start }
  const previous = children[index - 1]
  return { start: previous ? previous.span.end : key!.span.start, end: span.end }
}

/** The JSON pointer of a value. */
export function pointerOf(node: Node): string {
  const path: (string | number)[] = []
  for (let at: Node | undefined = node; at?.parent; at = at.parent) path.push(at.key?.name ?? at.index)
  return path.reduceRight<string>((whole, step) => pointer(whole, step), '')
}

/** The value that a JSON pointer leads to; of repeated keys the last, which is the one that readers keep. */
export function nodeAt({ root }: Tree, path: string): Node | undefined {
  let node = root
  for (const step of steps(path)) node = node && child(node, step)
  return node
}

/** The value that a JSON pointer leads to, or the last on the way that is there. */
export function nearestNode({ root }: Tree, path: string): Node {
  let node = root!
  for (const step of steps(path)) {
    const next = child(node, step)
    if (!next) break
    node = next
  }
  return node
}

/** The member of an object, or the entry of a list by its number. */
export function child(node: Node, step: string): Node | undefined {
  if (node.kind === 'array') return node.children[Number(step)]
  return node.children.findLast(({ key }) => key?.name === step)
}

/** The innermost value in whose bytes, or in whose key's, an offset lies; the ends count as inside. */
export function nodeOver({ root }: Tree, offset: number): Node | undefined {
  let node = root
  if (!node || offset < node.span.start || offset > node.span.end) return undefined
  for (;;) {
    const next: Node | undefined = childOver(node, offset)
    if (!next) return node
    node = next
  }
}

function childOver({ children }: Node, offset: number): Node | undefined {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (children[middle]!.span.end < offset) low = middle + 1
    else high = middle
  }
  const found = children[low]
  return found && (found.key?.span.start ?? found.span.start) <= offset ? found : undefined
}
