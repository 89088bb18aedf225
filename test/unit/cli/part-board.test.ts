import { equal } from 'node:assert/strict'
import { PartBoard } from '../../../server/threads/part-board'

describe('the parts of a file that threads share', () => {
  it('are read by the first thread where nobody else has begun', () => {
    const { first } = boards()
    equal(first.arrive(0), undefined)
    equal(first.arrive(1), undefined)
  })

  it('are claimed ahead of the first thread, each once', () => {
    const { first, other } = boards()
    first.arrive(3)
    equal(other.claim(), 6)
    equal(other.claim(), 7)
    first.arrive(4)
    equal(other.claim(), 8)
  })

  it('are handed over in the slot into which they were read', () => {
    const { first, other } = boards()
    const part = other.claim()!
    equal(other.freeSlot([1]), 1)
    other.tell(part, 1)
    equal(other.freeSlot([1, 0]), 0)
    equal(first.arrive(part), 1)
    first.free(1)
    equal(other.freeSlot([1]), 1)
  })

  it('are read by the first thread when another does not come back in time', () => {
    const { first, other } = boards()
    const part = other.claim()!
    equal(first.arrive(part), undefined)
    other.tell(part, 0)
    equal(other.freeSlot([0]), 0)
    equal(first.arrive(part), undefined)
  })

  it('are begun by nobody once it is over', () => {
    const { first, other } = boards()
    first.close()
    equal(other.freeSlot([0, 1]), undefined)
  })
})

/** The same board, of ten parts and two slots, as two threads have it. */
function boards(): { first: PartBoard; other: PartBoard } {
  const first = PartBoard.of(10, 2)
  return { first, other: PartBoard.shared(first.shared, 10) }
}
