import assert from 'node:assert/strict'
import { Desk } from './desk'

const TEXT = 'produit;prix\npain ;1.2\nlait;0.95\n'
const WHY = 'vigie.json ne peut pas servir : il y faut un objet JSON.'

describe('settings that cannot be used', () => {
  const desk = new Desk()
  let uri: string
  beforeEach(async () => {
    desk.write('vigie.json', '{ "rules": { "edge-whitespace": "off" }')
    uri = desk.write('prix.csv', TEXT)
    await desk.client.open(uri, TEXT)
  })

  it('are told in the corner of the editor, by the name of the file', async () => {
    const { why, isBroken } = await desk.client.ask('vigie/status', { uri })
    assert.deepEqual({ why, isBroken }, { why: WHY, isBroken: true })
  })

  it('leave everything as it is when all that is safe is to be repaired, and say why', async () => {
    const { client } = desk
    const all = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }
    const fixAll = async () => (await client.actions(uri, all, [])).filter(({ kind }) => kind === 'source.fixAll.vigie')
    assert.deepEqual(await client.ask('vigie/fixAll', { uri }), {
      version: 1,
      edits: { places: [], texts: [] },
      repairs: 0,
      because: WHY,
    })
    assert.deepEqual(await fixAll(), [])
    const settings = desk.write('vigie.json', '{}')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: settings, type: 2 }],
    })
    assert.equal((await client.ask('vigie/fixAll', { uri })).repairs, 1)
    assert.equal((await fixAll()).length, 1)
  })
})
