import type { Chunk } from '../model/chunk'
import wasm from './kernel.wasm'

/** What the kernel exports: see `wasm/index.ts`. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly TEXT: WebAssembly.Global<'i32'>
  readonly TEXT_ROOM: WebAssembly.Global<'i32'>
  readonly STARTS: WebAssembly.Global<'i32'>
  readonly ENDS: WebAssembly.Global<'i32'>
  readonly SIGNATURES: WebAssembly.Global<'i32'>
  readonly ROWS: WebAssembly.Global<'i32'>
  readonly cellCount: WebAssembly.Global<'i32'>
  readonly rowCount: WebAssembly.Global<'i32'>
  readonly crlfs: WebAssembly.Global<'i32'>
  readonly lfs: WebAssembly.Global<'i32'>
  readonly crs: WebAssembly.Global<'i32'>
  readonly reach: WebAssembly.Global<'i32'>
  scan(length: number, size: number, isWhole: number, delimiter: number, quote: number): number
}

/** A dialect that the kernel can read: a delimiter of one byte, and quotes that are doubled, −1 when there are none. */
interface PlainMarks {
  readonly delimiter: number
  readonly quote: number
}

/** The index that a scan left in the kernel's memory. */
interface Scan {
  /** Bytes from the first of the text. */
  readonly length: number
  readonly index: Pick<Chunk, 'rowCount' | 'rowCells' | 'cellStart' | 'cellEnd' | 'signatures'>
  readonly lineEnds: Readonly<Record<'\r\n' | '\n' | '\r', number>>
  readonly reach: number
}

/** The loops that decide how fast a file is read, in WebAssembly with SIMD. */
export class Kernel {
  readonly #exports: Exports
  readonly #bytes: Uint8Array
  readonly #words: Uint32Array

  constructor(exports: Exports) {
    this.#exports = exports
    this.#bytes = new Uint8Array(exports.memory.buffer)
    this.#words = new Uint32Array(exports.memory.buffer)
  }

  /** Bytes of text that it takes at once. */
  get room(): number {
    return this.#exports.TEXT_ROOM.value
  }

  /**
   * Indexes the rows of a text up to the first that ends at `size` bytes or after. `isWhole`: nothing follows the text.
   * In place of the index, what keeps it from being made: no row ends, or something that the kernel does not read.
   */
  scan(text: Uint8Array, size: number, isWhole: boolean, { delimiter, quote }: PlainMarks): Scan | 'short' | 'odd' {
    const { TEXT, STARTS, ENDS, SIGNATURES, ROWS, ...found } = this.#exports
    this.#bytes.set(text, TEXT.value)
    const length = found.scan(text.length, size, isWhole ? 1 : 0, delimiter, quote)
    if (length <= 0) return length === 0 ? 'short' : 'odd'
    const cells = found.cellCount.value
    const rowCount = found.rowCount.value
    return {
      length,
      index: {
        rowCount,
        rowCells: this.#list(ROWS, rowCount + 1),
        cellStart: this.#list(STARTS, cells),
        cellEnd: this.#list(ENDS, cells),
        signatures: this.#list(SIGNATURES, cells),
      },
      lineEnds: { '\r\n': found.crlfs.value, '\n': found.lfs.value, '\r': found.crs.value },
      reach: found.reach.value,
    }
  }

  #list({ value }: WebAssembly.Global<'i32'>, length: number): Uint32Array {
    return this.#words.slice(value >> 2, (value >> 2) + length)
  }
}

let started: { readonly kernel: Kernel | undefined } | undefined

/** The kernel; undefined where there is no WebAssembly with SIMD. */
export function kernel(): Kernel | undefined {
  return (started ??= { kernel: start() }).kernel
}

function start(): Kernel | undefined {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm))
    return new Kernel(exports as unknown as Exports)
  } catch {
    return undefined
  }
}
