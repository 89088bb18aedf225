import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { openDataset } from '../../../server/engine/dataset'
import type { ColumnProfile } from '../../../server/engine/model/profile'
import { profile } from '../../../server/engine/profile'
import { sameAsDuckDb } from './same-figures'

/** The profile of the only column of a table whose cells these are. */
function columnOf(cells: readonly (string | number)[], label = 'montant'): ColumnProfile {
  return profiled(`${label};autre\n${cells.map(cell => `${cell};x\n`).join('')}`)[0]!
}

function profiled(csv: string): readonly ColumnProfile[] {
  return profile(openDataset(new TextEncoder().encode(csv), { schema: 'none' })).columns
}

describe('profile', () => {
  it('tells the figures of amounts', () => {
    const { numbers, ...column } = columnOf([500, 800, 1200, 1500, 1500, 2000, 2000, 3000, 60_000])
    assert.deepEqual([column.found.type, column.filled, column.unread], ['integer', 9, 0])
    assert.equal(column.distinct.count, 7)
    assert.deepEqual([numbers!.sum, numbers!.mean], [72_500, 72_500 / 9])
    assert.deepEqual([numbers!.lowerQuartile, numbers!.median, numbers!.upperQuartile], [1200, 1500, 2000])
    assert.deepEqual(numbers!.outliers, {
      below: 0,
      above: 1,
      lowerFence: 0,
      upperFence: 3200,
      farthest: [{ value: 60_000, row: 9 }],
    })
    assert.deepEqual(numbers!.histogram.counts, [8, 0, 0, 0, 0, 1])
  })

  it('tells where the values lie that are farthest from the others, five of them, on both sides', () => {
    const usual = Array.from({ length: 40 }, (_, i) => 100 + (i % 10))
    const { below, above, farthest } = columnOf([5000, -900, ...usual, '"5 001,00"', 300, 5000, 4000, 4000]).numbers!
      .outliers
    assert.deepEqual([below, above], [1, 6])
    assert.deepEqual(
      farthest.map(({ value, row }) => [row, value]),
      [
        [43, 5001],
        [1, 5000],
        [45, 5000],
        [46, 4000],
        [47, 4000],
      ],
    )
    assert.deepEqual(columnOf([...usual, -900]).numbers!.outliers.farthest, [{ value: -900, row: 41 }])
  })

  it('tells Gini’s index: 0 when all have the same, near 1 when one has all', () => {
    assert.equal(columnOf([5, 5, 5, 5]).numbers!.gini, 0)
    assert.ok(columnOf([...Array.from({ length: 99 }, () => 0), 100]).numbers!.gini! > 0.98)
    // By hand: the areas under the Lorenz curve of 1, 2, 3, 4 make a quarter.
    assert.ok(Math.abs(columnOf([4, 1, 3, 2]).numbers!.gini! - 0.25) < 1e-12)
    assert.equal(columnOf([-1, 2, 3]).numbers!.gini, undefined)
    assert.equal(columnOf([101, 102, 103], 'identifiant').numbers!.gini, undefined)
  })

  it('counts what is of another type, and understands what can mean one thing only', () => {
    const { numbers, ...column } = columnOf([...Array.from({ length: 8 }, () => '10.5'), '1 250,25', 'gratuit'])
    assert.deepEqual([column.found.type, column.unread, column.understood], ['number', 2, 1])
    assert.equal(numbers!.greatest, 1250.25)
  })

  it('does not count as values the spellings for none', () => {
    const column = columnOf(['12', 'NC', '', '14', ' ', 'NC', '15', '16'])
    assert.deepEqual([column.filled, column.absent, column.unread, column.distinct.count], [4, 2, 0, 4])
  })

  it('tells the span of dates and the longest stretch without any', () => {
    const days = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-03-01', '2024-03-02']
    assert.deepEqual(columnOf(days, 'date').dates, {
      first: '2024-01-01',
      last: '2024-03-02',
      median: '2024-01-03',
      span: 61,
      unit: 'day',
      usualStep: 1,
      gap: { after: '2024-01-04', before: '2024-03-01', length: 57 },
      histogram: { from: '2024-01-01', to: '2024-03-02', counts: [4, 0, 0, 0, 0, 2] },
    })
    const french = columnOf(['14/07/2023', '25/12/2023'], 'date').dates!
    assert.deepEqual([french.first, french.last], ['2023-07-14', '2023-12-25'])
    const moments = columnOf(['2024-05-01T08:00:00', '2024-05-02T09:30:00'], 'heure').dates!
    assert.deepEqual([moments.first, moments.last, moments.span], ['2024-05-01T08:00:00', '2024-05-02T09:30:00', 1])
  })

  it('names the values that come most often', () => {
    const { top, texts } = columnOf(['été', '"a;b ""c"""', 'été', 'hiver', 'été', '"a;b ""c"""'], 'saison')
    assert.deepEqual(top, [
      { value: 'été', count: 3 },
      { value: 'a;b "c"', count: 2 },
      { value: 'hiver', count: 1 },
    ])
    assert.deepEqual(texts, { least: 'a;b "c"', greatest: 'été', shortest: 3, longest: 7 })
  })

  it('leaves out blank rows, the header and cells that are not there', () => {
    const { rows, columns } = profile(openDataset(new TextEncoder().encode('a;b\n1;2\n;\n3\n'), { schema: 'none' }))
    assert.equal(rows, 2)
    assert.deepEqual(
      columns.map(({ filled }) => filled),
      [2, 1],
    )
  })

  it('tells no value of a withheld column, nor a figure made of values', () => {
    const dataset = openDataset(new TextEncoder().encode('nir;numero\n294032A12345692;12\nx;185057800608491\n'))
    const { columns } = profile(dataset)
    assert.doesNotMatch(JSON.stringify(columns), /294032A|18505|12/)
    assert.deepEqual(
      columns.map(({ filled, isWithheld }) => [filled, isWithheld]),
      [
        [2, true],
        [2, true],
      ],
    )
  })

  it('reads only the columns that are asked for', () => {
    const dataset = openDataset(new TextEncoder().encode('a;b\n1;2\n'))
    assert.deepEqual(
      profile(dataset, { columns: [1] }).columns.map(({ label }) => label),
      ['b'],
    )
  })

  it('is the same whatever the chunks', () => {
    const csv = `a;b;c\n${Array.from({ length: 300 }, (_, i) => `${(i * 7) % 50};"v""${i % 9}";2024-01-${10 + (i % 20)}\n`).join('')}`
    const sizes = [1, 64, 1_024, 16_384].map(chunkSize =>
      profile(openDataset(new TextEncoder().encode(csv), { chunkSize, schema: 'none' })),
    )
    for (const other of sizes.slice(1)) assert.deepEqual(other, sizes[0])
    assert.equal(sizes[0]!.rows, 300)
  })

  it('has the figures of DuckDB on generated tables', async () => {
    const word = fc.stringMatching(/^[a-zà-ÿ"; ]{0,12}[a-zé]$/)
    const row = fc.tuple(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(number => number.toFixed(2)),
      fc.integer({ min: 0, max: 12 }).map(String),
      fc.option(
        fc.integer({ min: 1, max: 100_000 }).map(number => String(number ** 2)),
        { nil: '' },
      ),
      word,
      fc.constantFrom('oui', 'non', ''),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 300 }), async rows => {
        const lines = rows.map(cells =>
          cells.map(cell => (/[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)),
        )
        const csv = `solde;nombre;montant;nom;accord\n${lines.map(line => `${line.join(';')}\n`).join('')}`
        await sameAsDuckDb(
          openDataset(new TextEncoder().encode(csv), {
            schema: 'none',
            dialect: { delimiter: ';', quoteChar: '"', headerRows: [0] },
          }),
          csv,
        )
      }),
      { numRuns: 15 },
    )
  })

  it('has the figures of DuckDB where numbers are sorted in steps and values are too many to be kept', async function () {
    this.timeout(60_000)
    const rows = Array.from({ length: 200_000 }, (_, i) => {
      const amount = ((i * 7919) % 1_000_003) / 100 + (i % 1000 === 0 ? 1e7 : 0)
      return `${amount.toFixed(2)};ref-${(i * 31) % 150_000};${i % 3 === 0 ? 'a' : 'b'}\n`
    })
    const dataset = openDataset(new TextEncoder().encode(`montant;reference;type\n${rows.join('')}`), {
      schema: 'none',
    })
    assert.equal(await sameAsDuckDb(dataset, 'large'), 3)
    const [, reference] = profile(dataset).columns
    assert.ok(reference!.distinct.margin > 0)
  })
})
