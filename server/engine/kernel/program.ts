import type { Comparison, Form, NumberForm } from '../model/accept'
import { type Joint, joined, type Test, type Within } from './joined'
import { plainly } from './plainly'
import { shapeOf } from './shape'
import { type Program, Writer } from './writer'

/** What the rules ask of the rows of a table, as data. */
export interface Asked {
  /** The kinds of rows that they want to see: bits of `rowKinds`. */
  readonly wanted: number
  /** Cells that a row should have. */
  readonly width: number
  /** Columns that nearly all rows fill. */
  readonly filledCount: number
  /** The byte that, doubled in a quoted cell, is one; −1 when cells are escaped otherwise. */
  readonly quote: number
  /** The first label that has a text. */
  readonly label: { readonly column: number; readonly bytes: Uint8Array } | undefined
  readonly columns: readonly AskedColumn[]
  /** Whether the contents of the cells that are not fine are counted, column by column. */
  readonly areCounted?: true
}

/** What they ask of the cells of a column. */
export interface AskedColumn {
  readonly usual: number
  readonly isUsuallyFilled: boolean
  /** Signature bits that any of the tests is about; −1 for any cell. */
  readonly concerns: number
  /** What becomes of an empty cell: it passes, it must be looked at, or it is tested as any other. */
  readonly whenEmpty: 'pass' | 'look' | 'test'
  /** Spellings of “no value” besides the empty one. */
  readonly missing: readonly string[]
  /** Whether these must be looked at. */
  readonly looksAtMissing: boolean
  readonly tests: readonly { readonly concerns: number; readonly form: Form | undefined }[]
}

const HEAD = 48
const COLUMN = 64
const COLUMN_MEMO = 32
const COLUMN_PLAINLY = 44
const TEST = 32
/** Columns whose contents are counted. */
const MOST_COUNTED = 12

/** Where a program lies, in how many bytes, and how many of them the kernel needs of a column. */
export interface Room {
  readonly address: number
  readonly bytes: number
  /** To remember fine cells. */
  readonly memo: number
  /** To count the contents. */
  readonly contents: number
}

/** Writes a program for a room; undefined when there is not enough of it. */
export function programOf(asked: Asked, { address, bytes, memo, contents }: Room): Program | undefined {
  const fixed = HEAD + COLUMN * asked.columns.length
  if (fixed > bytes / 2) return undefined
  const writer = new Writer(address, bytes)
  writer.reserve(fixed)
  writer.words(0, [asked.wanted, asked.width, asked.columns.length, asked.filledCount])
  const label = asked.label && writer.lengthAndBytes(asked.label.bytes)
  writer.words(16, [label ?? 0, asked.label?.column ?? 0, asked.quote, address])
  for (const [i, column] of asked.columns.entries()) {
    const tests = joined(column.tests)
    const testsAt = testsOf(writer, tests)
    const spelt = column.missing.map(text => new TextEncoder().encode(text))
    const missing = spelt.length > 0 ? writer.table(spelt) : 0
    if (testsAt === undefined || missing === undefined) return undefined
    writer.words(HEAD + COLUMN * i, [
      column.usual,
      Number(column.isUsuallyFilled),
      column.concerns,
      ['pass', 'look', 'test'].indexOf(column.whenEmpty),
      testsAt,
      tests.length,
      missing,
      Number(column.looksAtMissing),
    ])
    writer.words(HEAD + COLUMN * i + COLUMN_PLAINLY, plainWords(writer, column))
  }
  if (asked.areCounted) writer.words(32, [contentsOf(writer, asked.columns, contents) ?? 0])
  // Last, because of a table of very many columns only the first have room for one.
  for (const [i, { tests }] of asked.columns.entries())
    if (tests.length > 0) writer.words(HEAD + COLUMN * i + COLUMN_MEMO, [writer.reserve(memo) ?? 0])
  return writer.program
}

/** The address of a list that tells for each column where its contents are counted, 0 where they are not. */
function contentsOf(writer: Writer, columns: Asked['columns'], contents: number): number | undefined {
  const counted = columns.filter(({ concerns, whenEmpty }) => concerns !== 0 || whenEmpty !== 'pass')
  const few = new Set(counted.slice(0, MOST_COUNTED))
  return writer.table32(columns.map(column => (few.has(column) ? (writer.reserve(contents) ?? 0) : 0)))
}

/** The address of a number of tests; undefined where there is no room. */
function testsOf(writer: Writer, tests: readonly Test[]): number | undefined {
  const address = writer.reserve(TEST * tests.length)
  if (address === undefined) return undefined
  for (const [i, { concerns, form }] of tests.entries()) {
    const at = writer.placeOf(address) + TEST * i
    writer.words(at, [concerns])
    if (form) writeForm(writer, at, form)
  }
  return address
}

/**
 * How the kernel may tell that a cell is fine without its signature: 0, it may not; 1, by tests; else where lies what the
 * cells of the column usually hold, beside tests; then these, and how many they are.
 */
function plainWords(writer: Writer, column: AskedColumn): readonly number[] {
  const plain = plainly(column)
  const tests = plain && testsOf(writer, plain.tests)
  if (tests === undefined) return [0, 0, 0]
  return [plain!.bits === undefined ? 1 : (writer.usual(plain!.bits) ?? 0), tests, plain!.tests.length]
}

/** Where a program must lie. */
export function addressOf(program: Uint8Array): number {
  return new DataView(program.buffer, program.byteOffset).getUint32(28, true)
}

// As in `wasm/accept.ts`; a test without a form is 0, which accepts nothing.
const kinds = {
  any: 1,
  number: 2,
  'compared-number': 3,
  'compared-day': 4,
  moment: 5,
  'one-of': 6,
  characters: 7,
  siret: 8,
  siren: 9,
  automaton: 10,
  ends: 11,
  without: 12,
  'no-length-of': 13,
  'plain-day': 14,
  'plain-number': 15,
  'no-large-number': 16,
  either: 17,
  'few-digits': 18,
  'other-bytes': 19,
  'capitals-apart': 20,
  shape: 21,
  'many-digits': 22,
  'iso-day': 23,
} as const

/** Most characters that the kernel counts. */
const MOST = 1 << 28

/** Writes the kind of a test and what belongs to it; where there is no room, it accepts nothing. */
function writeForm(writer: Writer, at: number, form: Form | Joint): void {
  const write = (kind: keyof typeof kinds, first: number | undefined = 0, second: number | undefined = 0) =>
    writer.words(at + 4, [kinds[kind], first, second])
  switch (form.is) {
    case 'any':
    case 'siret':
    case 'siren':
    case 'capitals-apart':
      return write(form.is)
    case 'number':
      return write('number', form.mark)
    case 'characters':
      return write('characters', Math.min(form.least, MOST), Math.min(form.most, MOST))
    case 'moment': {
      const [one, other] = form.layouts.map(layout => writer.layout(layout))
      return one && form.layouts.length < 3 ? write('moment', one, other) : undefined
    }
    case 'compared':
      return writeWithin(writer, at, { is: 'within', number: form.number, limits: [form] })
    case 'within':
      return writeWithin(writer, at, form)
    case 'no-length-of': {
      const table = writer.table32([Math.min(...form.lengths), form.lengths.length, ...form.lengths])
      return table ? write('no-length-of', table) : undefined
    }
    case 'either': {
      const tests = form.forms.map(one => {
        const address = writer.reserve(TEST)
        if (address !== undefined) writeForm(writer, writer.placeOf(address), one)
        return address
      })
      return tests.includes(undefined) ? undefined : write('either', tests[0], tests[1])
    }
    case 'many-digits': {
      const tests = writer.reserve(TEST * form.forms.length)
      if (tests === undefined) return
      for (const [i, one] of form.forms.entries()) {
        const at = writer.placeOf(tests) + TEST * i
        writer.words(at, [one.from])
        if (one.form) writeForm(writer, at, one.form)
      }
      return write('many-digits', tests, form.forms.length)
    }
    case 'few-digits':
      return write('few-digits', form.below)
    case 'other-bytes': {
      const table = writer.asciiSet(form.than)
      return table ? write('other-bytes', table) : undefined
    }
    case 'no-large-number':
      return write('no-large-number', form.kept)
    case 'plain-number':
      return write('plain-number', Number(form.placeholders === 'left-out'))
    case 'ends': {
      const table = writer.sharedEnds([form.ends])
      return table ? write('ends', table) : undefined
    }
    case 'all-ends': {
      const table = writer.sharedEnds(form.ends)
      return table ? write('ends', table) : undefined
    }
    case 'without': {
      const table = writer.sharedSequences(form.sequences)
      return table ? write('without', table) : undefined
    }
    case 'plain-day': {
      const { after, before, newYear, moments = { after: 0, before: 0 } } = form.bounds
      const words = [after, Math.min(before, MOST), Number(newYear === 'odd'), moments.after, moments.before]
      const table = writer.table32(words)
      return table ? write('plain-day', table) : undefined
    }
    case 'iso-day': {
      const { after, before, newYear } = form.bounds
      const table = writer.table32([after, Math.min(before, MOST), Number(newYear === 'odd')])
      return table ? write('iso-day', table) : undefined
    }
    case 'one-of': {
      const table = writer.table(form.spellings)
      return table ? write('one-of', table) : undefined
    }
    case 'automaton': {
      const shape = shapeOf(form.table)
      if (shape) {
        const address = writer.shape(shape)
        return address ? write('shape', address) : undefined
      }
      const { next, ends } = form.table
      const states = new Uint8Array(256)
      states.set(ends)
      const table = writer.lengthAndBytes(Uint8Array.of(...states, ...next))
      return table ? write('automaton', table) : undefined
    }
  }
}

/** Writes the least number and the most, and which of them are left out. */
function writeWithin(writer: Writer, at: number, { number, limits }: Within): void {
  const kind = number.is === 'number' ? kinds['compared-number'] : kinds['compared-day']
  const read = argumentOf(writer, number)
  if (read === undefined) return
  const least = Math.max(
    Number.NEGATIVE_INFINITY,
    ...limits.flatMap(({ how, limit }) => (how[0] === '>' ? [limit] : [])),
  )
  const most = Math.min(
    Number.POSITIVE_INFINITY,
    ...limits.flatMap(({ how, limit }) => (how[0] === '<' ? [limit] : [])),
  )
  const leavesOut = (how: Comparison, limit: number) =>
    Number(limits.some(other => other.how === how && other.limit === limit))
  const bits = leavesOut('>', least) | (leavesOut('<', most) << 1)
  const digits = least > 0 || (least === 0 && bits & 1) ? 0 : wholeDigits(most)
  writer.words(at + 4, [kind, read, bits | (digits << 2)])
  writer.double(at + 16, least)
  writer.double(at + 24, most)
}

/** Digits that write no whole number beyond a limit, whatever they are; at most as many as a double surely holds. */
function wholeDigits(limit: number): number {
  let digits = 0
  while (digits < 15 && 10 ** (digits + 1) <= limit) digits++
  return digits
}

function argumentOf(writer: Writer, number: NumberForm): number | undefined {
  return number.is === 'number' ? number.mark : writer.layout(number.layout)
}
