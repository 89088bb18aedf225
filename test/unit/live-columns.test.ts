import assert from 'node:assert/strict'
import fc from 'fast-check'
import { EditedTable } from './edited'

/** Milliseconds for hundreds of random edits, each beside a fresh check, on a machine that has other work. */
const LONG = 120_000

/** Rows of numbers, some of them far from the others. */
const amount = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 20, max: 90 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('45000', '52,5', '1 250', '0.05', '0.5', '', 'x', '12 €', '99999999999999') },
)
const numberRow = fc.tuple(amount, fc.constantFrom('25', '24', '26', '0', '24.5'))
const numberEdits = fc.array(
  fc.record({ row: fc.nat({ max: 40 }), removed: fc.nat({ max: 3 }), written: fc.array(numberRow, { maxLength: 3 }) }),
  { minLength: 1, maxLength: 8 },
)

describe('findings about the numbers of a column while the text is edited', () => {
  for (const chunkSize of [1, 64, 4_096])
    it(`are those of a fresh reading, in chunks of ${chunkSize} bytes`, () => {
      const seen = new Set<string>()
      fc.assert(
        fc.property(fc.array(numberRow, { minLength: 4, maxLength: 40 }), numberEdits, (start, changes) => {
          const lines = (rows: typeof start) => rows.map(cells => cells.join(';'))
          const table = new EditedTable(['montant;part (%)', ...lines(start)], { chunkSize, schema: 'none' })
          for (const { row, removed, written } of changes)
            for (const one of table.edit(1 + row, removed, lines(written))) seen.add(one.split(' ')[0]!)
        }),
        { endOnFailure: true, numRuns: 75 },
      )
      for (const rule of ['outlier', 'magnitude-slip', 'mean-median-gap', 'percent-total'])
        assert.ok(seen.has(rule), rule)
    }).timeout(LONG)
})

/** Rows of what follows one another, one or the other of which lacks, or is empty. */
const monthEdits = fc.array(
  fc.record({
    row: fc.nat({ max: 30 }),
    removed: fc.nat({ max: 2 }),
    written: fc.array(fc.constantFrom('2024-07;DEL-09;a', '2024-15;;a', ';DEL-3;', '2025-01;DEL-12;b', '"";"x";'), {
      maxLength: 2,
    }),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('findings about a column as a whole while the text is edited', () => {
  for (const chunkSize of [1, 64, 4_096])
    it(`are those of a fresh reading, in chunks of ${chunkSize} bytes`, () => {
      const seen = new Set<string>()
      fc.assert(
        fc.property(fc.constantFrom('a', ''), monthEdits, (note, changes) => {
          const rows = Array.from(
            { length: 24 },
            (_, i) => `${2024 + Math.floor(i / 12)}-${two((i % 12) + 1)};DEL-${two(i + 1)};${note}`,
          )
          const table = new EditedTable(['mois;numero deliberation;note', ...rows], { chunkSize, schema: 'none' })
          for (const { row, removed, written } of changes)
            for (const one of table.edit(1 + row, removed, written)) seen.add(one.split(' ')[0]!)
        }),
        { endOnFailure: true, numRuns: 75 },
      )
      for (const rule of ['constant-column', 'series-gap', 'sequence-gap']) assert.ok(seen.has(rule), rule)
    }).timeout(LONG)
})

/** Rows beyond the first ones, and what the first ones may come to hold so often that it is usual. */
const habitRow = fc.constantFrom(
  'Judo;2024-03-01;500;x',
  ';Theatre;2024-03-02;800',
  'Danse;voir note;n-c;x',
  'Danse;voir note;12;x',
  'Foot;2024-03-05;7-8;x',
)
const habitEdits = fc.array(
  fc.record({
    row: fc.nat({ max: 1_000 }),
    removed: fc.constantFrom(0, 1, 40, 900),
    written: fc.tuple(habitRow, fc.constantFrom(0, 1, 18, 25, 60)),
  }),
  { minLength: 2, maxLength: 6 },
)

describe('findings that the habits of the first rows decide, while these are edited', () => {
  for (const chunkSize of [64, 4_096])
    it(`are those of a fresh reading, in chunks of ${chunkSize} bytes`, () => {
      let shifted = new Set<number>()
      fc.assert(
        fc.property(fc.array(habitRow, { minLength: 1, maxLength: 8 }), habitEdits, (some, changes) => {
          const rows = Array.from({ length: 1_400 }, (_, i) =>
            i > 1_000 && i % 50 === 0 ? some[(i / 50) % some.length]! : 'Judo;2024-03-01;500;x',
          )
          const table = new EditedTable(['association;date;montant;note', ...rows], { chunkSize, schema: 'none' }, {})
          for (const { row, removed, written } of changes) {
            const lines = Array.from({ length: written[1] }, () => written[0])
            const found = table.edit(1 + row, removed, lines)
            shifted = shifted.add(found.filter(one => one.startsWith('shifted-row')).length)
          }
        }),
        { endOnFailure: true, numRuns: 8 },
      )
      assert.ok(shifted.size > 1)
    }).timeout(LONG)
})

describe('a number beyond the fences that other numbers have moved', () => {
  it('is found although none lay between the fences when they moved', () => {
    const amounts = ['20', '57', '45000', '0.05', '20', '0.5', '20', '57', '21'].map(one => `${one};25`)
    const table = new EditedTable(['montant;part (%)', ...amounts], { schema: 'none' })
    table.edit(1, 2, ['27;25', '20;25'])
    const found = table.edit(1, 0, ['1 250;25', '20;25', '20;25'])
    assert.equal(found.filter(one => one.startsWith('outlier')).length, 2)
  })
})

describe('a row that says what one before it says', () => {
  it('is told as soon as most rows are different, and no longer when they are not', () => {
    const table = new EditedTable(['mobilier;rue', ...times(15, 'Banc;')], { schema: 'none' }, {})
    const places = Array.from({ length: 9 }, (_, i) => `Banc;${i + 1} rue Haute`)
    assert.equal(copies(table.edit(1, 9, places)), 5)
    assert.equal(copies(table.edit(1, 9, times(9, 'Banc;'))), 0)
  })
})

describe('a spelling that was the usual one', () => {
  it('is found in rows that were found to be fine', () => {
    const before = ['genre;note', ...times(12, 'Aide'), ...times(2, 'aide'), ...times(8, 'Prêt')]
    const table = new EditedTable(before, { chunkSize: 64, schema: 'none' }, {})
    const found = table.edit(before.length, 0, times(40, 'aide'))
    assert.equal(found.filter(one => one.startsWith('category-variant')).length, 12)
  })
})

describe('a spelling that is at fault again', () => {
  it('is found though the tests of the rows were made for another column meanwhile', () => {
    const rows = [...times(12, 'Aide;Nord'), ...times(2, 'aide;Nord')]
    const table = new EditedTable(['genre;zone;note', ...rows], { chunkSize: 64, schema: 'none' }, {})
    table.edit(13, 2, times(2, 'Aide;nord'))
    const found = table.edit(13, 0, times(2, 'aide;Nord'))
    assert.equal(found.filter(one => one.startsWith('category-variant')).length, 4)
  })
})

function times(count: number, kind: string): string[] {
  return Array.from({ length: count }, () => `${kind};x`)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function copies(found: readonly string[]): number {
  return found.filter(one => one.startsWith('duplicate-row')).length
}
