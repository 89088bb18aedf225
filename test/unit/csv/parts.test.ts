import assert from 'node:assert/strict'
import fc from 'fast-check'
import { guessedRowStart } from '../../../server/engine/csv/row-start'
import { openText } from '../../../server/engine/dataset'
import { signatureAt } from '../../../server/engine/model/chunk'
import type { Source } from '../../../server/engine/model/source'
import { sourceAhead } from '../ahead'
import { unheldSource } from '../unheld'

const encoder = new TextEncoder()
const marks = { delimiter: 44, quote: 34 }

/** The rows that opening a text looks at. */
const opening = `id,label\n${'0,x\n'.repeat(150)}`

/** Fields among which some hold line ends and doubled quotes, some look like the end of a cell, and some are no CSV. */
const field = fc.constantFrom(
  'a',
  'été',
  '12',
  '',
  '"x"',
  '"a\nb"',
  '"say ""x"""',
  '","',
  '"\n"',
  '",\n,"',
  '"\r\n"',
  'x"y',
)
const text = fc
  .tuple(
    fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 60 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([rows, end]) => encoder.encode(`${opening}${rows.map(cells => cells.join(',')).join(end)}`))

describe('a text whose parts are read ahead', () => {
  it('has the rows and cells that it has when it is read alone, wherever the parts begin', () => {
    let taken = 0
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), fc.constantFrom(1, 16, 64), (bytes, partSize, chunkSize) => {
        const source = sourceAhead(bytes, partSize, chunk => (taken += Number(chunk === 'taken')))
        assert.deepEqual(rowsOf(source, chunkSize), rowsOf(unheldSource(bytes), chunkSize))
      }),
      { numRuns: 500 },
    )
    assert.ok(taken > 1_000, String(taken))
  })

  it('is read ahead in all but its first part where its cells hold line ends', () => {
    const rows = Array.from({ length: 400 }, (_, i) => `${i},"one\nand, ""two""\n${i}"`)
    const { taken, refused } = partsOf(`${opening}${rows.join('\n')}\n`)
    assert.equal(refused, 0)
    assert.ok(taken > 20, String(taken))
  })

  it('is read alone where a guess was wrong', () => {
    // Seen from inside a cell, what stands in these looks like rows, and the rows look like cells.
    const inside = ',"\n7,""\n'.repeat(12)
    const rows = Array.from({ length: 60 }, (_, i) => `${i},"${inside.replaceAll('"', '""')}"`)
    const { refused } = partsOf(`${opening}${rows.join('\n')}\n`)
    assert.ok(refused > 5, String(refused))
  })
})

describe('where a row seems to begin', () => {
  it('is behind a line end', () => check('b,c\n|d,e\n'))
  it('is where the text begins, behind the line end of the row before', () => check('\n|d,e\n'))
  it('is behind both bytes of CRLF', () => check('b\r\n|d'))
  it('is behind CR', () => check('b\r|d'))
  it('is not inside quotes that open', () => check('b,"c\nd",e\n|f\n'))
  it('is not inside quotes that close', () => check('b\nc",d\n|e\n'))
  it('is found behind doubled quotes', () => check('b ""c""\nd",e\n|f\n'))
  it('is nowhere in a text without line ends', () => check('b,c,d'))
  it('is nowhere while it is not known what follows CR', () => check('b,c\r'))
})

/** `|`: where it is; nowhere when there is none. */
function check(written: string): void {
  const at = written.indexOf('|')
  const bytes = encoder.encode(written.replace('|', ''))
  assert.equal(guessedRowStart(bytes, marks), at < 0 ? -1 : encoder.encode(written.slice(0, at)).length)
}

/** What becomes of the chunks behind the first part of a text, whose cells are those that are read alone. */
function partsOf(written: string): { taken: number; refused: number } {
  const bytes = encoder.encode(written)
  const counts = { taken: 0, refused: 0 }
  const heard: ('taken' | 'refused')[] = []
  const source = sourceAhead(bytes, 500, chunk => heard.push(chunk))
  assert.deepEqual(rowsOf(source, 250), rowsOf(unheldSource(bytes), 250))
  // The first part is never read ahead.
  for (const chunk of heard.slice(heard.indexOf('taken'))) counts[chunk]++
  return counts
}

/** Each row with its number, where it begins, and its cells with their signatures. */
function rowsOf(source: Source, chunkSize: number): unknown[] {
  const { table } = openText(source, { schema: 'none', dialect: { delimiter: ',', quoteChar: '"' }, chunkSize })
  const rows: unknown[] = []
  for (const chunk of table.chunks({ keys: [] }))
    for (let i = 0; i < chunk.rowCount; i++)
      for (let cell = chunk.rowCells[i]!; cell < chunk.rowCells[i + 1]!; cell++)
        rows.push([
          chunk.firstRow + i,
          chunk.start + chunk.cellStart[cell]!,
          table.textAt(chunk, cell),
          signatureAt(chunk, cell),
        ])
  return [...rows, table.faultsOfWhole()]
}
