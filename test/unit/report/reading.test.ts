import assert from 'node:assert/strict'
import { reporterOf } from '../../../server/command/check-input'
import { type Dataset, openDataset } from '../../../server/engine/dataset'
import { lintInSteps } from '../../../server/engine/lint'
import type { Diagnostic } from '../../../server/engine/model/diagnostic'
import { trailingEmptyColumn } from '../../../server/engine/rules/trailing-empty-column'
import { type Format, formats, noCounts } from '../../../server/report/report'

const encoder = new TextEncoder()

describe('a report', () => {
  for (const format of formats)
    it(`counts the rows of a file once they are checked, since a long one is read again for it: ${format}`, () => {
      const file = openDataset(encoder.encode('a;b\n1;2\n3\n'))
      let isChecked = false
      const dataset = watched(file, name => {
        if (name === 'rowCount') assert.ok(isChecked, 'its rows are counted before they are checked')
      })
      const found = function* () {
        for (const step of lintInSteps(file)) yield step.found
        isChecked = true
      }
      assert.ok(printed(format, dataset, found()).length > 0)
    })

  it('tells of a repair of every row without working it out', () => {
    const dataset = watched(ended(3), name => assert.notEqual(name, 'edits'))
    assert.match(printed('text', dataset, [foundIn(ended(3))]), /décider.: supprimer la colonne/)
  })

  it('writes such a repair down in JSON where the text has up to a mebibyte', () => {
    for (const [rows, edits] of [
      [3, 4],
      [300_000, undefined],
    ] as const) {
      const { diagnostics } = JSON.parse(printed('json', ended(rows), [foundIn(ended(rows))]))
      assert.equal(diagnostics[0].rule, 'trailing-empty-column')
      assert.equal(diagnostics[0].fix?.edits.length, edits)
    }
  })
})

/** A table with a delimiter too many at the end of each row. */
function ended(rows: number): Dataset {
  return openDataset(encoder.encode(`a;b;\n${'1;2;\n'.repeat(rows)}`), { schema: 'none' })
}

function foundIn(dataset: Dataset): readonly Diagnostic[] {
  return [...lintInSteps(dataset, { rules: [trailingEmptyColumn] })].flatMap(({ found }) => found)
}

function printed(format: Format, dataset: Dataset, found: Iterable<readonly Diagnostic[]>): string {
  const reporter = reporterOf({ format, language: 'fr' }, 'off')
  const decoder = new TextDecoder()
  const pieces = reporter.file({ path: 'a.csv', dataset, found, counts: noCounts() })
  return [...pieces].map(piece => (typeof piece === 'string' ? piece : decoder.decode(piece))).join('')
}

/** The dataset, of whose table it is told what is asked. */
function watched(dataset: Dataset, hear: (name: string | symbol) => void): Dataset {
  const table = new Proxy(dataset.table, {
    get: (own, name) => {
      hear(name)
      const value = Reflect.get(own, name, own)
      return typeof value === 'function' ? value.bind(own) : value
    },
  })
  return { ...dataset, table }
}
