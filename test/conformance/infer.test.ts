import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { schemaErrors } from '../unit/schema/schema-errors'

describe('the schema that is inferred from a real file', () => {
  const files = globSync(['../shared/corpus/*.csv', '../shared/schemas/*/examples/*.csv'])

  if (files.length === 0) it.skip('the shared files are not there')
  else it('is looked for in all of them', () => assert.ok(files.length > 45))

  for (const file of files)
    it(`holds for ${file.split('/').slice(2).join('/')}`, () => assert.deepEqual(schemaErrors(readFileSync(file)), []))
})
