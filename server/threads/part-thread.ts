import { readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { recordPart } from '../engine/csv/part'
import { PartRecord } from '../engine/csv/part-record'
import { PartBoard } from './part-board'
import { PART, type PartErrand, type Slot, TAIL } from './part-errand'

// A thread that reads the parts of a large file that the first thread has not come to yet.

parentPort!.on('message', (errand: PartErrand) => {
  const board = PartBoard.shared(errand.board, errand.parts)
  const numbers = errand.slots.map(({ number }) => number)
  for (;;) {
    const free = board.freeSlot(numbers)
    const part = free === undefined ? undefined : board.claim()
    if (part === undefined) return
    readPart(errand, part, errand.slots.find(({ number }) => number === free)!)
    board.tell(part, free!)
  }
})

/** Where a part is read. */
const own = new Uint8Array(1 + PART + TAIL)

/** Reads a part into a slot; of what cannot be read, or does not fit, there is no chunk, and none of the first part. */
function readPart({ text: { file, shift, length }, reading, questions }: PartErrand, part: number, slot: Slot): void {
  const start = part * PART - 1
  // No byte before the first part tells where a row begins, and who begins there is the first thread.
  const room = own.subarray(0, part === 0 ? 0 : length - start)
  const text = room.subarray(0, readInto(room, file, shift + start))
  const record = new PartRecord(new Uint8Array(slot.text), new Uint32Array(slot.words))
  recordPart(record, text, { ...reading, partSize: PART, questions }, start + text.length >= length)
}

/** Fills an array with the bytes of a file from `at` on, and tells how many there were; none when it cannot be read. */
function readInto(bytes: Uint8Array, file: number, at: number): number {
  let read = 0
  try {
    while (read < bytes.length) {
      const count = readSync(file, bytes, read, bytes.length - read, at + read)
      if (count === 0) break
      read += count
    }
  } catch {
    return 0
  }
  return read
}
