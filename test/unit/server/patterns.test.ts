import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hostilePatterns, hostileTable } from '../hostile-patterns'
import { Client } from './client'

describe('a pattern that hangs other tools, in the language server', () => {
  let client: Client
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-server-'))
    client = new Client()
    await client.begin()
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true, force: true })
  })

  for (const hostile of hostilePatterns)
    it(`${hostile.name}: another file is answered meanwhile`, async () => {
      const { schema, table } = hostileTable(hostile)
      writeFileSync(join(folder, 'a.csv'), table)
      writeFileSync(join(folder, 'a.schema.json'), schema)
      const uri = pathToFileURL(join(folder, 'a.csv')).href
      const began = performance.now()
      await client.open(uri, table)
      const found = client.found(uri)
      await client.open('untitled:b.csv', 'a;b\n1;2\n1\n')
      const other = await client.found('untitled:b.csv')
      assert.ok(other.some(({ code }) => code === 'missing-cell'))
      assert.ok(performance.now() - began < 10_000)
      const codes = (await found).map(({ code }) => code)
      assert.ok(performance.now() - began < 15_000)
      assert.ok(codes.includes(hostile.says), codes.join())
      assert.ok(codes.includes('type-error'), codes.join())
    })
})
