import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { openDataset } from '../../server/engine/dataset'
import { sameAsDuckDb } from '../unit/profile/same-figures'
import { describeShared } from './cases'

describeShared('the figures of the columns of a real file', () => {
  const files = globSync('../shared/corpus/*.csv')

  it('is looked for in all of them', () => assert.ok(files.length > 20))

  for (const file of files)
    it(`are DuckDB’s for ${file.split('/').slice(2).join('/')}`, async () => {
      await sameAsDuckDb(openDataset(readFileSync(file), { schema: 'none' }), file)
    })
})
