import type { Span } from '../engine/model/span'

/** Lines of context round a change, as `diff -u` gives them. */
const CONTEXT = 3
/** Lines ahead that are looked through for the next one in common. */
const AHEAD = 50
const LINE_END = 10

/** A text, and how a stretch of it is shown; asked for what is shown only, line after line. */
export interface Side {
  readonly bytes: Uint8Array
  readonly shown: (span: Span) => string
}

interface Step {
  readonly sign: ' ' | '-' | '+'
  /** Number of the line: in the text before if it goes, else in the text after. */
  readonly line: number
}

/** The change from one text to another as a unified diff, in pieces; none when they are alike. */
export function* unifiedDiff(path: string, before: Side, after: Side): Generator<string> {
  const old = new Lines(before)
  const fresh = new Lines(after)
  let isBegun = false
  for (const { steps, oldLine, newLine } of hunks(stepsOf(old, fresh))) {
    if (!isBegun) yield `--- ${path}\n+++ ${path}\n`
    isBegun = true
    const count = (sign: string) => steps.filter(step => step.sign === ' ' || step.sign === sign).length
    yield `@@ -${oldLine},${count('-')} +${newLine},${count('+')} @@\n`
    for (const { sign, line } of steps) yield sign + (sign === '-' ? old : fresh).shown(line)
  }
}

/** The lines of a text: where they begin, and a number by which most of those that differ are told apart. */
class Lines {
  readonly #side: Side
  readonly #starts: number[] = []
  readonly #hashes: number[] = []

  constructor(side: Side) {
    this.#side = side
    const { bytes } = side
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(LINE_END, start)
      const end = found < 0 ? bytes.length : found + 1
      this.#starts.push(start)
      this.#hashes.push(hashOf(bytes, start, end))
      start = end
    }
  }

  get count(): number {
    return this.#starts.length
  }

  /** Whether a line is there, and the same as one of another text. */
  isLike(line: number, other: Lines, at: number): boolean {
    if (line >= this.count || at >= other.count || this.#hashes[line] !== other.#hashes[at]) return false
    return Buffer.compare(this.#bytesOf(line), other.#bytesOf(at)) === 0
  }

  shown(line: number): string {
    const { start, end } = this.#spanOf(line)
    const { bytes, shown } = this.#side
    return bytes[end - 1] === LINE_END
      ? `${shown({ start, end: end - 1 })}\n`
      : `${shown({ start, end })}\n\\ No newline at end of file\n`
  }

  #bytesOf(line: number): Uint8Array {
    const { start, end } = this.#spanOf(line)
    return this.#side.bytes.subarray(start, end)
  }

  #spanOf(line: number): Span {
    return { start: this.#starts[line]!, end: this.#starts[line + 1] ?? this.#side.bytes.length }
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash
}

function* stepsOf(old: Lines, fresh: Lines): Generator<Step> {
  let at = 0
  let to = 0
  // What came waits until all that went before it is told: a hunk reads `-` lines first.
  let come: Step[] = []
  while (at < old.count || to < fresh.count) {
    if (old.isLike(at, fresh, to)) {
      yield* come
      come = []
      yield { sign: ' ', line: to }
      at++
      to++
      continue
    }
    const [goneLines, comeLines] = nextInCommon(old, fresh, at, to)
    for (const until = at + goneLines; at < until; at++) yield { sign: '-', line: at }
    for (const until = to + comeLines; to < until; to++) come.push({ sign: '+', line: to })
  }
  yield* come
}

/** How many lines of each text to pass before a line in common, the fewest first. */
function nextInCommon(old: Lines, fresh: Lines, at: number, to: number): [number, number] {
  for (let passed = 1; passed <= AHEAD; passed++)
    for (let gone = 0; gone <= passed; gone++)
      if (old.isLike(at + gone, fresh, to + passed - gone)) return [gone, passed - gone]
  return [Math.min(1, old.count - at), Math.min(1, fresh.count - to)]
}

interface Hunk {
  readonly steps: Step[]
  readonly oldLine: number
  readonly newLine: number
}

function* hunks(steps: Iterable<Step>): Generator<Hunk> {
  let recent: Step[] = []
  let hunk: Hunk | undefined
  let calm = 0
  let oldLine = 1
  let newLine = 1
  for (const step of steps) {
    if (step.sign === ' ') calm++
    else {
      calm = 0
      hunk ??= { steps: recent, oldLine: oldLine - recent.length, newLine: newLine - recent.length }
      recent = []
    }
    if (hunk) hunk.steps.push(step)
    else recent = [...recent.slice(1 - CONTEXT), step]
    if (step.sign !== '+') oldLine++
    if (step.sign !== '-') newLine++
    if (hunk && calm > 2 * CONTEXT) {
      recent = hunk.steps.splice(hunk.steps.length - CONTEXT)
      hunk.steps.length -= calm - 2 * CONTEXT
      yield hunk
      hunk = undefined
    }
  }
  if (!hunk) return
  hunk.steps.length -= Math.max(0, calm - CONTEXT)
  yield hunk
}
