import { verdictOf, verdictTests } from './census'
import { type LintOptions, silencesKeys, tableDrafts, unsilenced, wholeDrafts } from './checkup'
import type { Head } from './csv/chunks'
import { WINDOW } from './csv/sniff'
import { type Dataset, HEAD_ROWS, openingFaults, openText, type OpenOptions } from './dataset'
import { byPlace, type Draft, diagnosticOf, fold } from './draft'
import type { Finding } from './fix'
import { isAlike, reachOf, type State, stateOf } from './live-state'
import { addCount, countsOf, type Gathered, type Group, gather, type Noted, noted } from './noted'
import type { Diagnostic } from './model/diagnostic'
import type { LiveText } from './model/live-text'
import { isSame } from './model/same'
import type { Span } from './model/span'
import { columnPlans } from './plan'
import { RowReader } from './rows'
import { rules as everyRule } from './rules'
import type { TableRule } from './rules/rule'

/** Bytes of a chunk, which an edit in it has checked again as a whole. */
const CHUNK = 4_096

/** Rows that a row rule may look away from its own, at most. */
const FAR = Math.max(0, ...everyRule.flatMap(rule => (rule.scope === 'row' ? (rule.around ?? 0) : [])))

type Kinds = readonly ReadonlyMap<string, number>[]

/**
 * The findings of a text under edit, kept up to date: an edit makes stale what it touches, and only that is done again.
 * After any edits they are those of a fresh reading.
 */
export class LiveCheck {
  readonly text: LiveText
  readonly #options: OpenOptions
  readonly #lintOptions: LintOptions
  #state: State
  readonly #noted = new Map<Head, Noted>()
  /** Those of them of which there is something to tell. */
  readonly #found = new Map<Head, Noted>()
  /** The same in order; made when it is asked for. */
  #ordered: readonly (readonly [Head, Noted])[] | undefined
  readonly #counted = new Set<Head>()
  /** Every chunk before this one is counted. */
  #countedTo = 0
  /** Chunks that are stale, with the kinds of their cells where these are known. */
  readonly #toCheck = new Map<Head, Kinds | undefined>()
  #touched: 'nothing' | 'rows' | 'head' = 'nothing'
  #whole: readonly Draft[] | undefined

  constructor(text: LiveText, options: OpenOptions, lintOptions: LintOptions) {
    this.text = text
    this.#options = options
    this.#lintOptions = lintOptions
    this.#state = this.#open()
  }

  get dataset(): Dataset {
    return this.#state.dataset
  }

  /** Writes bytes in place of a span of the text; what was found is stale until the steps are done. */
  edit(span: Span, written: Uint8Array): void {
    const { dataset, keys, census, counts } = this.#state
    const { cut, firstDataRow } = dataset.table
    const headEnd = Math.max(WINDOW, dataset.table.rowStart(firstDataRow + HEAD_ROWS))
    let isHead = span.start <= headEnd || dataset.sniffed.looked === 'middle'
    this.text.replace(span, written)
    this.#whole = undefined
    this.#ordered = undefined
    for (const { from, removed, added } of cut.edited(span, written.length)) {
      for (const head of removed) {
        isHead ||= head.start <= headEnd
        this.#toCheck.delete(head)
        this.#noted.delete(head)
        this.#found.delete(head)
        if (!this.#counted.delete(head)) continue
        const chunk = cut.reread(head)
        for (const key of keys) key.remove(head, chunk)
        for (const [i, kinds] of census.of(chunk).entries()) addKinds(counts[i]!, kinds, -1)
      }
      this.#countedTo = Math.min(this.#countedTo, from)
      this.#makeNeighboursStale(from, from + added.length)
    }
    if (isHead || this.#touched === 'nothing') this.#touched = isHead ? 'head' : 'rows'
  }

  /** Brings the findings up to date in steps of a chunk; after an edit on the way it must be begun again. */
  *steps(): Generator<void> {
    this.settle()
    if (!this.dataset.readable) return
    const { cut } = this.dataset.table
    while (this.#counted.size < cut.heads.length || cut.cutNext()) {
      const head = cut.heads[this.#countedTo++]!
      if (this.#counted.has(head)) continue
      this.#count(head)
      yield
    }
    this.#judge()
    for (const head of this.#toCheck.keys()) {
      this.#check(head)
      yield
    }
  }

  /** Every finding, in the order of `lint`. */
  *findings(): Generator<Diagnostic> {
    const whole = this.#wholeFound().map(draft => this.#told(draft))
    for (const [head, { drafts }] of this.#inOrder())
      for (const draft of drafts) {
        const found = this.#told(this.#placed(draft, head))
        if (draft.rule.scope === 'column') whole.push(found)
        else yield found
      }
    for (const found of whole.toSorted(byPlace)) yield { ...found, whole: true }
  }

  /** The findings that touch a stretch of the text, in no order. */
  between({ start, end }: Span): Diagnostic[] {
    const { table, readable } = this.dataset
    const { cut } = table
    const heads = readable ? cut.heads.slice(cut.indexAt(start), cut.indexAt(end) + 1) : []
    const drafts = heads.flatMap(head => (this.#noted.get(head)?.drafts ?? []).map(draft => this.#placed(draft, head)))
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
    const { entries, untold } = gather(run, this.#inOrder(), this.#wholeFound(), most)
    return {
      untold,
      entries: entries.map(({ spots, count }) => {
        const drafts = spots.map(({ draft, head }) => (head ? this.#placed(draft, head) : draft))
        return { first: this.#told(drafts[0]!), count, rows: drafts.flatMap(({ row }) => row ?? []) }
      }),
    }
  }

  /** How many findings pass a test, by rule and by rule and column; the test reads nothing but the finding. */
  counts(test: (finding: Finding) => boolean): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const [, known] of this.#inOrder())
      for (const [key, count] of countsOf(known, test)) counts.set(key, (counts.get(key) ?? 0) + count)
    for (const draft of this.#wholeFound()) addCount(counts, draft, test)
    return counts
  }

  get #isJudged(): boolean {
    return this.#state.verdicts.length > 0 || this.#state.checkup.countings.length === 0
  }

  #read(): Dataset {
    return openText(this.text, { chunkSize: CHUNK, ...this.#options }, { lines: this.text })
  }

  #open(): State {
    this.#noted.clear()
    this.#found.clear()
    this.#ordered = undefined
    this.#counted.clear()
    this.#countedTo = 0
    this.#toCheck.clear()
    this.#whole = undefined
    return stateOf(this.#read(), this.#lintOptions)
  }

  /** Makes `dataset` that of the text as it is now; when the dialect, a column or the schema is another, all begins again. */
  settle(): void {
    const touched = this.#touched
    this.#touched = 'nothing'
    if (touched === 'nothing') return
    const { dataset: before, checkup } = this.#state
    const now = touched === 'head' ? this.#read() : before
    if (touched === 'head' && !isAlike(before, now)) {
      this.#state = this.#open()
      return
    }
    if (touched === 'head') before.firstRows.follow(now.firstRows)
    const { sniffed, candidates } = now
    const faults = before.readable ? openingFaults(before.table, before.decoded, sniffed) : before.faults
    const dataset = { ...before, sniffed, candidates, faults }
    this.#state = { ...this.#state, dataset, ofTable: touched === 'head' ? undefined : this.#state.ofTable }
    if (touched === 'rows' && isSame(faults, before.faults)) return
    const opening = unsilenced(checkup.worded(faults))
    if (isSame(reachOf(opening), reachOf(checkup.opening)))
      this.#state = { ...this.#state, checkup: { ...checkup, opening } }
    else this.#state = this.#open()
  }

  #count(head: Head): void {
    const { keys, census, counts, dataset } = this.#state
    const chunk = dataset.table.cut.of(head)
    for (const key of keys) key.add(head, chunk)
    const kinds = census.of(chunk)
    for (const [i, found] of kinds.entries()) addKinds(counts[i]!, found, 1)
    this.#counted.add(head)
    this.#toCheck.set(head, this.#isJudged ? kinds : undefined)
  }

  /** Rows that look at those before or after them are stale when these were edited: the chunks from `from` to `to`. */
  #makeNeighboursStale(from: number, to: number): void {
    const { heads } = this.dataset.table.cut
    for (const step of [-1, 1]) {
      let rows = 0
      for (let i = step < 0 ? from - 1 : to; rows < FAR && heads[i]; i += step) {
        const head = heads[i]!
        rows += head.rowCount
        if (this.#noted.get(head)?.looksAround) this.#toCheck.set(head, undefined)
      }
    }
  }

  /** Asks the column rules again; where that concerns cells of chunks that are not stale, all of them are. */
  #judge(): void {
    const { checkup, counts, verdicts, dataset } = this.#state
    const { run, countings } = checkup
    for (const [i, counting] of countings.entries()) {
      const before = verdicts[i]
      const now = verdictOf(run, counting, counts[i])
      verdicts[i] = now
      if (before && before.size > 0 !== now.size > 0) this.#state.reader = undefined
      if (before === undefined) continue
      const changed = [...before.keys()]
        .filter(kind => !now.has(kind))
        .concat([...now.keys()].filter(kind => !before.has(kind)))
      if (changed.length > 0) this.#state.reader?.forget()
      if (changed.some(kind => (counts[i]!.get(kind) ?? 0) !== this.#staleCells(i, kind)))
        for (const head of dataset.table.cut.heads) this.#toCheck.set(head, this.#toCheck.get(head))
    }
  }

  /** Cells of a kind in chunks that are to be checked anyway. */
  #staleCells(counting: number, kind: string): number {
    let cells = 0
    for (const kinds of this.#toCheck.values()) cells += kinds?.[counting]?.get(kind) ?? 0
    return cells
  }

  /** Reads the rows of a chunk, with the chunks that a row of it begins or goes on in. */
  #check(stale: Head): void {
    const { dataset, checkup, verdicts } = this.#state
    const { run, rules, countings } = checkup
    const tests = () => columnPlans(run, rules, dataset.described.columns, verdictTests(countings, verdicts))
    const reader = (this.#state.reader ??= new RowReader(checkup, tests()))
    const { cut } = dataset.table
    this.#ordered = undefined
    let index = cut.indexAt(stale.start)
    while (cut.heads[index]!.firstColumn > 0) index--
    for (let head = cut.heads[index]; head; head = cut.heads[++index]) {
      run.unchecked.clear()
      const drafts = reader.read(cut.of(head)).flatMap(fold)
      const known = noted(drafts, { unchecked: new Map(run.unchecked), looksAround: reader.hasLookedAround }, head)
      this.#noted.set(head, known)
      if (drafts.length > 0 || known.unchecked.size > 0) this.#found.set(head, known)
      else this.#found.delete(head)
      this.#toCheck.delete(head)
      if (head.rowEnded) break
    }
  }

  #inOrder(): readonly (readonly [Head, Noted])[] {
    if (!this.dataset.readable) return []
    this.#ordered ??= [...this.#found].toSorted(([a], [b]) => a.start - b.start)
    return this.#ordered
  }

  /** What needs the whole file, but for the cells of columns: these are noted with their chunks. */
  #wholeFound(): readonly Draft[] {
    if (this.#whole) return this.#whole
    const { checkup, keys, dataset } = this.#state
    if (!dataset.readable) return (this.#whole = fold(checkup.opening))
    const known = this.#state.ofTable
    const kept = known?.filter(({ rule }) => rule.scope === 'table' && rule.reads === undefined) ?? []
    const isStale = (rule: TableRule) =>
      !known || rule.reads === 'all-rows' || (rule.reads !== undefined && known.some(draft => draft.rule === rule))
    const ofTable = [...kept, ...tableDrafts(checkup, isStale)]
    this.#state.ofTable = ofTable
    const guards: Draft[] = []
    if (keys.length > 0)
      for (const [head, { drafts }] of this.#inOrder())
        for (const draft of drafts) if (silencesKeys(draft)) guards.push(this.#placed(draft, head))
    const { unchecked } = checkup.run
    unchecked.clear()
    for (const known of this.#found.values())
      for (const [column, values] of known.unchecked) unchecked.set(column, (unchecked.get(column) ?? 0) + values)
    const repeated = keys.flatMap(key => key.drafts())
    this.#whole = wholeDrafts(checkup, repeated, guards, ofTable)
    return this.#whole
  }

  /** A finding that was noted, where its chunk is now. */
  #placed(draft: Draft, head: Head): Draft {
    const { row, span, rule, value } = draft
    const placed = {
      ...draft,
      ...(row === undefined ? {} : { row: row + head.firstRow }),
      ...(span && { span: { start: span.start + head.start, end: span.end + head.start } }),
    }
    if (rule.scope !== 'column' || value === undefined) return placed
    // The counts that it tells may be others by now.
    const { countings } = this.#state.checkup
    const counting = countings.findIndex(one => one.rule === rule && one.column.index === draft.column)
    const kind = countings[counting]?.census.kindOf(value)
    const facts = kind === undefined ? undefined : this.#state.verdicts[counting]?.get(kind)?.(value)
    return { ...placed, facts: facts ?? draft.facts }
  }

  #told(draft: Draft): Diagnostic {
    return diagnosticOf(this.#state.checkup.run, draft)
  }
}

function addKinds(counts: Map<string, number>, kinds: ReadonlyMap<string, number>, sign: 1 | -1): void {
  for (const [kind, count] of kinds) {
    const sum = (counts.get(kind) ?? 0) + sign * count
    if (sum === 0) counts.delete(kind)
    else counts.set(kind, sum)
  }
}
