import assert from 'node:assert/strict'
import fc from 'fast-check'
import { LiveCheck } from '../../server/engine/live-check'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { LiveText } from '../../server/engine/model/live-text'
import { putIn } from '../../server/engine/model/put-in'

const encoder = new TextEncoder()
const LABELS = 'nom;montant;date\n'
/** Cells beyond which one entry stands for all of a rule in a column, and rows that it tells. */
const [SINGLE, ROWS] = [20, 5]

const row = fc
  .tuple(
    fc.constantFrom('Amicale', ' Judo', 'Danse ', 'Théâtre\u200B', 'Ã©cole'),
    fc.constantFrom('12', '1 200', '12,5', 'n/c'),
    fc.constantFrom('2024-05-06', '06/05/2024', '2024-02-30', ''),
  )
  .map(cells => `${cells.join(';')}\n`)
const rows = fc.array(fc.oneof({ arbitrary: row, weight: 20 }, fc.constantFrom(';;\n', 'a;b\n', 'a;b;c;d\n')), {
  minLength: 30,
  maxLength: 90,
})
const edits = fc.array(fc.tuple(fc.nat(100), fc.nat(12), fc.array(row, { maxLength: 8 })), { maxLength: 4 })

describe('the entries of a report on a text under edit', () => {
  for (const chunkSize of [64, 1_024])
    it(`are the first of all findings of each rule in a column, in chunks of ${chunkSize} bytes`, () => {
      let groups = 0
      fc.assert(
        fc.property(rows, edits, (first, changes) => {
          let now: readonly string[] = first
          const text = new LiveText(encoder.encode(LABELS + first.join('')))
          const live = new LiveCheck(text, { schema: 'none', chunkSize }, {})
          for (const _ of live.steps());
          for (const [at, removed, written] of changes) {
            const from = Math.min(at, now.length)
            const [before, gone] = [now.slice(0, from), now.slice(from, from + removed)]
            const start = encoder.encode(LABELS + before.join('')).length
            const end = start + encoder.encode(gone.join('')).length
            live.edit({ start, end }, encoder.encode(written.join('')))
            for (const _ of live.steps());
            now = [...before, ...written, ...now.slice(from + removed)]
          }
          const { entries, untold } = live.gathered(10_000)
          assert.equal(untold, 0)
          const told = entries.map(({ first: one, count, rows: told }) => [placeOf(one), count, count > 1 ? told : []])
          const expected = entriesOf([...live.findings()])
          groups += expected.filter(([, count]) => count > 1).length
          assert.deepEqual(told.toSorted(), expected.toSorted())
        }),
        { numRuns: 40 },
      )
      assert.ok(groups > 20, String(groups))
    })
})

function entriesOf(found: readonly Diagnostic[]): [string, number, number[]][] {
  const alike = new Map<unknown, Diagnostic[]>()
  for (const one of found)
    putIn(alike, one.row === undefined || one.column === undefined ? one : `${one.rule} ${one.column}`, one)
  return [...alike.values()].flatMap((all): [string, number, number[]][] =>
    all.length > SINGLE
      ? [[placeOf(all[0]!), all.length, all.slice(0, ROWS).map(({ row: told }) => told!)]]
      : all.map(one => [placeOf(one), 1, []]),
  )
}

function placeOf({ rule, row: at, column, span }: Diagnostic): string {
  return [rule, at, column, span.start, span.end].join(' ')
}
