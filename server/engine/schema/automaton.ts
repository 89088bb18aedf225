import type { StateTable } from '../model/accept'
import { AsciiTable } from './ascii-table'
import { codePointIn } from './code-point'
import type { Place } from './expression'
import { LAST, type Network } from './network'

/**
 * Steps that may be followed to find new states: so many at once, some tenths of a second, and so many for each
 * character read. Expressions that need more have states without end, and are left alone now and then.
 */
const CREDIT = 3_000_000
const EARNED = 8
/** States that are kept, and steps in them; beyond, all are dropped and found again as needed. */
const MOST_STATES = 5_000
const MOST_KEPT = 1_000_000
/** States that a byte can number. */
const MOST_NUMBERED = 256
/** Classes of characters of which a state remembers what follows; public expressions have fewer than thirty. */
const MOST_CLASSES = 256
const MOST_CHARACTERS = 65_536

/** What places need to know of the character before or after them. */
type Sort = 'edge' | 'line' | 'word' | 'other'

/** Characters that the expression cannot tell apart. */
interface CharacterClass {
  /** Its place in `State.next`; `MOST_CLASSES` for a class too many. */
  readonly id: number
  readonly sort: Sort
  /** Which sets of the network it is in. */
  readonly isIn: readonly boolean[]
}

/** All steps at which the network can be once a text was read so far; none when no text that begins so matches. */
interface State {
  /** Steps that read, that stand at a place, and the last one. */
  readonly steps: readonly number[]
  readonly before: Sort
  readonly next: (State | undefined)[]
  ends: boolean | undefined
}

/**
 * Matches whole texts in a time that grows with their length only: all ways through the network are followed at once,
 * and what follows on a state is found once (a deterministic automaton, built as texts ask for it).
 */
export class Automaton {
  readonly #network: Network
  readonly #isUnicode: boolean
  readonly #looksAround: { readonly lines: boolean; readonly words: boolean }
  readonly #tests: readonly ((character: string) => boolean)[]
  readonly #isWord: RegExp
  readonly #classes: CharacterClass[] = []
  readonly #classByKey = new Map<string, CharacterClass>()
  readonly #classByPoint = new Map<number, CharacterClass>()
  readonly #ascii: Uint8Array
  readonly #states = new Map<string, State>()
  readonly #dead: State = { steps: [], before: 'other', next: [], ends: false }
  /** Where a text is when the credit is used up. */
  readonly #lost: State = { steps: [], before: 'other', next: [], ends: false }
  readonly #seen: Uint32Array
  #round = 0
  #kept = 0
  #credit = CREDIT
  #start: State
  /** Made anew with the states, so that it keeps none of the old ones. */
  #table: AsciiTable<State>

  /** `flags` are those of the expression, of which single characters take `i`, `s` and `u`. */
  constructor(network: Network, flags: string) {
    const own = flags.replace('m', '')
    const places = new Set<Place>(network.steps.flatMap(step => (step.is === 'at' ? step.place : [])))
    this.#network = network
    this.#isUnicode = flags.includes('u')
    this.#looksAround = {
      lines: places.has('line-start') || places.has('line-end'),
      words: places.has('word-edge') || places.has('no-word-edge'),
    }
    this.#tests = network.sets.map(set => characterTest(set, own))
    this.#isWord = new RegExp('^\\w$', own)
    this.#seen = new Uint32Array(network.steps.length)
    this.#ascii = Uint8Array.from({ length: 0x80 }, (_, point) => this.#classOf(point).id)
    this.#start = this.#stateOf([network.first], 'edge')
    this.#table = new AsciiTable(this.#start)
  }

  /** Whether the whole text matches; undefined when that would take too long to find out. */
  matches(text: string): boolean | undefined {
    this.#earn(text.length)
    let state = this.#start
    for (let i = 0; i < text.length; i++) {
      const point = this.#isUnicode ? text.codePointAt(i)! : text.charCodeAt(i)
      if (point > 0xffff) i++
      state = this.#after(state, point)
      if (state === this.#dead) return false
      if (state === this.#lost) return undefined
    }
    return this.#endsIn(state)
  }

  /** True when the bytes are UTF-8 that matches; false says nothing. */
  accept(bytes: Uint8Array, from: number, to: number): boolean {
    this.#earn(to - from)
    const table = this.#table
    let state = table.run(bytes, from, to)
    for (let i = table.stopped; i < to; ) {
      if (state === this.#dead || state === this.#lost) return false
      const byte = bytes[i]!
      const point = byte < 0x80 ? byte : this.#isUnicode ? codePointIn(bytes, i, to) : undefined
      if (point === undefined) return false
      const following = this.#after(state, point)
      if (point < 0x80 && following !== this.#lost) this.#table.learn(state, byte, following)
      state = following
      i += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    }
    return this.#endsIn(state)
  }

  /** What ASCII texts lead to, all of it; undefined when there are more states than a byte can number. */
  table(): StateTable | undefined {
    const states: State[] = [this.#dead, this.#start]
    const numbers = new Map(states.map((state, number) => [state, number]))
    const next = new Uint8Array(MOST_NUMBERED << 7)
    for (let number = 1; number < states.length; number++)
      for (let byte = 0; byte < 0x80; byte++) {
        const following = this.#after(states[number]!, byte)
        if (following === this.#lost) return undefined
        const known = numbers.get(following)
        if (known === undefined && states.push(following) > MOST_NUMBERED) return undefined
        if (known === undefined) numbers.set(following, states.length - 1)
        next[(number << 7) | byte] = known ?? states.length - 1
      }
    return {
      next: next.slice(0, states.length << 7),
      ends: Uint8Array.from(states, state => Number(this.#endsIn(state))),
    }
  }

  #earn(characters: number): void {
    this.#credit = Math.min(CREDIT, this.#credit + EARNED * characters)
  }

  #after(state: State, point: number): State {
    const read = point < 0x80 ? this.#classes[this.#ascii[point]!]! : this.#classOf(point)
    return state.next[read.id] ?? this.#found(state, read)
  }

  #found(state: State, read: CharacterClass): State {
    if (this.#credit < 0) return this.#lost
    const { steps } = this.#network
    const next = new Set<number>()
    for (const at of this.#passed(state, read.sort)) {
      const step = steps[at]!
      if (step.is === 'read' && read.isIn[step.set]) next.add(step.next)
    }
    const found = this.#stateOf(
      [...next].toSorted((a, b) => a - b),
      read.sort,
    )
    if (read.id < MOST_CLASSES) state.next[read.id] = found
    return found
  }

  #endsIn(state: State): boolean {
    return (state.ends ??= this.#passed(state, 'edge').includes(LAST))
  }

  /** The steps of a state, and those behind the places that hold when `after` comes next. */
  #passed({ steps, before }: State, after: Sort): readonly number[] {
    if (!steps.some(at => this.#network.steps[at]!.is === 'at')) return steps
    return this.#reached(steps, place => holds(place, before, after))
  }

  /** What is reached from some steps without reading. */
  #reached(from: readonly number[], passes: (place: Place) => boolean): readonly number[] {
    const { steps } = this.#network
    const round = ++this.#round
    const reached: number[] = []
    const open = [...from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (this.#seen[at] === round) continue
      this.#seen[at] = round
      this.#credit--
      const step = steps[at]!
      if (step.is === 'fork') open.push(step.other, step.next)
      else if (step.is === 'at' && passes(step.place)) open.push(step.next)
      else reached.push(at)
    }
    return reached
  }

  #stateOf(from: readonly number[], before: Sort): State {
    if (from.length === 0) return this.#dead
    const key = `${before} ${from.join(' ')}`
    const known = this.#states.get(key)
    if (known) return known
    if (this.#states.size >= MOST_STATES || this.#kept > MOST_KEPT) {
      this.#states.clear()
      this.#kept = 0
      this.#start = this.#stateOf([this.#network.first], 'edge')
      this.#table = new AsciiTable(this.#start)
    }
    const reached = this.#reached(from, () => false)
    const state: State = { steps: reached, before, next: [], ends: undefined }
    this.#states.set(key, state)
    this.#kept += reached.length
    return state
  }

  /** The class of a character, which the engine's own expressions find: classes, escapes and cases are then theirs. */
  #classOf(point: number): CharacterClass {
    const known = this.#classByPoint.get(point)
    if (known) return known
    const character = String.fromCodePoint(point)
    const isIn = this.#tests.map(test => test(character))
    const sort = this.#sortOf(character)
    const key = `${sort} ${isIn.flatMap((is, set) => (is ? set : [])).join(' ')}`
    const found = this.#classByKey.get(key) ?? { id: Math.min(this.#classes.length, MOST_CLASSES), sort, isIn }
    if (found.id < MOST_CLASSES && !this.#classByKey.has(key)) {
      this.#classByKey.set(key, found)
      this.#classes.push(found)
    }
    if (this.#classByPoint.size >= MOST_CHARACTERS) this.#classByPoint.clear()
    this.#classByPoint.set(point, found)
    return found
  }

  #sortOf(character: string): Sort {
    if (this.#looksAround.lines && /[\n\r\u2028\u2029]/.test(character)) return 'line'
    return this.#looksAround.words && this.#isWord.test(character) ? 'word' : 'other'
  }
}

function characterTest(set: string, flags: string): (character: string) => boolean {
  // Most sets are one letter, and V8 stops optimising expressions once it has compiled very many.
  if (/^[^.[\\]$/u.test(set) && !flags.includes('i')) return character => character === set
  const expression = new RegExp(`^(?:${set})$`, flags)
  return character => expression.test(character)
}

function holds(place: Place, before: Sort, after: Sort): boolean {
  switch (place) {
    case 'start':
      return before === 'edge'
    case 'end':
      return after === 'edge'
    case 'line-start':
      return before === 'edge' || before === 'line'
    case 'line-end':
      return after === 'edge' || after === 'line'
    case 'word-edge':
      return (before === 'word') !== (after === 'word')
    case 'no-word-edge':
      return (before === 'word') === (after === 'word')
  }
}
