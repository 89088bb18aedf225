import type { Diagnostic } from '../engine/model/diagnostic'
import type { ByteText } from './byte-text'
import type { Entry, Range } from './entry'

/** The findings of a form differ by no more than their row and their range. */
export class EntryForm {
  readonly #first: Diagnostic
  /** What stands before the row, between it and the range, and behind that, or between it and that of a repair and behind. */
  readonly #parts: readonly Uint8Array[]

  private constructor(first: Diagnostic, parts: readonly Uint8Array[]) {
    this.#first = first
    this.#parts = parts
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
    const whole = `${head}${row}${middle}${tail.map(part => JSON.stringify(range) + part).join('')}`
    if (whole !== text) return undefined
    const last = parts.length - 1
    const framed = parts.map((part, i) => `${i > 1 ? RANGE_END : ''}${part}${i > 0 && i < last ? RANGE_START : ''}`)
    return new EntryForm(
      first,
      framed.map(part => encoder.encode(part)),
    )
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
    const parts = this.#parts
    into.addBytes(parts[0]!)
    into.addNumber(row + 1)
    into.addBytes(parts[1]!)
    for (let i = 2; i < parts.length; i++) {
      writeNumbers(into, range)
      into.addBytes(parts[i]!)
    }
  }
}

/** A part of an object in JSON, without its brackets. */
function members(part: object): string {
  return JSON.stringify(part).slice(1, -1)
}

const encoder = new TextEncoder()
const RANGE_START = '{"start":{"line":'
const RANGE_END = '}}'
const character = encoder.encode(',"character":')
const endLine = encoder.encode('},"end":{"line":')

/** A range without what stands before its first number and behind its last one. */
function writeNumbers(into: ByteText, { start, end }: Range): void {
  into.addNumber(start.line)
  into.addBytes(character)
  into.addNumber(start.character)
  into.addBytes(endLine)
  into.addNumber(end.line)
  into.addBytes(character)
  into.addNumber(end.character)
}
