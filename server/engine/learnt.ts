import { countInto, factOf, type Learner, type Lesson } from './model/lesson'
import { isSame } from './model/same'

/** Values that came and went in a column, in no order. */
export interface Turnover {
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

/** A fact that a column has learnt, kept up as its values come and go. */
export class Learnt {
  #fact: unknown
  readonly #lesson: Lesson<unknown>
  readonly #of: Learner
  readonly #values: () => readonly string[]
  /** Values of each kind, once some of them have come or gone. */
  #counts: Map<unknown, number> | undefined

  /** `values`: all of them, as they are when it is called. */
  constructor(lesson: Lesson<unknown>, of: Learner, values: () => readonly string[]) {
    this.#lesson = lesson
    this.#of = of
    this.#values = values
    this.#fact = factOf(lesson, values(), of)
  }

  get fact(): unknown {
    return this.#fact
  }

  /** Learns the fact again after some values came and went; whether it is another now. */
  follow({ gone, come }: Turnover): boolean {
    const before = this.#fact
    this.#fact = this.#again(gone, come)
    return !isSame(before, this.#fact)
  }

  #again(gone: readonly string[], come: readonly string[]): unknown {
    const lesson = this.#lesson
    if (typeof lesson === 'function') return lesson(this.#values(), this.#of)
    if (this.#counts && gone.length + come.length < this.#values().length) {
      countInto(this.#counts, lesson, gone, this.#of, -1)
      countInto(this.#counts, lesson, come, this.#of, 1)
    } else {
      this.#counts = new Map()
      countInto(this.#counts, lesson, this.#values(), this.#of, 1)
    }
    const first = lesson.leavesOut ? this.#values().slice(0, lesson.leavesOut(this.#values().length)) : []
    countInto(this.#counts, lesson, first, this.#of, -1)
    const fact = lesson.judge(this.#counts, this.#of)
    countInto(this.#counts, lesson, first, this.#of, 1)
    return fact
  }
}
