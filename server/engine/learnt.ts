import {
  addTo,
  factOf,
  isShare,
  isSure,
  type Learner,
  type Lesson,
  type Passing,
  passingOf,
  type Share,
  type Tally,
} from './model/lesson'
import { isSame } from './model/same'

/** How many more of each value there are in a column than before, below 0 for fewer; in no order. */
export type Turnover = ReadonlyMap<string, number>

/** The values of a column, as they are now. */
export interface Values {
  readonly count: () => number
  /** In the order of the rows. */
  readonly all: () => readonly string[]
  /** How many there are of each. */
  readonly counted: () => ReadonlyMap<string, number>
}

/** A fact that a column has learnt, kept up as its values come and go. */
export class Learnt {
  #fact: unknown
  readonly #lesson: Lesson<unknown>
  readonly #of: Learner
  readonly #values: Values
  /** Values of each kind, once some of them have come or gone. */
  #counts: Map<unknown, number> | undefined
  #passing: Passing | undefined

  constructor(lesson: Lesson<unknown>, of: Learner, values: Values) {
    this.#lesson = lesson
    this.#of = of
    this.#values = values
    this.#fact =
      typeof lesson !== 'function' && isShare(lesson) ? this.#reached(lesson) : factOf(lesson, values.all(), of)
  }

  get fact(): unknown {
    return this.#fact
  }

  /** Learns the fact again after some values came and went, or most of them (`undefined`); whether it is another now. */
  follow(turnover: Turnover | undefined): boolean {
    const lesson = this.#lesson
    const before = this.#fact
    if (typeof lesson === 'function') this.#fact = lesson(this.#values.all(), this.#of)
    else if (isShare(lesson)) this.#fact = this.#reached(lesson, turnover)
    else if (this.#count(lesson, turnover) || lesson.leavesOut) this.#fact = this.#judged(lesson)
    return !isSame(before, this.#fact)
  }

  /** Whether enough values pass; they are looked at anew only where what came and went leaves doubt. */
  #reached(lesson: Share<unknown>, turnover?: Turnover): unknown {
    const values = this.#values.count()
    if (this.#passing && turnover) {
      let more = 0
      for (const [value, count] of turnover) if (lesson.test(value, this.#of)) more += count
      const { least, most } = this.#passing
      this.#passing = { least: least + more, most: most + more }
      if (isSure(lesson, this.#passing, values)) return lesson.isEnough(least + more, values)
    }
    this.#passing = passingOf(lesson, this.#values.all(), this.#of)
    return lesson.isEnough(this.#passing.least, values)
  }

  /** Counts the values by kind; false when there are as many of each as before. */
  #count(lesson: Tally<unknown>, turnover: Turnover | undefined): boolean {
    if (!this.#counts || !turnover) {
      this.#counts = this.#kindsOf(lesson, this.#values.counted())
      return true
    }
    const changes = this.#kindsOf(lesson, turnover)
    for (const [kind, more] of changes) addTo(this.#counts, kind, more)
    return changes.size > 0
  }

  #kindsOf(lesson: Tally<unknown>, values: Turnover): Map<unknown, number> {
    const kinds = new Map<unknown, number>()
    for (const [value, count] of values) addTo(kinds, lesson.kindOf(value, this.#of), count)
    return kinds
  }

  #judged(lesson: Tally<unknown>): unknown {
    const counts = this.#counts!
    if (!lesson.leavesOut) return lesson.judge(counts, this.#of)
    const kinds = this.#values
      .all()
      .slice(0, lesson.leavesOut(this.#values.count()))
      .map(value => lesson.kindOf(value, this.#of))
    for (const kind of kinds) addTo(counts, kind, -1)
    const fact = lesson.judge(counts, this.#of)
    for (const kind of kinds) addTo(counts, kind, 1)
    return fact
  }
}
