import type { KeyQuestion } from '../model/answers'
import { type Chunk, signatureAt } from '../model/chunk'
import type { Stretches } from '../model/distribution'
import { newInstance } from './instance'
import type { Asked } from './program'
import { Programs } from './programs'
import type { Program } from './writer'

/** What the kernel exports: see `wasm/index.ts`. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly TEXT: WebAssembly.Global<'i32'>
  readonly TEXT_ROOM: WebAssembly.Global<'i32'>
  readonly STARTS: WebAssembly.Global<'i32'>
  readonly ENDS: WebAssembly.Global<'i32'>
  readonly SIGNATURES: WebAssembly.Global<'i32'>
  readonly ROWS: WebAssembly.Global<'i32'>
  readonly CELL_ROOM: WebAssembly.Global<'i32'>
  readonly TOLD: WebAssembly.Global<'i32'>
  readonly NUMBERS: WebAssembly.Global<'i32'>
  readonly STRETCHES: WebAssembly.Global<'i32'>
  readonly KEY: WebAssembly.Global<'i32'>
  readonly KEY_ROOM: WebAssembly.Global<'i32'>
  readonly PROGRAM: WebAssembly.Global<'i32'>
  readonly PROGRAM_ROOM: WebAssembly.Global<'i32'>
  readonly MEMO_ROOM: WebAssembly.Global<'i32'>
  readonly CONTENTS_ROOM: WebAssembly.Global<'i32'>
  readonly cellCount: WebAssembly.Global<'i32'>
  readonly rowCount: WebAssembly.Global<'i32'>
  readonly crlfs: WebAssembly.Global<'i32'>
  readonly lfs: WebAssembly.Global<'i32'>
  readonly crs: WebAssembly.Global<'i32'>
  readonly lineCount: WebAssembly.Global<'i32'>
  readonly reach: WebAssembly.Global<'i32'>
  scan(length: number, size: number, isWhole: number, delimiter: number, quote: number): number
  signed(cell: number): number
  signAll(from: number, to: number): void
  haveSignatures(): void
  addSpelling(table: number, spelling: number): void
  suspects(from: number, to: number, program: number): number
  readNumbers(from: number, to: number, column: number, mark: number): void
  readStretches(from: number, to: number, column: number, mark: number): void
  countContents(from: number, to: number, program: number): number
  hashKeys(from: number, to: number, columns: number, all: number, ignoresEdges: number, quote: number): void
}

/** A dialect that the kernel can read: a delimiter of one byte, and quotes that are doubled, −1 when there are none. */
export interface PlainMarks {
  readonly delimiter: number
  readonly quote: number
}

/** Where numbers stand and their decimal mark, −1 when they have none. */
export interface NumberQuestion {
  readonly column: number
  readonly mark: number
}

/** The index that a scan left in the kernel's memory, where the next one overwrites it. */
interface Scan {
  /** Bytes from the first of the text. */
  readonly length: number
  readonly index: Pick<Chunk, 'rowCount' | 'rowCells' | 'cellStart' | 'cellEnd' | 'signatures'>
  readonly lineEnds: Readonly<Record<'\r\n' | '\n' | '\r', number>>
  /** Line ends, those inside quotes included. */
  readonly lineCount: number
  readonly reach: number
}

/** The loops that decide how fast a file is read, in WebAssembly with SIMD. */
export class Kernel {
  readonly #exports: Exports
  readonly #bytes: Uint8Array
  readonly #words: Uint32Array
  readonly #doubles: Float64Array
  /** Where a text that lies nowhere else may be put, to be scanned there. */
  readonly text: Uint8Array
  /** The signatures of the chunk that lies in the memory with its index; none while a text is put there. */
  #held: Uint32Array | undefined
  /** The chunk whose lists are parts of the memory. */
  #lent: { -readonly [Part in keyof Chunk]: Chunk[Part] } | undefined
  readonly #programs: Programs
  /** Signs a cell of the chunk that lies in the memory. */
  readonly sign: (cell: number) => number

  constructor(exports: Exports) {
    this.#exports = exports
    this.#bytes = new Uint8Array(exports.memory.buffer)
    this.#words = new Uint32Array(exports.memory.buffer)
    this.#doubles = new Float64Array(exports.memory.buffer)
    this.text = this.#bytes.subarray(exports.TEXT.value, exports.TEXT.value + exports.TEXT_ROOM.value)
    this.sign = cell => exports.signed(cell) >>> 0
    this.#programs = new Programs(this.#bytes, {
      address: exports.PROGRAM.value,
      bytes: exports.PROGRAM_ROOM.value,
      memo: exports.MEMO_ROOM.value,
      contents: exports.CONTENTS_ROOM.value,
    })
  }

  /**
   * Indexes the rows of a text up to the first that ends at `size` bytes or after. `isWhole`: nothing follows the text.
   * Cells are signed when `sign` or `signAll` is called, or a question needs it.
   * In place of the index, what keeps it from being made: no row ends, or something that the kernel does not read.
   */
  scan(text: Uint8Array, size: number, isWhole: boolean, { delimiter, quote }: PlainMarks): Scan | 'short' | 'odd' {
    const found = this.#exports
    if (!this.#isHere(text)) {
      this.takeBack()
      this.text.set(text)
    }
    this.#held = undefined
    const length = found.scan(text.length, size, isWhole ? 1 : 0, delimiter, quote)
    if (length <= 0) return length === 0 ? 'short' : 'odd'
    const cells = found.cellCount.value
    const rowCount = found.rowCount.value
    this.#held = this.#list(found.SIGNATURES, cells)
    return {
      length,
      index: {
        rowCount,
        rowCells: this.#list(found.ROWS, rowCount + 1),
        cellStart: this.#list(found.STARTS, cells),
        cellEnd: this.#list(found.ENDS, cells),
        signatures: this.#held,
      },
      lineEnds: { '\r\n': found.crlfs.value, '\n': found.lfs.value, '\r': found.crs.value },
      lineCount: found.lineCount.value,
      reach: found.reach.value,
    }
  }

  /**
   * A chunk of the last scan, whose lists are then parts of the memory until that is needed: then it is given copies of
   * its own. Who holds on to one of its lists holds on to bytes that change.
   */
  lend(chunk: Chunk): void {
    this.#lent = chunk
  }

  /** Nobody needs the chunk any longer. */
  release(chunk: Chunk): void {
    if (this.#lent === chunk) this.#lent = undefined
  }

  /** Where a text may be put that is read next: what lay there is the kernel's no longer. */
  room(): Uint8Array {
    this.takeBack()
    this.#held = undefined
    return this.text
  }

  /** Signs each cell of the chunk that is lent. */
  signAll(): void {
    const lent = this.#lent
    if (!lent?.sign) return
    this.#exports.signAll(0, lent.signatures.length)
    lent.sign = undefined
  }

  /** Gives the chunk that is lent copies of its own; to be called before a text is put into the memory. */
  takeBack(): void {
    const lent = this.#lent
    if (!lent) return
    this.signAll()
    this.#lent = undefined
    if (this.#isHere(lent.bytes)) lent.bytes = lent.bytes.slice()
    lent.rowCells = lent.rowCells.slice()
    lent.cellStart = lent.cellStart.slice()
    lent.cellEnd = lent.cellEnd.slice()
    lent.signatures = lent.signatures.slice()
    this.#held = lent.signatures
  }

  /** What the rules ask of a table, ready for `suspects`; undefined when it is too much. */
  program(asked: Asked): Program | undefined {
    const program = this.#programs.written(asked)
    if (program) {
      const address = this.#programs.load(program.bytes)
      for (const { table, spellings } of program.tables)
        for (const spelling of spellings) this.#exports.addSpelling(table, spelling)
      program.bytes.set(this.#bytes.subarray(address, address + program.bytes.length))
    }
    return program
  }

  /**
   * The rows of a chunk, from the one of that number on, at which the rules must look: for each its number, how many of
   * its cells they must look at with what kinds of row it may be in the lowest byte, and the numbers of the cells. All
   * others are surely fine. It is overwritten by the next call. Undefined when the chunk is too large.
   */
  suspects(chunk: Chunk, from: number, program: Pick<Program, 'bytes'>): Uint32Array | undefined {
    const { answers } = chunk
    if (from === 0 && answers?.suspects && answers.program === program.bytes) return answers.suspects
    if (!this.#hold(chunk)) return undefined
    const { TOLD } = this.#exports
    const words = this.#exports.suspects(from, chunk.rowCount, this.#programs.load(program.bytes))
    return this.#words.subarray(TOLD.value >> 2, (TOLD.value >> 2) + words)
  }

  /**
   * The cells of a chunk, from the row of that number on, that may count for something. For each column its number, how
   * many cells must be looked at, how many contents were counted; the cells, each with the number that its content has
   * from now on or 0; the numbers of the contents, each with how many other cells have it. It is overwritten by the next
   * call. Undefined when the chunk is too large.
   */
  contents(chunk: Chunk, from: number, program: Pick<Program, 'bytes'>): Uint32Array | undefined {
    if (!this.#hold(chunk)) return undefined
    const words = this.#exports.countContents(from, chunk.rowCount, this.#programs.load(program.bytes))
    return this.#list(this.#exports.TOLD, words)
  }

  /**
   * The numbers of a column of a chunk, from the row of that number on: one for each row, NaN where only the text can tell
   * or there is none. They are overwritten by the next call. Undefined when the chunk is too large.
   */
  numbers(chunk: Chunk, from: number, { column, mark }: NumberQuestion): Float64Array | undefined {
    if (!this.#hold(chunk)) return undefined
    this.#exports.readNumbers(from, chunk.rowCount, column, mark)
    const first = this.#exports.NUMBERS.value >> 3
    return this.#doubles.subarray(first, first + chunk.rowCount - from)
  }

  /** The same as what a distribution counts of them. */
  stretches(chunk: Chunk, from: number, { column, mark }: NumberQuestion): Stretches | undefined {
    if (!this.#hold(chunk)) return undefined
    this.#exports.readStretches(from, chunk.rowCount, column, mark)
    const sums = this.#exports.NUMBERS.value >> 3
    return {
      stretches: this.#list(this.#exports.STRETCHES, chunk.rowCount - from),
      upper: this.#doubles[sums]!,
      lower: this.#doubles[sums + 1]!,
    }
  }

  /**
   * The hashes of the keys of a chunk's rows as `model/hash.ts` has them, two halves for each row, and behind them in how
   * many rows the text must tell. The upper half is 0 where there is none: the lower one is then 0 when the row does not
   * count, as those before `from` do not, and 1 when its text must tell. It is overwritten by the next call.
   * Undefined when the chunk or the key is too large.
   */
  keyHashes(chunk: Chunk, from: number, key: KeyQuestion): Uint32Array | undefined {
    const answer = from === 0 ? chunk.answers?.keys.get(key) : undefined
    if (answer) return answer
    const { KEY, KEY_ROOM, TOLD } = this.#exports
    if (key.columns.length > KEY_ROOM.value || !this.#hold(chunk)) return undefined
    this.#words.set(
      key.columns.map((column, i) => column | (markedBy(key.plainMarks?.[i]) << MARK)),
      KEY.value >> 2,
    )
    const [all, ignoresEdges] = [Number(key.missing === 'all'), Number(key.edgeSpace === 'ignored')]
    this.#exports.hashKeys(from, chunk.rowCount, key.columns.length, all, ignoresEdges, key.doubledQuote)
    return this.#list(TOLD, 2 * chunk.rowCount + 1)
  }

  /** Brings a chunk and its index into the memory, unless they are there; false when there is no room. */
  #hold(chunk: Chunk): boolean {
    const { bytes, signatures, cellStart, cellEnd, rowCells } = chunk
    if (this.#held === signatures) return true
    const { CELL_ROOM, STARTS, ENDS, SIGNATURES, ROWS } = this.#exports
    if (bytes.length > this.text.length || signatures.length > CELL_ROOM.value) return false
    this.takeBack()
    this.text.set(bytes)
    this.#words.set(cellStart, STARTS.value >> 2)
    this.#words.set(cellEnd, ENDS.value >> 2)
    this.#words.set(signatures, SIGNATURES.value >> 2)
    if (chunk.sign)
      for (let cell = 0; cell < signatures.length; cell++)
        this.#words[(SIGNATURES.value >> 2) + cell] = signatureAt(chunk, cell)
    this.#exports.haveSignatures()
    this.#words.set(rowCells, ROWS.value >> 2)
    this.#held = signatures
    return true
  }

  #isHere({ buffer }: Uint8Array): boolean {
    return buffer === this.#bytes.buffer
  }

  #list({ value }: WebAssembly.Global<'i32'>, length: number): Uint32Array {
    return this.#words.subarray(value >> 2, (value >> 2) + length)
  }
}

/** Where the word of a column of a key has its decimal mark, above its number. */
const MARK = 24

/** 0 where a column is text, 1 where no byte is a mark. */
function markedBy(mark: number | undefined): number {
  return mark === undefined ? 0 : mark + 2
}

let started: { readonly kernel: Kernel | undefined } | undefined

/** The kernel; undefined where there is no WebAssembly with SIMD. */
export function kernel(): Kernel | undefined {
  return (started ??= { kernel: start() }).kernel
}

function start(): Kernel | undefined {
  const exports = newInstance()
  return exports && new Kernel(exports as unknown as Exports)
}
