import { byRow, type LintOptions, tableDrafts, unsilenced, wholeDrafts } from './checkup'
import type { Head } from './model/cut'
import { WINDOW } from './csv/sniff'
import { type Dataset, HEAD_ROWS, openingFaults, openingOf, openText, type OpenOptions } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold } from './draft'
import type { Finding } from './fix'
import { Guards } from './guards'
import { LiveNotes, placed } from './live-notes'
import { byFacts, meet, reachOf, readsAlike, rowsInSteps, rowsOf, type State, stateOf } from './live-state'
import type { Learnt } from './learnt'
import { addCount, type Gathered, type Group, gather, noted } from './noted'
import type { Diagnostic } from './model/diagnostic'
import type { LiveText } from './model/live-text'
import { isSame } from './model/same'
import type { Span } from './model/span'
import { follow } from './row-shape'
import { rules as everyRule } from './rules'
import { judgesColumns, type TableRule } from './rules/rule'

/** Bytes of a chunk, which an edit in it has checked again as a whole. */
const CHUNK = 4_096

/** Rows that a row rule may look away from its own, at most. */
const FAR = Math.max(0, ...everyRule.flatMap(rule => (rule.scope === 'row' ? (rule.around ?? 0) : [])))

/** What an edit has touched since the dataset was brought up to date. */
interface Touched {
  /** Whether that reaches the rows from which is learnt, or the bytes by which the dialect is found. */
  readonly isHead: boolean
  /** The first byte. */
  readonly from: number
}

/**
 * The findings of a text under edit, kept up to date: an edit makes stale what it touches, and only that is done again.
 * After any edits they are those of a fresh reading.
 */
export class LiveCheck {
  readonly text: LiveText
  readonly #options: OpenOptions
  readonly #lintOptions: LintOptions
  #state: State
  readonly #notes = new LiveNotes()
  /** Every chunk before this one is counted. */
  #countedTo = 0
  readonly #stale = new Set<Head>()
  #touched: Touched | undefined
  /** Whether an edit has moved where the rows lie, so that all begins again. */
  #isLost = false
  #whole: readonly Draft[] | undefined
  /** The first byte that was read anew since what needs the whole file was found. */
  #editedFrom = Number.POSITIVE_INFINITY

  constructor(text: LiveText, options: OpenOptions, lintOptions: LintOptions) {
    this.text = text
    this.#options = { chunkSize: CHUNK, isEdited: true, ...options }
    this.#lintOptions = lintOptions
    this.#state = this.#open()
  }

  get dataset(): Dataset {
    return this.#state.dataset
  }

  /** Writes bytes in place of a span of the text; what was found is stale until the steps are done. */
  edit(span: Span, written: Uint8Array): void {
    if (this.#isLost) return this.text.replace(span, written)
    const { dataset, keys, census, spread } = this.#state
    const { cut, firstDataRow } = dataset.table
    const headEnd = Math.max(WINDOW, dataset.table.labelsEnd, dataset.table.rowStart(firstDataRow + HEAD_ROWS))
    let isHead = span.start <= headEnd || dataset.sniffed.looked === 'middle'
    this.text.replace(span, written)
    this.#whole = undefined
    const recuts = cut.edited(span, written.length)
    if (!recuts) return void (this.#isLost = true)
    for (const { from, removed, added } of recuts) {
      for (const [head, kept] of removed) {
        isHead ||= head.start <= headEnd
        this.#stale.delete(head)
        this.#notes.remove(head)
        if (!census.remove(head) || (keys.length === 0 && spread.isIdle)) continue
        const chunk = kept ?? cut.indexes.reread(head)
        spread.remove(head, chunk)
        for (const key of keys) key.remove(head, chunk)
      }
      this.#countedTo = Math.min(this.#countedTo, from)
      this.#editedFrom = Math.min(this.#editedFrom, cut.heads[from]?.start ?? span.start)
      this.#makeNeighboursStale(from, from + added.length)
    }
    const { from = span.start, isHead: wasHead = false } = this.#touched ?? {}
    this.#touched = { isHead: isHead || wasHead, from: Math.min(from, span.start) }
  }

  /** Brings the findings up to date in steps of a chunk; after an edit on the way it must be begun again. */
  *steps(): Generator<void> {
    this.settle()
    if (!this.dataset.readable) return
    const { cut } = this.dataset.table
    while (this.#state.census.size < cut.heads.length || cut.cutNext()) {
      const head = cut.heads[this.#countedTo++]!
      if (this.#state.census.has(head)) continue
      this.#count(head)
      yield
    }
    this.#countedTo = cut.heads.length
    const { census, spread, deciding } = this.#state
    const { lacksTest, haveKindsChanged, stale } = byFacts(this.dataset, deciding, () => census.judge())
    const ofNumbers = byFacts(this.dataset, deciding, () => spread.judge())
    const { reader } = this.#state
    if (reader && (lacksTest || ofNumbers.haveTestsChanged)) reader.judging = undefined
    else if (haveKindsChanged) reader?.judging?.forget()
    for (const head of [...stale, ...ofNumbers.stale]) this.#stale.add(head)
    if (this.#stale.size > 0) yield* rowsInSteps(this.#state)
    for (const head of this.#stale) {
      this.#check(head)
      yield
    }
    for (const key of this.#state.keys) yield* key.findInSteps()
  }

  /** How much of the work is done, from 0 to 1: half of it is to count what is in the rows, half to check them. */
  get share(): number {
    const { table, readable } = this.dataset
    const { heads } = table.cut
    if (!readable || heads.length === 0) return 1
    const { start } = heads.at(-1)!
    const counted =
      Math.min(1, this.#state.census.size / heads.length) * (start / Math.max(start, table.source.length - 2 * CHUNK))
    return counted * (1 - this.#stale.size / heads.length / 2)
  }

  /** Every finding, in the order of `lint`. */
  *findings(): Generator<Diagnostic> {
    const whole = this.#wholeFound().map(draft => this.#told(draft))
    for (const [head, { drafts }] of this.#notes.inOrder())
      for (const draft of drafts) {
        const found = this.#told(placed(draft, head))
        if (judgesColumns(draft.rule)) whole.push(found)
        else yield found
      }
    for (const found of whole.toSorted(byPlace)) yield { ...found, whole: true }
  }

  /** The findings that touch a stretch of the text, in no order. */
  between({ start, end }: Span): Diagnostic[] {
    const { table, readable } = this.dataset
    const { cut } = table
    const heads = readable ? cut.heads.slice(cut.indexAt(start), cut.indexAt(end) + 1) : []
    const drafts = heads.flatMap(head => this.#notes.in(head))
    const firstRow = heads[0]?.firstRow ?? 0
    const lastRow = heads.reduce((row, head) => Math.max(row, head.firstRow + head.rowCount), 0)
    const isNear = ({ row }: Draft) => row === undefined || (row >= firstRow && row < lastRow)
    return [...drafts, ...this.#wholeFound().filter(isNear)]
      .map(draft => this.#told(draft))
      .filter(({ span }) => span.start <= end && span.end >= start)
  }

  /** At most `most` entries, the worst where there are more; beyond 20 cells of a rule in a column one entry stands for all. */
  gathered(most: number): Gathered<Group> {
    const { run } = this.#state.checkup
    const { entries, untold } = gather(
      run,
      { rows: this.#notes.inOrder(), cells: this.#notes.cells },
      this.#wholeFound(),
      most,
    )
    return {
      untold,
      entries: entries.map(({ spots, count }) => {
        const drafts = spots.map(({ draft, head }) => (head ? placed(draft, head) : draft))
        return { first: this.#told(drafts[0]!), count, rows: drafts.flatMap(({ row }) => row ?? []) }
      }),
    }
  }

  /** How many findings pass a test, by rule and by rule and column; the test reads nothing but the finding. */
  counts(test: (finding: Finding) => boolean): ReadonlyMap<string, number> {
    const counts = this.#notes.counts(test)
    for (const draft of this.#wholeFound()) addCount(counts, draft, test)
    return counts
  }

  #open(): State {
    this.#notes.clear()
    this.#countedTo = 0
    this.#stale.clear()
    this.#whole = undefined
    this.#isLost = false
    return stateOf(openText(this.text, this.#options, { lines: this.text }), this.#lintOptions)
  }

  /** Makes `dataset` that of the text as it is now; when the dialect, a column or the schema is another, all begins again. */
  settle(): void {
    const touched = this.#touched
    this.#touched = undefined
    if (this.#isLost || (touched && !(this.#settleHead(touched) && this.#settleFaults(touched))))
      this.#state = this.#open()
  }

  /** Reads the first rows again, if the edit concerns them; false when all must begin again. */
  #settleHead({ isHead, from }: Touched): boolean {
    if (!isHead) return true
    const { dataset, checkup, deciding, reader } = this.#state
    const isSniffed = from > WINDOW && dataset.sniffed.looked === 'head'
    const now = openingOf(this.text, dataset.decoded, this.#options, { ...dataset, isSniffed })
    if (!readsAlike(dataset, now)) return false
    dataset.table.follow(now.table)
    const { changed, hasHabitChanged } = dataset.firstRows.follow()
    checkup.run.withheld.forget({ isTaught: changed.size > 0 })
    if (meet(changed, deciding)) return false
    const habitual = reader && hasHabitChanged ? follow(reader.shape, checkup.run) : 0
    if (reader && (habitual === undefined || meet(changed, reader.deciding))) {
      this.#state.reader = undefined
      for (const head of dataset.table.cut.heads) this.#stale.add(head)
    } else {
      if (habitual) for (const head of this.#notes.habitual(habitual)) this.#stale.add(head)
      if (changed.size > 0) for (const head of this.#notes.decidedBy(changed)) this.#stale.add(head)
    }
    const { sniffed, candidates, recognisedBy } = now
    this.#state = { ...this.#state, dataset: { ...dataset, sniffed, candidates, recognisedBy }, ofTable: undefined }
    return true
  }

  /** Looks again at what opening the text brings up; false when that decides otherwise for the rows. */
  #settleFaults({ isHead }: Touched): boolean {
    const { dataset, checkup, deciding } = this.#state
    if (!dataset.readable) return true
    const faults = openingFaults(dataset, dataset.decoded)
    if (!isHead && isSame(faults, dataset.faults)) return true
    const opening = unsilenced(byFacts(dataset, deciding, () => checkup.worded(faults)))
    this.#state = { ...this.#state, dataset: { ...dataset, faults }, checkup: { ...checkup, opening } }
    return isSame(reachOf(opening), reachOf(checkup.opening))
  }

  #count(head: Head): void {
    const { keys, census, spread, dataset, deciding } = this.#state
    const chunk = dataset.table.cut.indexes.of(head)
    for (const key of keys) key.add(head, chunk)
    byFacts(dataset, deciding, () => {
      census.add(head, chunk)
      if (!spread.isIdle) spread.add(head, chunk)
    })
    this.#stale.add(head)
  }

  /** Rows that look at those before or after them are stale when these were edited: the chunks from `from` to `to`. */
  #makeNeighboursStale(from: number, to: number): void {
    const { heads } = this.dataset.table.cut
    for (const step of [-1, 1]) {
      let rows = 0
      for (let i = step < 0 ? from - 1 : to; rows < FAR && heads[i]; i += step) {
        const head = heads[i]!
        rows += head.rowCount
        const known = this.#notes.of(head)
        if (step < 0 ? known?.looksAfter : known?.looksBefore) this.#stale.add(head)
      }
    }
  }

  /** Reads the rows of a chunk, whole. */
  #check(stale: Head): void {
    const { dataset, checkup } = this.#state
    const { run } = checkup
    const { cut } = dataset.table
    const heads = this.#withItsRows(stale)
    const rows = rowsOf(this.#state, heads)
    for (const head of heads) {
      run.unchecked.clear()
      const chunk = cut.indexes.of(head)
      const asked = new Set<Learnt>()
      const drafts = byFacts(dataset, asked, () => {
        const found: Draft[] = []
        for (const row of rows.read(chunk)) for (const draft of fold(row)) found.push(draft)
        return found
      })
      const { looksBefore, looksAfter, habitual } = rows
      const by = { unchecked: new Map(run.unchecked), looksBefore, looksAfter, habitual, asked }
      this.#notes.set(head, noted(drafts, by, head))
      this.#stale.delete(head)
    }
  }

  /** A chunk and those that a row of it begins or goes on in. */
  #withItsRows({ start }: Head): readonly Head[] {
    const { cut } = this.dataset.table
    let from = cut.indexAt(start)
    let to = from
    while (cut.heads[from]!.firstColumn > 0) from--
    while (cut.heads[to + 1] && !cut.heads[to]!.rowEnded) to++
    return cut.heads.slice(from, to + 1)
  }

  /** What needs the whole file, but for the cells of columns: these are noted with their chunks. */
  #wholeFound(): readonly Draft[] {
    if (this.#whole) return this.#whole
    const { checkup, census, spread, keys, dataset } = this.#state
    if (!dataset.readable) return (this.#whole = fold(checkup.opening))
    const known = this.#state.ofTable
    const isStale = (rule: TableRule) => !known || this.#hasReached(rule, known)
    const kept = known?.filter(({ rule }) => rule.scope === 'table' && !isStale(rule)) ?? []
    const ofTable = [...kept, ...tableDrafts(checkup, isStale)]
    this.#state.ofTable = ofTable
    this.#editedFrom = Number.POSITIVE_INFINITY
    const guards = new Guards()
    if (keys.length > 0)
      for (const [head, { silencing }] of this.#notes.inOrder())
        for (const draft of silencing) guards.add(placed(draft, head))
    const { unchecked } = checkup.run
    unchecked.clear()
    this.#notes.addUnchecked(unchecked)
    const repeated = keys.map(key => key.drafts().toSorted(byRow))
    const { ofFile, ofRows } = wholeDrafts(checkup, repeated, guards, ofTable)
    this.#whole = [...census.drafts(), ...spread.drafts(), ...ofFile, ...[...ofRows].flat()]
    return this.#whole
  }

  /** Whether edits beyond the first rows may have a table rule find something else. */
  #hasReached(rule: TableRule, known: readonly Draft[]): boolean {
    const { reads } = rule
    const isFound = () => known.some(draft => draft.rule === rule)
    if (reads === undefined) return false
    if (reads === 'all-rows') return true
    if (reads === 'all-rows-when-found') return isFound()
    if (typeof reads === 'object' && !isFound()) return false
    const { table } = this.dataset
    const most = typeof reads === 'object' ? reads.whenFound : reads
    // Comments lie among the rows that are counted. The row after those that are read tells that there are more.
    return table.hasComments || this.#editedFrom <= table.rowStart(table.firstDataRow + most + 1)
  }

  #told(draft: Draft): Diagnostic {
    const { checkup, census, spread } = this.#state
    return diagnosticOf(checkup.run, spread.retold(census.retold(draft)))
  }
}
