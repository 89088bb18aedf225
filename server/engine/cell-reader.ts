import { type CellMemo, Memos } from './cell-memo'
import type { Dataset } from './dataset'
import { countUnchecked, type Draft, type Run } from './draft'
import { readTree } from './json/read'
import { type Chunk, contentEnd, contentStart, signatureAt } from './model/chunk'
import type { Place } from './model/diagnostic'
import { isNested, signature } from './model/signature'
import type { Span } from './model/span'
import { nearestNode, pointerOf } from './model/tree'
import { type ColumnPlan, isLeftOut } from './plan'
import { type Rule, unchecked } from './rules/rule'

/** The row in which a cell is read, and where what is found goes. */
interface Reading {
  readonly row: number
  readonly drafts: Draft[]
}

/** What the tests found in a content of a column. */
interface Found {
  readonly rule: Rule
  readonly facts: unknown
  readonly value: string
}

const nothing: readonly Found[] = []

/** Asks the tests of a column about its cells; what they found in a content they are not asked again. */
export class CellReader {
  readonly #run: Run
  readonly #plans: readonly ColumnPlan[]
  /** By column: what was found in a content, mostly nothing. */
  #memos: readonly CellMemo<readonly Found[]>[] = []

  constructor(run: Run, plans: readonly ColumnPlan[]) {
    this.#run = run
    this.#plans = plans
    this.forget()
  }

  /** The tests judge by other verdicts than before: what was remembered is forgotten. */
  forget(): void {
    const memos = new Memos()
    this.#memos = this.#plans.map(() => memos.of())
  }

  /** A cell that is most likely fine. */
  read(chunk: Chunk, cell: number, reading: Reading, column: number): void {
    this.#read(chunk, cell, reading, column, 'unasked')
  }

  /** A cell that the kernel told, which most likely is not. */
  readTold(chunk: Chunk, cell: number, reading: Reading, column: number): void {
    if (!this.#isKnown(chunk, cell, reading, column)) this.#read(chunk, cell, reading, column, 'asked')
  }

  /** Takes over what was found in the same content of a column before; false where nobody knows. */
  #isKnown(chunk: Chunk, cell: number, reading: Reading, column: number): boolean {
    const mask = signatureAt(chunk, cell)
    if (!isRemembered(this.#plans[column]!, mask)) return false
    const known = this.#memos[column]!.of(chunk.bytes, contentStart(chunk, cell, mask), contentEnd(chunk, cell, mask))
    if (!known) return false
    const { row } = reading
    const span = { start: chunk.start + chunk.cellStart[cell]!, end: chunk.start + chunk.cellEnd[cell]! }
    // Spread, they would take three times as long.
    for (const { rule, facts, value } of known) reading.drafts.push({ rule, row, column, facts, span, value })
    return true
  }

  #read(chunk: Chunk, cell: number, reading: Reading, column: number, memo: 'asked' | 'unasked'): void {
    const plan = this.#plans[column]!
    const mask = signatureAt(chunk, cell)
    const from = contentStart(chunk, cell, mask)
    const to = contentEnd(chunk, cell, mask)
    let text: string | undefined
    let isMissing = isLeftOut(plan, mask)
    if (!isMissing && plan.missingValues.size > 0) {
      text = this.#run.dataset.table.textAt(chunk, cell)
      isMissing = plan.missingValues.has(text)
    }
    const tests = isMissing ? plan.missing : plan.tests
    const isPlain = (mask & signature.escaped) === 0
    const isList = isNested(mask)
    let isAsked = memo === 'asked'
    let isWhole = true
    let found: readonly Found[] = nothing
    const { firstRows } = this.#run.dataset
    const { asks } = firstRows
    for (let i = 0; i < tests.length; i++) {
      const { rule, concerns, accept, test, readsNested } = tests[i]!
      if (isList && !readsNested) continue
      if (concerns !== -1 && (mask & concerns) === 0) continue
      if (accept && isPlain && accept(chunk.bytes, from, to)) continue
      // Where the same few contents come back, they are judged once.
      if (!isAsked && this.#isKnown(chunk, cell, reading, column)) return
      isAsked = true
      text ??= this.#run.dataset.table.textAt(chunk, cell)
      const value = text
      const facts = this.#run.safely(rule, () => test(value))
      if (facts === undefined) continue
      if (facts === unchecked) countUnchecked(this.#run, column)
      isWhole &&= facts !== unchecked && !isList
      if (facts !== unchecked) {
        const span = { start: chunk.start + chunk.cellStart[cell]!, end: chunk.start + chunk.cellEnd[cell]! }
        const part = isList && rule.scope === 'cell' ? rule.at?.(facts) : undefined
        const draft = { rule, row: reading.row, column, facts, span, value }
        reading.drafts.push(
          part === undefined ? draft : { ...draft, ...partOf(this.#run.dataset, draft, value, part, span) },
        )
        found = [...found, { rule, facts, value }]
      }
    }
    // What a fact decided is asked again under edit: the fact may change.
    const isLasting = firstRows.asked === undefined || asks === firstRows.asks
    if (isWhole && isRemembered(plan, mask) && isAsked && isLasting)
      this.#memos[column]!.keep(chunk.bytes, from, to, found)
  }
}

/**
 * Whether what is found in a cell goes for all of the same bytes: what is a text and what is none may be written with the
 * same ones, and what is left out with those of an empty text.
 */
function isRemembered({ absentIsMissing }: ColumnPlan, mask: number): boolean {
  return (mask & (signature.escaped | signature.native)) === 0 && (mask > 0xffff || !absentIsMissing)
}

/** Where a part of a list or an object is, or the nearest around it that is there. */
export function partOf(
  { table }: Dataset,
  { row, column }: Place,
  value: string,
  at: string,
  { start }: Span,
): Pick<Draft, 'span' | 'pointer'> {
  const node = nearestNode(readTree(new TextEncoder().encode(value)), at)
  const around = table.pointerAt(row, column) ?? ''
  // Of a record its bracket is enough.
  const end = column === undefined && node.children.length > 0 ? node.span.start + 1 : node.span.end
  return { span: { start: start + node.span.start, end: start + end }, pointer: around + pointerOf(node) }
}
