import { addTo, countInto, factOf, type Learner, type Lesson, type Tally } from './model/lesson'
import { isSame } from './model/same'

/** How many more of each value there are in a column than before, below 0 for fewer; in no order. */
export type Turnover = ReadonlyMap<string, number>

/** The values of a column, as they are now. */
export interface Values {
  readonly count: () => number
  /** In the order of the rows. */
  readonly all: () => readonly string[]
}

/** A fact that a column has learnt, kept up as its values come and go. */
export class Learnt {
  #fact: unknown
  readonly #lesson: Lesson<unknown>
  readonly #of: Learner
  readonly #values: Values
  /** Values of each kind, once some of them have come or gone. */
  #counts: Map<unknown, number> | undefined

  constructor(lesson: Lesson<unknown>, of: Learner, values: Values) {
    this.#lesson = lesson
    this.#of = of
    this.#values = values
    this.#fact = factOf(lesson, values.all(), of)
  }

  get fact(): unknown {
    return this.#fact
  }

  /** Learns the fact again after some values came and went; whether it is another now. */
  follow(turnover: Turnover): boolean {
    const lesson = this.#lesson
    const before = this.#fact
    if (typeof lesson === 'function') this.#fact = lesson(this.#values.all(), this.#of)
    else if (this.#count(lesson, turnover) || lesson.leavesOut) this.#fact = this.#judged(lesson)
    return !isSame(before, this.#fact)
  }

  /** Counts the values by kind; false when there are as many of each as before. */
  #count(lesson: Tally<unknown>, turnover: Turnover): boolean {
    if (!this.#counts) {
      this.#counts = new Map()
      countInto(this.#counts, lesson, this.#values.all(), this.#of)
      return true
    }
    const changes = new Map<unknown, number>()
    for (const [value, more] of turnover) addTo(changes, lesson.kindOf(value, this.#of), more)
    for (const [kind, more] of changes) addTo(this.#counts, kind, more)
    return changes.size > 0
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
