import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from './client'

const TEXT = 'produit;prix\npain;#REF!\nlait;0.95\n'

describe('a deviation that is accepted', () => {
  let folder: string
  let uri: string
  let client: Client
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-accept-'))
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'prix.csv'), TEXT)
    uri = pathToFileURL(join(folder, 'data', 'prix.csv')).href
    client = new Client()
    await client.begin()
    await client.open(uri, TEXT)
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  const error = async () => (await client.found(uri)).find(({ code }) => code === 'spreadsheet-error')

  it('is offered where it is found, and in its column', async () => {
    const found = await error()
    const actions = await client.actions(uri, found!.range, [found!])
    const places = actions.flatMap(({ command }) => (command?.command === 'vigie.accept' ? [command.arguments] : []))
    assert.deepEqual(places, [
      [uri, { rule: 'spreadsheet-error', column: 'prix', value: '#REF!' }],
      [uri, { rule: 'spreadsheet-error', column: 'prix' }],
    ])
  })

  it('is written into the nearest vigie.json, keeps the rest of it, and is information from then on', async () => {
    const settings = '{\n\t"preset": "complet"\n}\n'
    writeFileSync(join(folder, 'vigie.json'), settings)
    const acceptance = {
      rule: 'spreadsheet-error',
      column: 'prix',
      reason: 'ancien',
      author: 'A. L.',
      until: '2999-12-31',
    }
    const { file } = await client.ask('vigie/accept', { uri, acceptance })
    assert.equal(file?.path, '../vigie.json')
    assert.match(file.text, /^\{\n\t"preset": "complet",\n/)
    assert.deepEqual(JSON.parse(file.text).accepted, [
      {
        rule: 'spreadsheet-error',
        files: 'data/prix.csv',
        column: 'prix',
        reason: 'ancien',
        author: 'A. L.',
        until: '2999-12-31',
      },
    ])
    assert.equal((await error())?.severity, 1)
    writeFileSync(join(folder, 'vigie.json'), file.text)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'vigie.json')).href, type: 2 }],
    })
    const told = await error()
    assert.equal(told?.severity, 3)
    assert.match(String(told?.message), /accepté par A\. L\./)
  })

  it('is not written into a file that cannot be read', async () => {
    writeFileSync(join(folder, 'vigie.json'), '[')
    const acceptance = { rule: 'enum', reason: 'a', author: 'b', until: '2999-12-31' }
    assert.deepEqual(await client.ask('vigie/accept', { uri, acceptance }), {})
  })
})
