import { BEYOND_ASCII, type Ends, type Layout } from '../model/accept'
import { byteBits, signature } from '../model/signature'
import type { Shape } from './shape'

/** What is asked, in the bytes that the kernel reads: see `wasm/rows.ts` and `wasm/accept.ts`. */
export interface Program {
  readonly bytes: Uint8Array
  /** Whether something was left out, for want of room. */
  readonly isCut: boolean
  /** Tables of spellings, each with the addresses of those that the kernel is to put into it. */
  readonly tables: readonly { readonly table: number; readonly spellings: readonly number[] }[]
}

// What stands in a tree of sequences in place of a table: a sequence ends here, in any case or before what is not ASCII.
const END = 1
const END_BEFORE_OTHERS = 2

type Sequences = readonly (readonly number[])[]

/** Bytes of a layout that the kernel compares, and what stands for the place of a part that it has not. */
const LAYOUT = 32
const ABSENT = 255

/** Writes what lies at an address of the kernel's memory. */
export class Writer {
  readonly #address: number
  readonly #room: number
  readonly #tables: { readonly table: number; readonly spellings: readonly number[] }[] = []
  #bytes = new Uint8Array(1 << 14)
  #view = new DataView(this.#bytes.buffer)
  /** Where what several columns share lies. */
  readonly #shared = new Map<string, number | undefined>()
  readonly #numbers = new Map<object, number>()
  #end = 0
  #isCut = false

  constructor(address: number, room: number) {
    this.#address = address
    this.#room = room
  }

  get program(): Program {
    return { bytes: this.#bytes.subarray(0, this.#end), isCut: this.#isCut, tables: this.#tables }
  }

  /** The address of so many bytes that nothing else uses, from a multiple of 16 on; undefined when there is no room. */
  reserve(length: number): number | undefined {
    const start = Math.ceil(this.#end / 16) * 16
    // A whole vector may be read where something ends.
    const end = start + length + 16
    if (end > this.#room) {
      this.#isCut = true
      return undefined
    }
    if (end > this.#bytes.length) {
      const longer = new Uint8Array(2 * end)
      longer.set(this.#bytes)
      this.#bytes = longer
      this.#view = new DataView(longer.buffer)
    }
    this.#end = end
    return this.#address + start
  }

  /** Writes something once, however often it is asked for. */
  shared(what: string, write: () => number | undefined): number | undefined {
    if (!this.#shared.has(what)) this.#shared.set(what, write())
    return this.#shared.get(what)
  }

  /** The tables of all the lists together; most columns are asked about the same lists. */
  sharedSequences(lists: readonly Sequences[]): number | undefined {
    return this.shared(this.#keyOf(lists), () => this.#sequences(lists.flat()))
  }

  /** The table of several ends together: what any of them refuses, and saves. */
  sharedEnds(all: readonly Ends[]): number | undefined {
    return this.shared(this.#keyOf(all), () => this.#ends(all))
  }

  #keyOf(parts: readonly object[]): string {
    const numbers = parts.map(part => {
      if (!this.#numbers.has(part)) this.#numbers.set(part, this.#numbers.size)
      return this.#numbers.get(part)
    })
    return numbers.join()
  }

  /** How many bytes an address is from the program's first. */
  placeOf(address: number): number {
    return address - this.#address
  }

  /** At so many bytes from the program's first. */
  words(at: number, words: readonly number[]): void {
    for (let i = 0; i < words.length; i++) this.#view.setUint32(at + 4 * i, words[i]! >>> 0, true)
  }

  double(at: number, value: number): void {
    this.#view.setFloat64(at, value, true)
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
  #ends(all: readonly Ends[]): number | undefined {
    const address = this.reserve(2 * 1024 + 256)
    if (address === undefined) return undefined
    const at = address - this.#address
    // Written for each table that is opened, so no list is made of the ends of each byte.
    for (const { first, last, beforeLast } of all)
      for (let byte = 0; byte < 256; byte++) {
        this.#add(at + 4 * byte, first[byte]!)
        this.#add(at + 1024 + 4 * byte, last[byte]!)
        this.#bytes[at + 2048 + byte]! |= beforeLast[byte]!
      }
    return address
  }

  /** Sets bits of a word. */
  #add(at: number, bits: number): void {
    if (bits !== 0) this.#view.setUint32(at, (this.#view.getUint32(at, true) | bits) >>> 0, true)
  }

  /**
   * As `wasm/sequences.ts` reads them, the set of the bytes with which a sequence may begin, that of the ASCII bytes that are
   * sought alone, for the first bytes of most letters and marks beyond ASCII in French, those of U+0080 to U+00FF, what may
   * stand after them, and a tree of tables: for each byte 0, the end of a sequence, or the table for the byte after it.
   */
  #sequences(sequences: Sequences): number | undefined {
    const sets = [
      firstsOf(sequences),
      firstsOf(sequences.filter(sequence => sequence.length === 1)),
      fineAfter(0xc2, sequences),
      fineAfter(0xc3, sequences),
    ]
    const head = this.reserve(32 * sets.length + 4 * 256)
    if (head === undefined) return undefined
    for (const [i, set] of sets.entries()) this.#putAscii(head + 32 * i, set)
    this.#addBeyond(head, 0xc0)
    const tree = head + 32 * sets.length
    return sequences.every(([byte, ...more]) => this.#addSequence(tree, byte!, more)) ? head : undefined
  }

  /** Two tables of sixteen bytes that tell which ASCII bytes are in a set, as `wasm/byte-sets.ts` reads them. */
  asciiSet(bytes: readonly number[]): number | undefined {
    const address = this.reserve(32)
    if (address !== undefined) this.#putAscii(address, bytes)
    return address
  }

  /** Beyond which bits cells may not go, as `wasm/usual.ts` reads them: a signature without its length. */
  usual(bits: number): number | undefined {
    const address = this.reserve(32 + 12)
    if (address === undefined) return undefined
    const at = address - this.#address
    this.#putAscii(
      address,
      Array.from({ length: 128 }, (_, byte) => byte).filter(byte => (byteBits[byte]! & ~bits) === 0),
    )
    if (bits & signature.nonAscii) this.#addBeyond(address, 0x80)
    // Where no digit is usual, none need be counted.
    const isLongUsual = (bits & signature.digit) === 0 || (bits & signature.longDigits) !== 0
    this.words(at + 32, [Number(isLongUsual), bits & signature.leadingSign, bits & signature.edgeSpace])
    return address
  }

  #putAscii(address: number, bytes: readonly number[]): void {
    const at = address - this.#address
    for (const byte of bytes) this.#bytes[at + (byte & 15)]! |= 1 << (byte >> 4)
    for (let high = 0; high < 8; high++) this.#bytes[at + 16 + high] = 1 << high
  }

  /**
   * Adds the bytes from one beyond ASCII on to a set: their bit is that of the control bytes of the second row of ASCII, which
   * share the one of the first. Where one of two such bytes was in the set, both are then.
   */
  #addBeyond(address: number, first: number): void {
    const at = address - this.#address
    for (let half = 0; half < 16; half++) {
      const bits = this.#bytes[at + half]!
      this.#bytes[at + half] = bits | ((bits & 2) >> 1) | 2
    }
    this.#bytes[at + 17] = 1
    this.#bytes.fill(2, at + 16 + (first >> 4), at + 32)
  }

  /** False for a sequence that is not of the bytes of a character, for which a table has no slots. */
  #addSequence(table: number, slot: number, [next, ...more]: readonly number[]): boolean {
    const at = table - this.#address + 4 * slot
    const known = this.#view.getUint32(at, true)
    const isBefore = known === END_BEFORE_OTHERS && next !== undefined && next >= 0x80
    if (known === END || isBefore) return true
    if (next === undefined || next === BEYOND_ASCII || known === END_BEFORE_OTHERS) {
      // Where a longer sequence goes on, nothing is told of what follows.
      this.words(at, [next === BEYOND_ASCII && known === 0 ? END_BEFORE_OTHERS : END])
      return true
    }
    const following = known === 0 ? this.reserve(256) : known
    if (following === undefined) return false
    this.words(at, [following])
    return this.#addSequence(following, next & 63, more)
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
    const shape = Array.from({ length: width }, () => ({ least: 48, most: 57 }))
    for (const { at: place, byte } of literals) shape[place] = { least: byte, most: byte }
    return this.#shape(
      shape,
      (['Y', 'y', 'm', 'd', 'H', 'M', 'S'] as const).map(directive => at[directive] ?? ABSENT),
    )
  }

  shape(shape: Shape): number | undefined {
    return this.#shape(
      shape,
      Array.from({ length: 7 }, () => ABSENT),
    )
  }

  #shape(shape: Shape, places: readonly number[]): number | undefined {
    if (shape.length > LAYOUT) return undefined
    const address = this.reserve(8 + 2 * LAYOUT)
    if (address === undefined) return undefined
    const least = new Uint8Array(LAYOUT)
    const more = new Uint8Array(LAYOUT).fill(255)
    for (const [i, byte] of shape.entries()) {
      least[i] = byte.least
      more[i] = byte.most - byte.least
    }
    this.#bytes.set([shape.length, ...places, ...least, ...more], address - this.#address)
    return address
  }
}

/** The ASCII bytes with which some sequences begin. */
function firstsOf(sequences: Sequences): readonly number[] {
  return sequences.flatMap(([byte]) => (byte! < 0x80 ? [byte!] : []))
}

/** The last six bits of the bytes that go on with a character after its first one, and begin no sequence there. */
function fineAfter(lead: number, sequences: Sequences): readonly number[] {
  const own = sequences.filter(([byte]) => byte === lead)
  const refused = new Set(own.map(([, next]) => next))
  if (refused.has(undefined)) return []
  return Array.from({ length: 64 }, (_, bits) => bits).filter(bits => !refused.has(0x80 | bits))
}
