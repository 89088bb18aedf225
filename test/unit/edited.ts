import assert from 'node:assert/strict'
import type { LintOptions } from '../../server/engine/checkup'
import { type OpenOptions, openText } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { LiveCheck } from '../../server/engine/live-check'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { LiveText } from '../../server/engine/model/live-text'
import { flatSource } from '../../server/engine/model/source'
import { messageOf, relatedOf } from '../../server/engine/say'

const encoder = new TextEncoder()

/** Some characters of a text, from a place that is counted round it, and what comes instead. */
export interface TextChange {
  readonly at: number
  readonly length: number
  readonly written: string
}

/**
 * Edits a text character by character, the check being interrupted after so many steps before each edit; `compare` is
 * called where that number is even, and at the end.
 */
export function editText(
  start: string,
  changes: readonly TextChange[],
  stops: readonly number[],
  options: OpenOptions,
  compare: (live: LiveCheck, flat: string) => void,
): void {
  let flat = start
  const live = new LiveCheck(new LiveText(encoder.encode(start)), options, { preset: 'complet' })
  changes.forEach(({ at, length, written }, i) => {
    let steps = stops[i]!
    for (const _ of live.steps()) if (steps-- === 0) break
    const characters = Array.from(flat)
    const from = at % (characters.length + 1)
    const before = encoder.encode(characters.slice(0, from).join('')).length
    const removed = encoder.encode(characters.slice(from, from + length).join('')).length
    live.edit({ start: before, end: before + removed }, encoder.encode(written))
    flat = [...characters.slice(0, from), written, ...characters.slice(from + length)].join('')
    if (stops[i]! % 2 === 0) compare(live, flat)
  })
  compare(live, flat)
}

/** A table, its header included, whose rows are edited and checked again. */
export class EditedTable {
  readonly #options: OpenOptions
  readonly #asked: LintOptions
  readonly #live: LiveCheck
  #rows: readonly string[]

  constructor(rows: readonly string[], options: OpenOptions, asked: LintOptions = { preset: 'complet' }) {
    this.#rows = rows
    this.#options = options
    this.#asked = asked
    this.#live = new LiveCheck(new LiveText(textOf(rows)), options, asked)
    for (const _ of this.#live.steps());
  }

  /** Puts rows in the place of others, from the one of this number on, and gives what is found then: what a fresh reading finds. */
  edit(row: number, removed: number, written: readonly string[]): readonly string[] {
    const from = Math.min(row, this.#rows.length)
    const start = textOf(this.#rows.slice(0, from)).length
    const { length } = textOf(this.#rows.slice(from, from + removed))
    this.#live.edit({ start, end: start + length }, textOf(written))
    this.#rows = this.#rows.toSpliced(from, removed, ...written)
    for (const _ of this.#live.steps());
    const fresh = told(lint(openText(flatSource(textOf(this.#rows)), this.#options), this.#asked))
    assert.deepEqual(told(this.#live.findings()), fresh)
    return fresh
  }
}

export function told(found: Iterable<Diagnostic>): string[] {
  return [...found].map(diagnostic => {
    const { rule, severity, pointer, row, column, span } = diagnostic
    const place = `${pointer ?? `${row}:${column}`} ${span.start}-${span.end}`
    const related = relatedOf(diagnostic, 'en').map(other => ` ${JSON.stringify(other.place)}`)
    return `${rule} ${severity} ${place} ${messageOf(diagnostic, 'en')}${related.join('')}`
  })
}

function textOf(rows: readonly string[]): Uint8Array {
  return encoder.encode(rows.map(one => `${one}\n`).join(''))
}
