import type { Form, Layout, NumberForm } from '../model/accept'

/** What the rules ask of the rows of a table, as data. */
export interface Asked {
  /** The kinds of rows that they want to see: bits of `rowKinds`. */
  readonly wanted: number
  /** Cells that a row should have. */
  readonly width: number
  /** Columns that nearly all rows fill. */
  readonly filledCount: number
  /** The first label that has a text. */
  readonly label: { readonly column: number; readonly bytes: Uint8Array } | undefined
  readonly columns: readonly AskedColumn[]
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

/** What is asked, in the bytes that the kernel reads: see `wasm/rows.ts` and `wasm/accept.ts`. */
export interface Program {
  readonly bytes: Uint8Array
  /** Tables of spellings, each with the addresses of those that the kernel is to put into it. */
  readonly tables: readonly { readonly table: number; readonly spellings: readonly number[] }[]
}

const HEAD = 32
const COLUMN = 32
const TEST = 32

/** Writes a program that will lie at an address; undefined when there is no room for it. */
export function programOf(asked: Asked, address: number, room: number): Program | undefined {
  const fixed = HEAD + COLUMN * asked.columns.length
  if (fixed > room / 2) return undefined
  const writer = new Writer(address, room)
  writer.reserve(fixed)
  writer.words(0, [asked.wanted, asked.width, asked.columns.length, asked.filledCount])
  const label = asked.label && writer.lengthAndBytes(asked.label.bytes)
  writer.words(16, [label ?? 0, asked.label?.column ?? 0])
  for (const [i, column] of asked.columns.entries()) {
    const tests = writer.reserve(TEST * column.tests.length)
    const spelt = column.missing.map(text => new TextEncoder().encode(text))
    const missing = spelt.length > 0 ? writer.table(spelt) : 0
    if (tests === undefined || missing === undefined) return undefined
    writer.words(HEAD + COLUMN * i, [
      column.usual,
      Number(column.isUsuallyFilled),
      column.concerns,
      ['pass', 'look', 'test'].indexOf(column.whenEmpty),
      tests,
      column.tests.length,
      missing,
      Number(column.looksAtMissing),
    ])
    for (const [j, { concerns, form }] of column.tests.entries()) {
      const at = tests - address + TEST * j
      writer.words(at, [concerns])
      if (form) writeForm(writer, at, form)
    }
  }
  return writer.program
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
} as const

const comparisons = ['>=', '>', '<=', '<']

/** Most characters that the kernel counts. */
const MOST = 1 << 28

/** Writes the kind of a test and what belongs to it; where there is no room, it accepts nothing. */
function writeForm(writer: Writer, at: number, form: Form): void {
  const write = (kind: keyof typeof kinds, first: number | undefined = 0, second: number | undefined = 0) =>
    writer.words(at + 4, [kinds[kind], first, second])
  switch (form.is) {
    case 'any':
    case 'siret':
    case 'siren':
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
      return writeCompared(writer, at, form)
    case 'one-of': {
      const table = writer.table(form.spellings)
      return table ? write('one-of', table) : undefined
    }
    case 'automaton': {
      const { next, ends } = form.table
      const states = new Uint8Array(256)
      states.set(ends)
      const table = writer.lengthAndBytes(Uint8Array.of(...states, ...next))
      return table ? write('automaton', table) : undefined
    }
  }
}

function writeCompared(writer: Writer, at: number, { number, how, limit }: Form & { is: 'compared' }): void {
  const kind = number.is === 'number' ? kinds['compared-number'] : kinds['compared-day']
  const read = argumentOf(writer, number)
  if (read === undefined) return
  writer.words(at + 4, [kind, read, comparisons.indexOf(how)])
  writer.double(at + 16, limit)
}

function argumentOf(writer: Writer, number: NumberForm): number | undefined {
  return number.is === 'number' ? number.mark : writer.layout(number.layout)
}

/** Bytes of a layout that the kernel compares. */
const LAYOUT = 32

/** Writes what lies at an address of the kernel's memory. */
class Writer {
  readonly #address: number
  readonly #room: number
  readonly #tables: { readonly table: number; readonly spellings: readonly number[] }[] = []
  #bytes = new Uint8Array(1 << 12)
  #end = 0

  constructor(address: number, room: number) {
    this.#address = address
    this.#room = room
  }

  get program(): Program {
    return { bytes: this.#bytes.subarray(0, this.#end), tables: this.#tables }
  }

  /** The address of so many bytes that nothing else uses, from a multiple of 16 on; undefined when there is no room. */
  reserve(length: number): number | undefined {
    const start = Math.ceil(this.#end / 16) * 16
    // A whole vector may be read where something ends.
    const end = start + length + 16
    if (end > this.#room) return undefined
    if (end > this.#bytes.length) {
      const longer = new Uint8Array(2 * end)
      longer.set(this.#bytes)
      this.#bytes = longer
    }
    this.#end = end
    return this.#address + start
  }

  /** At so many bytes from the program's first. */
  words(at: number, words: readonly number[]): void {
    new DataView(this.#bytes.buffer).setUint32(at, words[0]! >>> 0, true)
    if (words.length > 1) this.words(at + 4, words.slice(1))
  }

  double(at: number, value: number): void {
    new DataView(this.#bytes.buffer).setFloat64(at, value, true)
  }

  lengthAndBytes(bytes: Uint8Array): number | undefined {
    const address = this.reserve(4 + bytes.length)
    if (address === undefined) return undefined
    this.words(address - this.#address, [bytes.length])
    this.#bytes.set(bytes, address - this.#address + 4)
    return address
  }

  /** A table of spellings with half of its slots free. */
  table(spellings: readonly Uint8Array[]): number | undefined {
    const slots = 2 ** Math.ceil(Math.log2(2 * spellings.length + 1))
    const table = this.reserve(4 + 4 * slots)
    const addresses = spellings.map(bytes => this.lengthAndBytes(bytes))
    if (table === undefined || addresses.includes(undefined)) return undefined
    this.words(table - this.#address, [slots - 1])
    this.#tables.push({ table, spellings: addresses as number[] })
    return table
  }

  layout({ width, at, literals }: Layout): number | undefined {
    if (width > LAYOUT) return undefined
    const address = this.reserve(8 + 2 * LAYOUT)
    if (address === undefined) return undefined
    const places = (['Y', 'y', 'm', 'd', 'H', 'M', 'S'] as const).map(directive => at[directive] ?? 255)
    const least = new Uint8Array(LAYOUT)
    const more = new Uint8Array(LAYOUT).fill(255)
    least.fill(48, 0, width)
    more.fill(9, 0, width)
    for (const { at: place, byte } of literals) {
      least[place] = byte
      more[place] = 0
    }
    this.#bytes.set([width, ...places, ...least, ...more], address - this.#address)
    return address
  }
}
