import assert from 'node:assert/strict'
import { type Dataset, openDataset } from '../../../server/engine/dataset'
import { lintInSteps } from '../../../server/engine/lint'
import type { Diagnostic } from '../../../server/engine/model/diagnostic'
import { trailingEmptyColumn } from '../../../server/engine/rules/trailing-empty-column'
import { githubReporter } from '../../../server/report/github'
import { htmlReporter } from '../../../server/report/html'
import { jsonReporter } from '../../../server/report/json'
import { type Format, noCounts, type Reporter, type ReportStyle } from '../../../server/report/report'
import { sarifReporter } from '../../../server/report/sarif'
import { textReporter } from '../../../server/report/text'

const encoder = new TextEncoder()

const reporters: Readonly<Record<Format, (style: ReportStyle) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  html: htmlReporter,
}

const style: ReportStyle = { language: 'fr', version: '1', colours: 'off' }

describe('a report', () => {
  for (const [format, reporter] of Object.entries(reporters))
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
      assert.ok(printed(reporter, dataset, found()).length > 0)
    })

  it('tells of a repair of every row without working it out', () => {
    const dataset = watched(ended(3), name => assert.notEqual(name, 'edits'))
    assert.match(printed(textReporter, dataset, [foundIn(ended(3))]), /décider.: supprimer la colonne/)
  })

  it('writes such a repair down in JSON where the text has up to a mebibyte', () => {
    for (const [rows, edits] of [
      [3, 4],
      [300_000, undefined],
    ] as const) {
      const { diagnostics } = JSON.parse(printed(jsonReporter, ended(rows), [foundIn(ended(rows))]))
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

function printed(
  reporter: (style: ReportStyle) => Reporter,
  dataset: Dataset,
  found: Iterable<readonly Diagnostic[]>,
): string {
  const decoder = new TextDecoder()
  const pieces = reporter(style).file({ path: 'a.csv', dataset, found, counts: noCounts() })
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
