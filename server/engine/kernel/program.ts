import type { Ends, Form, Layout, NumberForm } from '../model/accept'

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
  writer.words(16, [label ?? 0, asked.label?.column ?? 0, asked.quote])
  for (const [i, column] of asked.columns.entries()) {
    const asked = joined(column.tests)
    const tests = writer.reserve(TEST * asked.length)
    const spelt = column.missing.map(text => new TextEncoder().encode(text))
    const missing = spelt.length > 0 ? writer.table(spelt) : 0
    if (tests === undefined || missing === undefined) return undefined
    writer.words(HEAD + COLUMN * i, [
      column.usual,
      Number(column.isUsuallyFilled),
      column.concerns,
      ['pass', 'look', 'test'].indexOf(column.whenEmpty),
      tests,
      asked.length,
      missing,
      Number(column.looksAtMissing),
    ])
    for (const [j, { concerns, form }] of asked.entries()) {
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
  ends: 11,
  without: 12,
  'no-length-of': 13,
  'plain-day': 14,
  'plain-number': 15,
  'no-large-number': 16,
  either: 17,
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
    case 'no-large-number':
      return write('no-large-number', form.kept)
    case 'plain-number':
      return write('plain-number', Number(form.placeholders === 'left-out'))
    case 'ends': {
      const table = writer.ends(form.ends)
      return table ? write('ends', table) : undefined
    }
    case 'without': {
      const table = writer.sequences(form.sequences)
      return table ? write('without', table) : undefined
    }
    case 'plain-day': {
      const { after, before, newYear, moments = { after: 0, before: 0 } } = form.bounds
      const words = [after, Math.min(before, MOST), Number(newYear === 'odd'), moments.after, moments.before]
      const table = writer.table32(words)
      return table ? write('plain-day', table) : undefined
    }
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

/** The tests with those that go through a cell in the same way made one, which concerns whatever any of them does. */
function joined(tests: AskedColumn['tests']): AskedColumn['tests'] {
  const without = tests.flatMap(({ form }) => (form?.is === 'without' ? [form.sequences] : []))
  if (without.length < 2) return tests
  const isOther = ({ form }: AskedColumn['tests'][number]) => form?.is !== 'without'
  const concerns = tests.reduce((mask, test) => (isOther(test) ? mask : mask | test.concerns), 0)
  return [...tests.filter(isOther), { concerns, form: { is: 'without', sequences: without.flat() } }]
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

  /** How many bytes an address is from the program's first. */
  placeOf(address: number): number {
    return address - this.#address
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

  /** Words side by side. */
  table32(words: readonly number[]): number | undefined {
    const address = this.reserve(4 * words.length)
    if (address !== undefined) this.words(address - this.#address, words)
    return address
  }

  /** For each first byte and each last one the lengths that are refused, and for each byte whether it saves the last. */
  ends({ first, last, beforeLast }: Ends): number | undefined {
    const address = this.reserve(2 * 1024 + 256)
    if (address === undefined) return undefined
    const at = address - this.#address
    this.#bytes.set(new Uint8Array(first.buffer, first.byteOffset, 1024), at)
    this.#bytes.set(new Uint8Array(last.buffer, last.byteOffset, 1024), at + 1024)
    this.#bytes.set(beforeLast, at + 2048)
    return address
  }

  /**
   * Two tables of sixteen bytes that tell which ASCII bytes are sought, as `wasm/sequences.ts` reads them, and then a tree
   * of tables: for each of 64 bytes 0, 1 for the end of a sequence, or the table for the byte after it.
   */
  sequences(sequences: readonly (readonly number[])[]): number | undefined {
    const head = this.reserve(32 + 256)
    if (head === undefined) return undefined
    for (const [byte, ...more] of sequences)
      if (byte! < 0x80) this.#bytes[head - this.#address + (byte! & 15)]! |= 1 << (byte! >> 4)
      else if (!this.#addSequence(head + 32, byte! - 0xc0, more)) return undefined
    for (let high = 0; high < 8; high++) this.#bytes[head - this.#address + 16 + high] = 1 << high
    return head
  }

  #addSequence(table: number, slot: number, [next, ...more]: readonly number[]): boolean {
    const at = table - this.#address + 4 * slot
    if (next === undefined) {
      this.words(at, [1])
      return true
    }
    const known = new DataView(this.#bytes.buffer).getUint32(at, true)
    if (known === 1) return true
    const following = known === 0 ? this.reserve(256) : known
    if (following === undefined) return false
    this.words(at, [following])
    return this.#addSequence(following, next - 0x80, more)
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
