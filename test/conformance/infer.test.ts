import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { schemaErrors } from '../unit/schema/schema-errors'
import { describeShared } from './cases'

describeShared('the schema that is inferred from a real file', () => {
  const files = globSync(['../shared/corpus/*.csv', '../shared/schemas/*/examples/*.csv'])

  it('is looked for in all of them', () => assert.ok(files.length > 45))

  for (const file of files)
    it(`holds for ${file.split('/').slice(2).join('/')}`, () => assert.deepEqual(schemaErrors(readFileSync(file)), []))
})
