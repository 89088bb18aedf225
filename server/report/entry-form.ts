import type { Diagnostic } from '../engine/model/diagnostic'
import { type ByteText, digitsOf } from './byte-text'
import type { Entry, Range } from './entry'

/** The findings of a form differ by no more than their row and their range. */
export class EntryForm {
  readonly #first: Diagnostic
  /** What stands before the first of its numbers, between them and behind. */
  readonly #parts: readonly string[]
  /** The row, then the lines and characters of the range: once, and again for a repair. */
  readonly #numbers: number[]
  #cast: Cast | undefined

  private constructor(first: Diagnostic, parts: readonly string[]) {
    this.#first = first
    this.#parts = parts
    this.#numbers = Array.from({ length: parts.length - 1 }, () => 0)
  }

  /** The form of a finding of one cell and its entry, which is `text` in JSON; undefined when it has none. */
  static of(first: Diagnostic, entry: Entry, text: string): EntryForm | undefined {
    const { rule, severity, message, row, range, fix, ...others } = entry
    const { column, field, value, ...after } = others
    if (row === undefined || column === undefined || 'pointer' in entry || entry.accepted) return undefined
    const [edit, ...more] = fix && 'edits' in fix ? fix.edits : []
    if ((fix && !edit) || more.length > 0 || (edit && edit.range !== range)) return undefined
    const end = members(after)
    const parts = [
      `{${members({ rule, severity, message })},"row":`,
      `,${members({ column, field, value })},"range":`,
      end === '' ? '' : `,${end}`,
    ]
    if (fix && edit) {
      parts[2] += `,"fix":{"safe":${fix.safe},"edits":[{"range":`
      parts.push(`,"newText":${JSON.stringify(edit.newText)}}]}}`)
    } else parts[2] += '}'
    const [head, middle, ...tail] = parts
    const form = new EntryForm(first, [head!, ...tail.reduce(rangeBetween, [middle!])])
    // What is written otherwise than it was thought has no form.
    return form.#castFor(row, range).text === text ? form : undefined
  }

  /** Whether a finding with the same facts is of this form. */
  fits({ rule, severity, frictionless, column, row, pointer, value, isWithheld, accepted, span }: Diagnostic): boolean {
    const first = this.#first
    return (
      rule === first.rule &&
      severity === first.severity &&
      frictionless === first.frictionless &&
      column === first.column &&
      row !== undefined &&
      pointer === undefined &&
      value === first.value &&
      isWithheld === first.isWithheld &&
      accepted === undefined &&
      // Quotes around the value decide how a repair is written.
      span.end - span.start === first.span.end - first.span.start
    )
  }

  write(into: ByteText, row: number, range: Range): void {
    const { bytes, ends } = this.#castFor(row + 1, range)
    into.addFilled(bytes, ends, this.#numbers)
  }

  /** The entry in which numbers of as many digits stand: nearly always that of the finding before. */
  #castFor(row: number, { start, end }: Range): Cast {
    const numbers = this.#numbers
    numbers[0] = row
    for (let i = 1; i < numbers.length; i += 4) {
      numbers[i] = start.line
      numbers[i + 1] = start.character
      numbers[i + 2] = end.line
      numbers[i + 3] = end.character
    }
    if (!this.#cast || !hasDigits(this.#cast, numbers)) this.#cast = castOf(this.#parts, numbers)
    return this.#cast
  }
}

/** An entry as it is written, and where its numbers end in it. */
interface Cast {
  readonly text: string
  readonly bytes: Uint8Array
  readonly ends: readonly number[]
  readonly digits: readonly number[]
}

function castOf(parts: readonly string[], numbers: readonly number[]): Cast {
  let text = parts[0]!
  const ends: number[] = []
  for (const [i, number] of numbers.entries()) {
    text += number
    ends.push(Buffer.byteLength(text))
    text += parts[i + 1]!
  }
  return { text, bytes: encoder.encode(text), ends, digits: numbers.map(digitsOf) }
}

function hasDigits({ digits }: Cast, numbers: readonly number[]): boolean {
  // Those of a repair are those of the finding.
  for (let i = 0; i < RANGED; i++) if (digitsOf(numbers[i]!) !== digits[i]) return false
  return true
}

/** Numbers of a row and its range. */
const RANGED = 5

/** Puts what stands round the numbers of a range between what stands before it and behind. */
function rangeBetween(before: readonly string[], behind: string): readonly string[] {
  const own = ['{"start":{"line":', ',"character":', '},"end":{"line":', ',"character":', '}}']
  const last = before.length - 1
  return [...before.slice(0, last), before[last]! + own[0], ...own.slice(1, -1), own.at(-1)! + behind]
}

/** A part of an object in JSON, without its brackets. */
function members(part: object): string {
  return JSON.stringify(part).slice(1, -1)
}

const encoder = new TextEncoder()
