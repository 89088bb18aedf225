import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { recordedAdvance } from '../engine/csv/advance'
import { PartRecord } from '../engine/csv/part-record'
import type { Advance, Ahead, ChunkAhead, PlainReading, Questions } from '../engine/model/ahead'
import { newThread } from './new-thread'
import { PartBoard } from './part-board'
import { type FileText, PART, type PartErrand, type Slot, SLOTS, TAIL } from './part-errand'

/** Bytes for what is told of a part: some 100,000 cells. */
const WORDS = 1 << 21

/** Megabytes that a thread may use besides its slots: it makes few objects. */
const MEMORY = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 }

const program = join(__dirname, 'part-thread.js')

/** How many threads besides this one there are to be, of so many that are wanted: no more than processors. */
export function helpersOf(threads: number): number {
  return Math.min(threads, availableParallelism()) - 1
}

/** Is shown bytes of a text that are made use of, and from which byte on they lie there. */
export type See = (from: number, bytes: Uint8Array) => void

/** Threads that read the parts of a large file which the first thread has not come to yet. */
export class PartThreads {
  readonly #hands: readonly Hand[]

  /** They begin at once, but as many as the platform allows. */
  constructor(count: number) {
    this.#hands = Array.from({ length: count }, (_, i) => newHand(i)).filter(hand => hand !== undefined)
  }

  /** A text that they can read; `see` is shown what of it is made use of, and from which byte on. */
  ahead(text: FileText, see: See): Ahead {
    return {
      begin: (reading, questions) => {
        const given = advance(text, this.#hands, reading, questions)
        return { ...given, chunkAt: (start, row) => seen(given.chunkAt(start, row), see) }
      },
    }
  }

  end(): void {
    for (const { worker } of this.#hands) void worker.terminate()
  }
}

function seen(ahead: ChunkAhead | undefined, see: See): ChunkAhead | undefined {
  if (ahead) see(ahead.chunk.start, ahead.chunk.bytes)
  return ahead
}

interface Hand {
  readonly worker: Worker
  readonly slots: readonly Slot[]
}

function newHand(number: number): Hand | undefined {
  try {
    const worker = newThread(program, { execArgv: [], resourceLimits: MEMORY })
    // Whatever becomes of it, the first thread does the work that it leaves.
    worker.on('error', () => undefined)
    worker.unref()
    const slots = Array.from({ length: SLOTS }, (_, i) => ({
      number: SLOTS * number + i,
      text: new SharedArrayBuffer(1 + PART + TAIL),
      words: new SharedArrayBuffer(WORDS),
    }))
    return { worker, slots }
  } catch {
    return undefined
  }
}

function advance(text: FileText, hands: readonly Hand[], reading: PlainReading, questions: Questions): Advance {
  const parts = Math.ceil(text.length / PART)
  const slots = hands.flatMap(hand => hand.slots)
  const board = PartBoard.of(parts, slots.length)
  for (const hand of hands) {
    const errand: PartErrand = { text, reading, questions, board: board.shared, parts, slots: hand.slots }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows of a browser
    hand.worker.postMessage(errand)
  }
  let held: number | undefined
  const recorded = recordedAdvance(PART, questions, part => {
    if (held !== undefined) board.free(held)
    held = board.arrive(part)
    const slot = held === undefined ? undefined : slots[held]!
    return slot && new PartRecord(new Uint8Array(slot.text), new Uint32Array(slot.words))
  })
  return { ...recorded, end: () => board.close() }
}
