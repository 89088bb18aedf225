import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readingsLost } from '../../../server/repair/told'

describe('what repairs took away', () => {
  for (const isWithheld of [true, false])
    it(`is ${isWithheld ? 'not ' : ''}shown by a value that is ${isWithheld ? 'withheld' : 'told'}, emptied or not`, () => {
      const first = openDataset(new TextEncoder().encode('jour;mail\n05/06/2024;a@b.fr\n'), { schema: 'none' })
      const after = [...lint(first)].filter(({ rule }) => rule === 'ambiguous-date')
      const before = after.map(one => ({ ...one, rule: 'personal-email', ...(isWithheld && { isWithheld }) }))
      const told = readingsLost({ before, after, first }, 'en')
      assert.ok(told !== undefined && told.startsWith('1 cell could be read by what was just repaired'))
      assert.equal(told.includes('05/06/2024'), !isWithheld)
    })
})
