import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CsvTable } from '../../../server/engine/csv/table'
import { kernel } from '../../../server/engine/kernel/kernel'
import type { AskedColumn } from '../../../server/engine/kernel/program'
import { signature } from '../../../server/engine/model/signature'
import { flatSource } from '../../../server/engine/model/source'
import { plainDialect } from '../plain-dialect'

const encoder = new TextEncoder()
const fine = ['a', 'été', 'x "y"']
const more = ['b', 'A', 'é', 'a b', 'y "x"', ' a', 'é ', '12', '-', 'l’été', 'x'.repeat(130), 'y'.repeat(126)]

const any: Partial<AskedColumn> = { concerns: -1, tests: [{ concerns: -1, form: undefined }] }

/** Columns of which all cells count, those that are not fine, with letters, without a value too, with spaces at an edge. */
const asked: readonly (readonly [column: Partial<AskedColumn>, counts: (text: string) => boolean])[] = [
  [any, text => text !== ''],
  [{ concerns: -1, tests: [{ concerns: -1, form: spelling(fine) }] }, text => text !== '' && !fine.includes(text)],
  [
    { concerns: signature.letter, tests: [{ concerns: signature.letter, form: undefined }] },
    text => /[A-Za-z]/.test(text),
  ],
  [{ ...any, whenEmpty: 'look', missing: ['-'], looksAtMissing: true }, () => true],
  [
    { concerns: signature.edgeSpace, tests: [{ concerns: signature.edgeSpace, form: undefined }] },
    text => text.trim() !== text,
  ],
  [{}, () => false],
]

describe('the contents of a column', () => {
  it('are told or counted as often as cells have them, chunk after chunk', () => {
    const columns = fc.array(fc.nat(asked.length - 1), { minLength: 1, maxLength: 5 })
    const cell = fc.tuple(fc.constantFrom(...fine, ...more, ''), fc.boolean()).map(([text, isQuoted]) => {
      return isQuoted || /"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 20, maxLength: 60 })
    let count = 0
    fc.assert(
      fc.property(columns, rows, fc.constantFrom(16, 64, 4_096), fc.boolean(), (columns, rows, size, areSigned) => {
        const text = rows.map(cells => `${cells.join(',')}\n`).join('')
        const { found, counted } = contentsIn(
          text,
          columns.map(column => asked[column]![0]),
          size,
          areSigned,
        )
        count += counted
        const values = rows.map(cells => cells.map(cell => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')))
        columns.forEach((column, i) => {
          const expected = values.flatMap(cells =>
            i < cells.length && asked[column]![1](cells[i]!) ? [cells[i]!] : [],
          )
          assert.deepEqual(found[i], frequencies(expected))
        })
      }),
      { numRuns: 500 },
    )
    assert.ok(count > 1_000, String(count))
  })

  it('are counted up to a thousand of them, and given up where most are new', () => {
    const few = Array.from({ length: 4_000 }, (_, i) => `text ${i % 1_000}`)
    const [all] = contentsIn(`${few.join('\n')}\n`, [any], 16_384).numbers
    assert.equal(all, 1_000)
    const many = Array.from({ length: 20_000 }, (_, i) => (i < 100 ? 'one' : `text ${i}`))
    const { found, counted, numbers } = contentsIn(`${many.join('\n')}\none\n`, [any], 16_384)
    assert.deepEqual(found[0], frequencies([...many, 'one']))
    assert.equal(numbers[0], 1_024)
    // The last one was not asked about any longer.
    assert.equal(counted, 99)
  })

  it('are of one table each, though there is no room for all', () => {
    const columns = Array.from({ length: 12 }, () => any)
    const tables = Array.from({ length: 4 }, (_, i) => countingOf(textOf(i), columns, 1_024))
    for (let left = true; left; ) left = tables.map(table => table.step()).includes(true)
    for (const [i, table] of tables.entries()) {
      assert.deepEqual(
        table.found[11],
        frequencies(
          textOf(i)
            .split('\n')
            .slice(0, -1)
            .map(row => row.split(',')[11]!),
        ),
      )
      assert.ok(table.counted > 0)
    }
  })
})

/** Rows of twelve cells, which are like those of another such table. */
function textOf(number: number): string {
  const row = (i: number) => Array.from({ length: 12 }, (_, column) => `text ${(i * (number + 1)) % (column + 3)}`)
  return Array.from({ length: 50 }, (_, i) => `${row(i).join(',')}\n`).join('')
}

/** How many cells of each column have a content, how many of them the kernel counted, and how many contents it keeps. */
function contentsIn(text: string, columns: readonly Partial<AskedColumn>[], size: number, areSigned = false) {
  const counting = countingOf(text, columns, size, areSigned)
  while (counting.step());
  return counting
}

function countingOf(text: string, columns: readonly Partial<AskedColumn>[], size: number, areSigned = false) {
  const table = new CsvTable(flatSource(encoder.encode(text)), plainDialect, { size })
  const program = kernel()!.program({
    wanted: 0,
    width: columns.length,
    filledCount: 0,
    quote: 34,
    label: undefined,
    columns: columns.map(column => ({ ...nothing, ...column })),
    areCounted: true,
  })!
  // Each chunk is lent until the next one comes.
  const chunks = table.chunks(areSigned ? undefined : { keys: [] })[Symbol.iterator]()
  const found = columns.map(() => new Map<string, number>())
  const known = columns.map((): string[] => [])
  const counting = { found, counted: 0, numbers: columns.map(() => 0), step }
  function step(): boolean {
    const { value: chunk, done } = chunks.next()
    if (done) return false
    const contents = kernel()!.contents(chunk, 0, program)!
    for (let at = 0; at < contents.length; ) {
      const [column, cells, others] = contents.subarray(at, at + 3) as unknown as [number, number, number]
      const add = (text: string, more: number) => found[column]!.set(text, (found[column]!.get(text) ?? 0) + more)
      at += 3
      for (const end = at + 2 * cells; at < end; at += 2) {
        const text = table.textAt(chunk, contents[at]!)
        const number = contents[at + 1]!
        if (number > 0) known[column]![number] = text
        counting.numbers[column] = Math.max(counting.numbers[column]!, number)
        add(text, 1)
      }
      for (const end = at + 2 * others; at < end; at += 2) {
        add(known[column]![contents[at]!]!, contents[at + 1]!)
        counting.counted += contents[at + 1]!
      }
    }
    return true
  }
  return counting
}

const nothing: AskedColumn = {
  usual: -1,
  isUsuallyFilled: false,
  concerns: 0,
  whenEmpty: 'pass',
  missing: [],
  looksAtMissing: false,
  tests: [],
}

function spelling(texts: readonly string[]): AskedColumn['tests'][number]['form'] {
  return { is: 'one-of', spellings: texts.map(text => encoder.encode(text)) }
}

function frequencies(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
