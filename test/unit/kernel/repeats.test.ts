import assert from 'node:assert/strict'
import fc from 'fast-check'
import { hashRoom } from '../../../server/engine/kernel/hash-room'
import { PlainHashRoom } from '../../../server/engine/model/hash-room'
import { Repeats } from '../../../server/engine/model/repeats'
import type { Spill } from '../../../server/engine/model/spill'
import { temporarySpill } from '../../../server/files/temporary-spill'

const opened: Spill[] = []
afterEach(() => opened.splice(0).forEach(spill => spill.close()))

function spillOf(limit: number): Spill {
  const spill = temporarySpill(limit)
  opened.push(spill)
  return spill
}

const places: [string, () => Repeats][] = [
  ['in the kernel', () => new Repeats(hashRoom(Infinity))],
  ['as they are defined', () => new Repeats(new PlainHashRoom())],
  ['in the kernel, spilled', () => new Repeats(hashRoom(Infinity), spillOf(2_000))],
  ['in the kernel, spilled now and then', () => new Repeats(hashRoom(Infinity), spillOf(1 << 16))],
  ['as they are defined, spilled', () => new Repeats(new PlainHashRoom(), spillOf(2_000))],
]

for (const [where, newRepeats] of places)
  describe(`keys that come up again, ${where}`, () => {
    /** The upper half is 0 where a row has no key; of the lower one seven bits are kept. */
    const hash = fc.tuple(
      fc.constantFrom(0, 2 ** 25, 2 ** 31, 2 ** 32 - 2 ** 25),
      fc.constantFrom(0, 1, 2, 2 ** 32 - 1),
    )
    const chunks = fc.array(fc.tuple(fc.nat(1), fc.nat(5), fc.array(hash, { maxLength: 60 })), { maxLength: 12 })

    it('are told with the first row that has them', () => {
      fc.assert(
        fc.property(chunks, chunks => {
          const repeats = newRepeats()
          const keys = [repeats.begin(), repeats.begin()]
          const expected: [number, number][][] = keys.map(() => [])
          const firsts = keys.map(() => new Map<string, number>())
          let row = 0
          for (const [key, skipped, hashes] of chunks) {
            row += skipped
            repeats.add(keys[key]!, row, Uint32Array.from(hashes.flat()))
            for (const [low, high] of hashes) {
              const first = firsts[key]!.get(`${low} ${high}`)
              if (high > 0 && first === undefined) firsts[key]!.set(`${low} ${high}`, row)
              else if (high > 0) expected[key]!.push([row, first!])
              row++
            }
          }
          assert.deepEqual(
            keys.map(key => [...repeats.pairs(key)]),
            expected,
          )
        }),
      )
    })

    it('are kept in as many blocks as it takes', () => {
      const repeats = newRepeats()
      const key = repeats.begin()
      const hashes = Array.from({ length: 300_000 }, (_, row) => [0, 1 + (row % 299_999)])
      repeats.add(key, 7, Uint32Array.from(hashes.flat()))
      assert.deepEqual([...repeats.pairs(key)], [[300_006, 7]])
    })

    it('are found among many that repeat the same few', () => {
      const repeats = newRepeats()
      const key = repeats.begin()
      const hashes = Array.from({ length: 100_000 }, (_, row) => [2 ** 31, 1 + (row % 3)])
      repeats.add(key, 0, Uint32Array.from(hashes.flat()))
      const expected = hashes.map((_, row) => [row, row % 3])
      assert.deepEqual([...repeats.pairs(key)], expected.slice(3))
    })
  })
