import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openText } from '../../server/engine/dataset'
import { LiveCheck } from '../../server/engine/live-check'
import { type Lesson, mostlyOf, share, tally } from '../../server/engine/model/lesson'
import { LiveText } from '../../server/engine/model/live-text'
import { flatSource } from '../../server/engine/model/source'

const encoder = new TextEncoder()

/** What depends on the order of the values, on the first of them, on how many there are of each, and on how many pass. */
const lessons: readonly Lesson<unknown>[] = [
  values => values.slice(0, 12).join('|'),
  tally<unknown, string>({
    kindOf: value => value,
    judge: counts => [...counts].toSorted(),
    leavesOut: values => Math.min(3, values),
  }),
  tally<unknown, string>({
    kindOf: value => (value === 'b' ? undefined : value),
    judge: counts => [...counts].toSorted(),
  }),
  mostlyOf(0.5, value => value === 'a'),
  mostlyOf(0.2, value => value === 'b'),
  share({ test: value => value === 'c', isEnough: found => found > 0 }),
  share({ test: value => value === 'c', isEnough: (found, values) => found <= 0.3 * values }),
]

const value = fc.constantFrom('a', 'b', 'c', '')
const row = fc.tuple(value, value).map(([one, other]) => `${one};${other}`)
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 1_010 }),
    removed: fc.constantFrom(0, 1, 2, 30, 400, 700),
    written: fc.array(row, { maxLength: 3 }),
    isMove: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('what the first rows teach while the text is edited', () => {
  for (const chunkSize of [16, 256])
    it(`is what they teach a fresh reading, in chunks of ${chunkSize} bytes`, () => {
      fc.assert(
        fc.property(fc.array(row, { minLength: 3, maxLength: 20 }), edits, (some, changes) => {
          let rows = Array.from({ length: 1_200 }, (_, i) => some[i % some.length]!)
          const options = { chunkSize, schema: 'none' as const, dialect: { delimiter: ';' } }
          const live = new LiveCheck(new LiveText(textOf(rows)), options, {})
          const before = live.dataset
          taught(before)
          for (const { at, removed, written, isMove } of changes) {
            const gone = rows.slice(at, at + removed)
            const come = isMove ? gone.toReversed() : written
            const start = textOf(rows.slice(0, at)).length
            live.edit({ start, end: start + textOf(rows.slice(0, at + removed)).length - start }, linesOf(come))
            rows = rows.toSpliced(at, removed, ...come)
            live.settle()
            assert.deepEqual(taught(live.dataset), taught(openText(flatSource(textOf(rows)), options)))
          }
        }),
        { numRuns: 40 },
      )
    }).timeout(120_000)

  it('is not learnt of a row that an edit has pushed out of them, though its chunk is as it was', () => {
    // Chunks of seven rows, the last of which ends where the first rows do.
    const options = { chunkSize: 28, schema: 'none' as const, dialect: { delimiter: ';' } }
    const rows = Array.from({ length: 1_100 }, (_, i) => (i > 978 && i < 1_000 ? '1;b' : 'a;b'))
    const live = new LiveCheck(new LiveText(linesOf(['o;p', ...rows])), options, {})
    taught(live.dataset)
    live.edit({ start: 4, end: 4 }, linesOf(['a;b']))
    live.settle()
    assert.deepEqual(taught(live.dataset), taught(openText(flatSource(linesOf(['o;p', 'a;b', ...rows])), options)))
  })

  it('are read of a row in many pieces as far as the column that is asked for', () => {
    const row = Array.from({ length: 500_000 }, (_, i) => `v${i}`).join()
    const { table, firstRows } = openText(flatSource(linesOf([row, row, row])), {})
    const pieces = new Set<number>()
    const { indexes } = table.cut
    const of = indexes.of.bind(indexes)
    indexes.of = head => {
      pieces.add(head.firstColumn)
      return of(head)
    }
    assert.deepEqual(firstRows.values(7), ['v7', 'v7'])
    assert.deepEqual([...pieces], [0])
    assert.deepEqual(firstRows.values(400_000), ['v400000', 'v400000'])
    assert.ok(pieces.size > 2)
  })
})

function taught({ described, firstRows }: ReturnType<typeof openText>): unknown {
  return described.columns.map(column => [
    firstRows.habit(column.index),
    ...lessons.map(lesson => column.learn(lesson)),
  ])
}

function textOf(rows: readonly string[]): Uint8Array {
  return linesOf(['one;other', ...rows])
}

function linesOf(rows: readonly string[]): Uint8Array {
  return encoder.encode(rows.map(one => `${one}\n`).join(''))
}
