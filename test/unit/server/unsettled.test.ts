import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from './client'

const TEXT = 'produit;prix\npain ;1.2\nlait;0.95\n'
const WHY = 'vigie.json ne peut pas servir : il y faut un objet JSON.'

describe('settings that cannot be used', () => {
  let folder: string
  let uri: string
  let client: Client
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-unsettled-'))
    writeFileSync(join(folder, 'prix.csv'), TEXT)
    writeFileSync(join(folder, 'vigie.json'), '{ "rules": { "edge-whitespace": "off" }')
    uri = pathToFileURL(join(folder, 'prix.csv')).href
    client = new Client()
    await client.begin()
    await client.open(uri, TEXT)
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  it('are told in the corner of the editor, by the name of the file', async () => {
    const { why, isBroken } = await client.ask('vigie/status', { uri })
    assert.deepEqual({ why, isBroken }, { why: WHY, isBroken: true })
  })

  it('leave everything as it is when all that is safe is to be repaired, and say why', async () => {
    const all = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }
    const fixAll = async () => (await client.actions(uri, all, [])).filter(({ kind }) => kind === 'source.fixAll.vigie')
    assert.deepEqual(await client.ask('vigie/fixAll', { uri }), { version: 1, edits: [], repairs: 0, because: WHY })
    assert.deepEqual(await fixAll(), [])
    writeFileSync(join(folder, 'vigie.json'), '{}')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'vigie.json')).href, type: 2 }],
    })
    assert.equal((await client.ask('vigie/fixAll', { uri })).repairs, 1)
    assert.equal((await fixAll()).length, 1)
  })
})
