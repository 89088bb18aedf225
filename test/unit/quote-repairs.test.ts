import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { openDataset, textOf } from '../../server/engine/dataset'
import { applyEdits, fixAll, fixesOf } from '../../server/engine/fix'
import { lint } from '../../server/engine/lint'
import { rules } from '../../server/engine/rules'

const aboutQuotes = rules.filter(({ id }) => id === 'stray-quote' || id === 'unclosed-quote')

/** Pieces of a text whose quotes stand anywhere. */
const pieces = fc.array(fc.constantFrom('"', '"', ',', ',', '\n', ' ', 'a', 'bc', '1', '[', ']', '""', '"x"'), {
  maxLength: 40,
})
const values = ['a', 'le "mot" dit', '12" x', ' b', 'c, d', '["e", "f"]', '{"g": 1, "h": 2}', 'i "j, k" l', '"m"', '']
const value = fc.constantFrom(...values)
const rowsOf3 = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 4 })

/** How a cell comes to be ill quoted. */
const harms: Readonly<Record<string, (value: string) => string>> = {
  'no quotes': text => text,
  'quotes not doubled': text => `"${text}"`,
  'doubled within none': text => text.replaceAll('"', '""'),
  'a space before': text => ` ${quoted(text)}`,
  'never closed': text => quoted(text).slice(0, -1),
}
const harmed = fc.record({
  rows: rowsOf3,
  row: fc.nat(),
  column: fc.nat(2),
  harm: fc.constantFrom(...Object.keys(harms)),
})

describe('repairs of quotes', () => {
  it('leave every cell as it was read', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const before = read(`x,y,z\n${parts.join('')}\n`, aboutQuotes)
        const edits = fixAll(before.dataset, before.found, { unsafe: true })
        assert.deepEqual(read(repaired(before, edits), aboutQuotes).cells, before.cells)
      }),
      { numRuns: 500 },
    )
  })

  it('and others in such a row write what it said before it was harmed, or nothing', () => {
    fc.assert(
      fc.property(harmed, ({ rows, row: number, column, harm }) => {
        const row = (number % rows.length) + 1
        const lines = ['x,y,z', ...rows.map(cells => cells.map(quoted).join(','))]
        const meant = rows[row - 1]!
        lines[row] = meant.map((text, at) => (at === column ? harms[harm]!(text) : quoted(text))).join(',')
        const before = read(`${lines.join('\n')}\n`)
        const isFaulty = before.found.some(found => found.row === row && found.rule.endsWith('-quote'))
        // A row may go as a whole: it says nothing else by that.
        for (const found of isFaulty ? before.found.filter(found => found.row === row) : [])
          for (const { changes, edits } of fixesOf(before.dataset, found))
            if (changes.every(change => 'set' in change))
              for (const [at, text] of read(repaired(before, edits)).cells[row]!.entries())
                if (at === (found.column ?? at) || text !== before.cells[row]![at])
                  assert.equal(text.trim(), meant[at]?.trim(), `${found.rule} in ${lines[row]} (${harm})`)
      }),
      { numRuns: 150 },
    )
  })
})

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function read(text: string, asked = rules) {
  const dataset = openDataset(new TextEncoder().encode(text), {
    encoding: 'utf-8',
    dialect: { delimiter: ',', quoteChar: '"', headerRows: [0], skipInitialSpace: false },
  })
  const { table } = dataset
  const cells = Array.from({ length: table.rowCount }, (_, row) =>
    Array.from({ length: table.width(row) }, (__, column) => table.text(row, column)!),
  )
  return { dataset, found: [...lint(dataset, { rules: asked, preset: 'complet' })], cells }
}

function repaired({ dataset }: ReturnType<typeof read>, edits: Parameters<typeof applyEdits>[1]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(applyEdits(textOf(dataset), edits))
}
