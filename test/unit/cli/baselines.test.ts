import assert from 'node:assert/strict'
import { Baseline } from '../../../server/command/baseline'
import { judged } from '../../../server/command/baselines'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'

describe('a baseline that is written', () => {
  it('takes the findings while they are told, and holds none of them', () => {
    const dataset = openDataset(new TextEncoder().encode('a;b\n1; 2\n3; 4\n'), { schema: 'none' })
    const found = [...lint(dataset)]
    let read = 0
    const steps = (function* () {
      for (const one of found) {
        read++
        yield [one]
      }
    })()
    const written = new Baseline('known.json')
    const { told } = judged({ known: undefined, written }, 'a.csv', dataset, steps)
    const reads = Array.from(told, () => read)
    assert.deepEqual(reads, [1, 2])
    assert.match(JSON.parse(written.text()).files['a.csv']['edge-whitespace'].b, /^[0-9a-f]{8} [0-9a-f]{8}$/)
  })
})
