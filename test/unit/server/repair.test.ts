import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { textOf } from '../../../server/engine/dataset'
import { applyEdits } from '../../../server/engine/fix'
import { repaired } from '../../../server/repair/repair'

const told = new TextDecoder('utf-8', { ignoreBOM: true })

describe('the repairs of a file', () => {
  for (const name of readdirSync('test/samples').filter(path => path.endsWith('.csv')))
    for (const unsafe of [false, true])
      it(`are edits of its text: ${name}, ${unsafe ? 'all' : 'safe'}`, () => {
        const { first, last, edits } = repaired(readFileSync(`test/samples/${name}`), { open: {}, lint: {}, unsafe })
        assert.equal(told.decode(applyEdits(textOf(first), edits)), told.decode(textOf(last)))
      })
})
