import assert from 'node:assert/strict'
import { hostilePatterns, hostileTable } from '../hostile-patterns'
import { Desk } from './desk'

describe('a pattern that hangs other tools, in the language server', () => {
  const desk = new Desk()

  for (const hostile of hostilePatterns)
    it(`${hostile.name}: another file is answered meanwhile`, async () => {
      const { schema, table } = hostileTable(hostile)
      desk.write('a.schema.json', schema)
      const uri = desk.write('a.csv', table)
      await desk.client.open(uri, table)
      const found = desk.client.found(uri)
      await desk.client.open('untitled:b.csv', 'a;b\n1;2\n1\n')
      const other = await desk.client.found('untitled:b.csv')
      assert.ok(other.some(({ code }) => code === 'missing-cell'))
      const codes = (await found).map(({ code }) => code)
      assert.ok(codes.includes(hostile.says), codes.join())
      assert.ok(codes.includes('type-error'), codes.join())
    })
})
