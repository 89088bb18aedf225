import type { Chunk } from './chunk'
import type { Span } from './span'

/** A chunk once its index is dropped: what finds it again. */
export interface Head {
  /** Byte of the source, row and column at which it begins; they move when the text before it changes. */
  start: number
  firstRow: number
  readonly firstColumn: number
  readonly length: number
  readonly rowCount: number
  readonly rowEnded: boolean
}

/** What an edit of the text did to the chunks. */
export interface Recut {
  /** Number of the first chunk that is another now. */
  readonly from: number
  /** The chunks that are gone, with their index where it was still there. */
  readonly removed: ReadonlyMap<Head, Chunk | undefined>
  readonly added: readonly Head[]
}

/** A text cut into chunks of whole rows, from the first on, as far as anybody asked. */
export interface Cut {
  readonly heads: readonly Head[]
  /** Least number of bytes in a chunk that is not the last one. */
  readonly size: number
  /** Number of the chunk that holds a byte, among those that are known. */
  indexAt(offset: number): number
  readonly indexes: {
    /** The chunk of a head, made again when its index was dropped. */
    of(head: Head): Chunk
    /** The same, also of a head that an edit has removed if its bytes were held. */
    reread(head: Head): Chunk
  }
  /** Cuts the next chunk; false at the end of the rows. */
  cutNext(): boolean
  /**
   * The source has `inserted` bytes in place of what was the span: cuts again what that concerns, and nothing else.
   * Undefined when that decides where the rows lie, so that the text must be opened anew.
   */
  edited(span: Span, inserted: number): readonly Recut[] | undefined
}

/** Cell indexes kept for those who come back: 2 million cells are 24 MB. */
const KEPT_CELLS = 2_000_000
/** Kept of a text that does not lie in memory, whose bytes the indexes hold on to; and so many of these. */
const KEPT_CELLS_UNHELD = 200_000
const KEPT_BYTES_UNHELD = 1 << 25

/** The chunks whose index is kept; those that nobody asked for lately give way. */
export class KeptChunks<Kept extends Chunk = Chunk> {
  readonly #kept = new Map<Head, Kept>()
  /** The chunk at which somebody looks who goes through all of them. */
  #passing: { readonly head: Head; readonly chunk: Kept } | undefined
  readonly #most: number
  readonly #mostBytes: number
  #cells = 0
  #bytes = 0

  /** `isHeld`: the text lies in memory anyway. */
  constructor(isHeld: boolean) {
    this.#most = isHeld ? KEPT_CELLS : KEPT_CELLS_UNHELD
    this.#mostBytes = isHeld ? Number.POSITIVE_INFINITY : KEPT_BYTES_UNHELD
  }

  /** The chunk of a head where it is now, if its index is still there. */
  of(head: Head): Kept | undefined {
    // What is lent by the kernel cannot be moved.
    if (this.#passing?.head === head && isThere(head, this.#passing.chunk)) return this.#passing.chunk
    const kept = this.#kept.get(head)
    if (!kept || isThere(head, kept)) return kept
    const moved = { ...kept, start: head.start, firstRow: head.firstRow }
    this.#kept.set(head, moved)
    return moved
  }

  /** Gives a chunk to who will not come back to it; others who ask for it meanwhile have the same. */
  *pass(head: Head, chunk: Kept): Generator<Kept> {
    const before = this.#passing
    this.#passing = { head, chunk }
    try {
      yield chunk
    } finally {
      this.#passing = before
    }
  }

  keep(head: Head, chunk: Kept): Kept {
    this.#kept.set(head, chunk)
    this.#cells += chunk.signatures.length
    this.#bytes += chunk.bytes.length
    for (const oldest of this.#kept.keys()) {
      if ((this.#cells <= this.#most && this.#bytes <= this.#mostBytes) || oldest === head) break
      this.#drop(oldest)
    }
    return chunk
  }

  /** The chunk of a head where it is now, which is kept no longer; undefined where its index is not there. */
  take(head: Head): Kept | undefined {
    const chunk = this.of(head)
    this.#drop(head)
    return chunk
  }

  #drop(head: Head): void {
    const chunk = this.#kept.get(head)
    if (!chunk) return
    this.#kept.delete(head)
    this.#cells -= chunk.signatures.length
    this.#bytes -= chunk.bytes.length
  }
}

/** Whether a chunk lies where its head is now. */
function isThere({ start, firstRow }: Head, chunk: Chunk): boolean {
  return chunk.start === start && chunk.firstRow === firstRow
}

/** Finds where the rows lie as far as a byte, or to the end, in steps of a chunk. */
export function* cutInSteps(cut: Cut, offset = Number.POSITIVE_INFINITY): Generator<void> {
  for (;;) {
    const last = cut.heads.at(-1)
    if (last && last.start + last.length > offset) return
    if (!cut.cutNext()) return
    yield
  }
}

/** Number of the head that holds a byte. */
export function headAt(heads: readonly Head[], offset: number): number {
  let low = 0
  let high = heads.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (heads[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
