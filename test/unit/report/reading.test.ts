import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lintInSteps } from '../../../server/engine/lint'
import { githubReporter } from '../../../server/report/github'
import { htmlReporter } from '../../../server/report/html'
import { jsonReporter } from '../../../server/report/json'
import { type Format, noCounts, type Reporter, type ReportStyle } from '../../../server/report/report'
import { sarifReporter } from '../../../server/report/sarif'
import { textReporter } from '../../../server/report/text'

const reporters: Readonly<Record<Format, (style: ReportStyle) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  html: htmlReporter,
}

describe('a report', () => {
  for (const [format, reporter] of Object.entries(reporters))
    it(`counts the rows of a file once they are checked, since a long one is read again for it: ${format}`, () => {
      const file = openDataset(new TextEncoder().encode('a;b\n1;2\n3\n'))
      let isChecked = false
      const table = new Proxy(file.table, {
        get: (own, name) => {
          if (name === 'rowCount') assert.ok(isChecked, 'its rows are counted before they are checked')
          const value = Reflect.get(own, name, own)
          return typeof value === 'function' ? value.bind(own) : value
        },
      })
      const found = function* () {
        for (const step of lintInSteps(file)) yield step.found
        isChecked = true
      }
      const style: ReportStyle = { language: 'fr', version: '1', colours: 'off' }
      const report = { path: 'a.csv', dataset: { ...file, table }, found: found(), counts: noCounts() }
      assert.ok([...reporter(style).file(report)].length > 0)
    })
})
