// What threads tell each other of the parts of a file, in memory that they share: where the first one is, whether it is
// over, then a word for each part and one for each slot.
const PLACE = 0
const OVER = 1
const HEAD = 2

// Of a part: nobody has it, the first thread reads it itself, another reads it, or has read it into a slot.
const FREE = 0
const LEFT = 1
const CLAIMED = 2
const READ = 3

/** Of a slot that is not free. */
const FULL = 1

/** Milliseconds that the first thread waits for a part: another needs one for it, unless it is broken or has no processor. */
const PATIENCE = 1

/** Milliseconds after which a thread looks again for a slot: to be woken for each would hold up the first thread. */
const PAUSE = 2

/** Parts that are left to the first thread from where it is: the others are done before it comes there. */
const LEAD = 3

/** The parts of a file, and the slots into which threads read them ahead of the first thread. */
export class PartBoard {
  readonly shared: SharedArrayBuffer
  readonly #words: Int32Array
  readonly #parts: number

  private constructor(shared: SharedArrayBuffer, parts: number) {
    this.shared = shared
    this.#words = new Int32Array(shared)
    this.#parts = parts
  }

  static of(parts: number, slots: number): PartBoard {
    return new PartBoard(new SharedArrayBuffer(4 * (HEAD + parts + slots)), parts)
  }

  static shared(shared: SharedArrayBuffer, parts: number): PartBoard {
    return new PartBoard(shared, parts)
  }

  /** The first thread comes to a part: the slot into which it was read, as soon as it is; undefined when it must read it itself. */
  arrive(part: number): number | undefined {
    const at = HEAD + part
    Atomics.store(this.#words, PLACE, part)
    const before = Atomics.compareExchange(this.#words, at, FREE, LEFT)
    if (before === CLAIMED) Atomics.wait(this.#words, at, CLAIMED, PATIENCE)
    const now = Atomics.compareExchange(this.#words, at, CLAIMED, LEFT)
    return now >= READ ? now - READ : undefined
  }

  /** Whether a part was read into a slot. */
  isRead(part: number): boolean {
    return Atomics.load(this.#words, HEAD + part) >= READ
  }

  /** The first thread needs what is in a slot no longer. */
  free(slot: number): void {
    Atomics.store(this.#words, HEAD + this.#parts + slot, FREE)
  }

  /** Nobody is to begin another part. */
  close(): void {
    Atomics.store(this.#words, OVER, 1)
  }

  /** One of these slots that is free, as soon as there is one; undefined when it is over. */
  freeSlot(slots: readonly number[]): number | undefined {
    for (;;) {
      if (Atomics.load(this.#words, OVER) === 1) return undefined
      const free = slots.find(slot => Atomics.load(this.#words, HEAD + this.#parts + slot) === FREE)
      if (free !== undefined) return free
      Atomics.wait(this.#words, OVER, 0, PAUSE)
    }
  }

  /** A part that the first thread will come to, for who asks to read; undefined when there is none left. */
  claim(): number | undefined {
    for (let part = Atomics.load(this.#words, PLACE) + LEAD; part < this.#parts; part++)
      if (Atomics.compareExchange(this.#words, HEAD + part, FREE, CLAIMED) === FREE) return part
    return undefined
  }

  /** Tells that a part was read into a slot, which stays free when the first thread has not waited for it. */
  tell(part: number, slot: number): void {
    Atomics.store(this.#words, HEAD + this.#parts + slot, FULL)
    const before = Atomics.compareExchange(this.#words, HEAD + part, CLAIMED, READ + slot)
    if (before !== CLAIMED) this.free(slot)
    Atomics.notify(this.#words, HEAD + part)
  }
}
