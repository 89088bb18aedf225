import { equal, ifError } from 'node:assert/strict'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { PartRecord } from '../../../server/engine/csv/part-record'
import { PartBoard } from '../../../server/threads/part-board'
import { PART, type PartErrand, TAIL } from '../../../server/threads/part-errand'
import { folderWith } from './run'

/** The first part that is left to another thread. */
const AHEAD = 3
const ROW = 'Valbrume;2024-01-02\n'

describe('the thread that reads ahead, as it is built', () => {
  it('reads a part of a file into its slot', async () => {
    const text = `lieu;jour\n${ROW.repeat((5 * PART) / ROW.length)}`
    equal(await rowsIn(text, { part: AHEAD }), lineEnds(text.slice(AHEAD * PART - 1, (AHEAD + 1) * PART)))
  })

  it('reads nothing of the first part, before which there is no byte', async () => {
    equal(await rowsIn(`lieu;jour\n${ROW.repeat(10)}`, { part: 0 }), 0)
  })
})

/** The rows that the thread records of a part of a file, when it is the first that is left to it. */
async function rowsIn(text: string, { part }: { readonly part: number }): Promise<number> {
  const path = join(folderWith({}), 'large.csv')
  writeFileSync(path, text)
  const file = openSync(path, 'r')
  const parts = Math.ceil(text.length / PART)
  const board = PartBoard.of(parts, 1)
  // Where the first thread is.
  new Int32Array(board.shared)[0] = part - AHEAD
  const slot = {
    number: 0,
    text: new SharedArrayBuffer(1 + PART + TAIL),
    words: new SharedArrayBuffer(1 << 22),
  }
  const questions = { keys: [] }
  const worker = new Worker(resolve('dist/part-thread.js'))
  const faults: Error[] = []
  worker.on('error', fault => faults.push(fault))
  try {
    const errand: PartErrand = {
      text: { file, shift: 0, length: text.length },
      reading: { delimiter: 59, quote: 34, size: 16_384 },
      questions,
      board: board.shared,
      parts,
      slots: [slot],
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows of a browser
    worker.postMessage(errand)
    // The first thread, were it there sooner, would read the part itself.
    for (let tries = 0; tries < 1_000 && faults.length === 0 && !board.isRead(part); tries++) await wait(10)
    ifError(faults[0])
    equal(board.arrive(part), slot.number)
    const record = new PartRecord(new Uint8Array(slot.text), new Uint32Array(slot.words))
    return [...record.chunks(questions)].reduce((sum, { chunk }) => sum + chunk.rowCount, 0)
  } finally {
    board.close()
    await worker.terminate()
    closeSync(file)
  }
}

/** Rows that begin in a part are as many as end in it. */
function lineEnds(text: string): number {
  return text.split('\n').length - 1
}
