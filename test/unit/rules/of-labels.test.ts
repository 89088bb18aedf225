import assert from 'node:assert/strict'
import { type OpenOptions, openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readSchema } from '../../../server/engine/schema/table-schema'

describe('rules of cells that judge the labels too', () => {
  it('name what cannot be seen or read in a label, each once', () => {
    check('nom\u00A0;prix\u200B;Libell\uFFFD;AnnÃ©e;"R&eacute;f";e\u0301cole\n1;2;3;4;5;6\n', [
      '0:0 edge-whitespace',
      '0:1 invisible-character',
      '0:2 lost-character',
      '0:3 mojibake',
      '0:4 html-entity',
      '0:5 decomposed-accent',
    ])
  })

  it('leave the label to the schema that knows its name', () => {
    const { schema } = readSchema({ fields: [{ name: 'nom', type: 'string' }] }, 'test')
    check('nom \nA\n', ['0:0 misspelt-label'], { schema: { schema: schema!, source: 'flag' } })
  })

  it('say nothing of a first row that is not a header', () => {
    check('1 ;2\n3;4\n5;6\n7;8\n', ['0:0 edge-whitespace'], { dialect: { headerRows: [] } })
  })
})

function check(text: string, expected: readonly string[], options: OpenOptions = {}) {
  const dataset = openDataset(new TextEncoder().encode(text), options)
  const found = [...lint(dataset, { preset: 'complet' })].filter(({ rule }) => rule !== 'missing-header')
  assert.deepEqual(
    found.map(({ row, column, rule }) => `${row}:${column} ${rule}`),
    expected,
  )
}
