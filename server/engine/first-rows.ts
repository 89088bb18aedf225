import { type Habit, Habits } from './habits'
import { Learnt, type Turnover, type Values } from './learnt'
import { signatureAt } from './model/chunk'
import type { Head } from './model/cut'
import type { FileTable } from './model/file-table'
import { addTo, type Learner, type Lesson } from './model/lesson'
import { isSame } from './model/same'
import { isNested } from './model/signature'

/** The rows of a chunk that are among the first ones. */
interface Stretch {
  readonly head: Head
  /** So many of its rows, of which so many stand above the data. */
  readonly rows: number
  readonly above: number
  /** By column: the text of each row of the chunk, empty for none; read when first asked for. */
  readonly texts: (readonly string[] | undefined)[]
  /** Those of the rows that are among the first ones, empty ones left out. */
  readonly values: (readonly string[] | undefined)[]
}

/** A stretch that is not the same in two readings, from the row on up to which it is, and after so many that are. */
interface Change {
  readonly stretch: Stretch
  readonly from: number
  readonly after: number
}

/** What an edit of the first rows has taught anew. */
interface Lessons {
  /** The facts that are others now. */
  readonly changed: ReadonlySet<Learnt>
  /** Whether a column has other habits. */
  readonly hasHabitChanged: boolean
}

/** The first data rows of a table and what they teach, column by column, read when first asked for. */
export class FirstRows {
  readonly #table: FileTable
  readonly #rows: number
  #stretches: readonly Stretch[] | undefined
  readonly #values: (readonly string[] | undefined)[] = []
  readonly #counted: (ReadonlyMap<string, number> | undefined)[] = []
  /** By column: what is learnt of it as a whole, and what by what it is asked about. */
  readonly #learnt: Map<Lesson<unknown>, Learnt>[] = []
  readonly #learntAbout: Map<Lesson<unknown>, Map<string, Learnt>>[] = []
  readonly #valuesOf: (Values | undefined)[] = []
  readonly #habits: Habits
  /** As they were when they were last asked for. */
  #known: readonly Habit[] | undefined
  /** Gathers the facts that are asked for, each time that one is. */
  asked: Set<Learnt> | undefined
  /** How often a fact was asked for. */
  asks = 0

  constructor(table: FileTable, rows: number) {
    this.#table = table
    this.#rows = rows
    this.#habits = new Habits(table, rows)
  }

  /** The values of a column, empty ones left out. */
  values(column: number): readonly string[] {
    // To concatenate is some ten times as fast as flatMap.
    const parts = () => this.#now().map(stretch => this.#valuesIn(stretch, column))
    return (this.#values[column] ??= noValues.concat(...parts()))
  }

  #valuesNow(column: number): Values {
    return {
      count: () =>
        this.#values[column]?.length ??
        this.#now().reduce((count, stretch) => count + this.#valuesIn(stretch, column).length, 0),
      all: () => this.values(column),
      counted: () => (this.#counted[column] ??= countedOf(this.values(column))),
    }
  }

  /** What a lesson makes of the values of a column. */
  learn(column: number, lesson: Lesson<unknown>, of: Learner): unknown {
    const known = of.about === '' ? this.#ofWhole(column, lesson, of) : this.#about(column, lesson, of)
    this.asks++
    this.asked?.add(known)
    return known.fact
  }

  #ofWhole(column: number, lesson: Lesson<unknown>, of: Learner): Learnt {
    const facts = (this.#learnt[column] ??= new Map())
    let known = facts.get(lesson)
    if (!known) facts.set(lesson, (known = this.#learn(column, lesson, of)))
    return known
  }

  #about(column: number, lesson: Lesson<unknown>, of: Learner): Learnt {
    const ofColumn = (this.#learntAbout[column] ??= new Map())
    let facts = ofColumn.get(lesson)
    if (!facts) ofColumn.set(lesson, (facts = new Map()))
    let known = facts.get(of.about)
    if (!known) facts.set(of.about, (known = this.#learn(column, lesson, of)))
    return known
  }

  #learn(column: number, lesson: Lesson<unknown>, of: Learner): Learnt {
    return new Learnt(lesson, of, (this.#valuesOf[column] ??= this.#valuesNow(column)))
  }

  habit(column: number): Habit {
    this.#known ??= this.#habits.now()
    return this.#known[column]!
  }

  /** Learns again what an edit of the table has made different; columns and their fields are the same as before. */
  follow(): Lessons {
    const changed = new Set<Learnt>()
    const before = this.#stretches
    if (before) {
      this.#stretches = this.#read(before)
      this.#values.length = 0
      this.#counted.length = 0
      const [gone, come] = [besides(before, this.#stretches), besides(this.#stretches, before)]
      const areMostNew = rowsIn(gone) + rowsIn(come) > this.#rows
      for (const column of this.#valuesOf.keys()) {
        if (!this.#valuesOf[column]) continue
        const turnover = areMostNew ? undefined : this.#turnover(column, gone, come)
        if (turnover?.size === 0 && !this.#isMoved(column, gone, come)) continue
        for (const fact of this.#factsOf(column)) if (fact.follow(turnover)) changed.add(fact)
      }
    }
    const habits = this.#known
    if (habits) this.#known = this.#habits.now()
    return { changed, hasHabitChanged: !isSame(habits, this.#known) }
  }

  *#factsOf(column: number): Generator<Learnt> {
    yield* this.#learnt[column]?.values() ?? []
    for (const facts of this.#learntAbout[column]?.values() ?? []) yield* facts.values()
  }

  #now(): readonly Stretch[] {
    return (this.#stretches ??= this.#read([]))
  }

  #valuesIn(stretch: Stretch, column: number): readonly string[] {
    return (stretch.values[column] ??= this.#textsIn(stretch, column)
      .slice(0, stretch.rows)
      .filter(text => text !== ''))
  }

  #textsIn(stretch: Stretch, column: number): readonly string[] {
    return (stretch.texts[column] ??= textsIn(this.#table, stretch.head, column))
  }

  /** The stretches of the first rows as they are now; those that an edit left alone keep what was read of them. */
  #read(before: readonly Stretch[]): readonly Stretch[] {
    const { cut, firstDataRow } = this.#table
    const known = new Map(before.map(stretch => [stretch.head, stretch]))
    const end = firstDataRow + this.#rows
    const stretches: Stretch[] = []
    for (let i = 0; ; i++) {
      if (i === cut.heads.length && !cut.cutNext()) break
      const head = cut.heads[i]!
      if (head.firstRow >= end) break
      const rows = Math.min(head.rowCount, end - head.firstRow)
      const above = Math.max(0, firstDataRow - head.firstRow)
      const old = known.get(head)
      if (old?.above === above) stretches.push(old.rows === rows ? old : { ...old, rows, values: [] })
      else stretches.push({ head, rows, above, texts: [], values: [] })
    }
    return stretches
  }

  #turnover(column: number, gone: readonly Change[], come: readonly Change[]): Turnover {
    const turnover = new Map<string, number>()
    const count = (changes: readonly Change[], sign: 1 | -1) => {
      for (const { stretch, from } of changes) {
        const texts = this.#textsIn(stretch, column)
        for (let i = from; i < stretch.rows; i++) if (texts[i] !== '') addTo(turnover, texts[i], sign)
      }
    }
    count(gone, -1)
    count(come, 1)
    return turnover
  }

  /** Whether values that came and went may stand in another order now. */
  #isMoved(column: number, gone: readonly Change[], come: readonly Change[]): boolean {
    const isSame = (one: Change, other: Change | undefined) => {
      if (other?.after !== one.after || other.from !== one.from) return false
      const [some, others] = [this.#valuesIn(one.stretch, column), this.#valuesIn(other.stretch, column)]
      return some.length === others.length && some.every((value, i) => value === others[i])
    }
    return gone.length !== come.length || !gone.every((one, i) => isSame(one, come[i]))
  }
}

const noValues: readonly string[] = []

/** What some stretches have that the others have not. */
function besides(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Change[] {
  const rows = new Map(others.map(other => [other.texts, other.rows]))
  let after = 0
  return stretches.flatMap(stretch => {
    const known = rows.get(stretch.texts)
    if (known !== undefined) after++
    const from = known ?? 0
    return from < stretch.rows ? [{ stretch, from, after }] : []
  })
}

function countedOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const value of values) addTo(counted, value, 1)
  return counted
}

function rowsIn(changes: readonly Change[]): number {
  return changes.reduce((rows, { stretch, from }) => rows + stretch.rows - from, 0)
}

function textsIn(table: FileTable, head: Head, column: number): string[] {
  // Of a row in many pieces, those behind the column need not be read.
  if (head.rowCount === 1 && column < head.firstColumn) return ['']
  const chunk = table.cut.indexes.of(head)
  const { rowCells } = chunk
  return Array.from({ length: chunk.rowCount }, (_, i) => {
    const cell = rowCells[i]! + column - (i === 0 ? chunk.firstColumn : 0)
    const isThere = cell >= rowCells[i]! && cell < rowCells[i + 1]!
    return isThere &&
      signatureAt(chunk, cell) > 0xffff &&
      !isNested(signatureAt(chunk, cell)) &&
      table.isDataIn(chunk, i)
      ? table.textAt(chunk, cell)
      : ''
  })
}
