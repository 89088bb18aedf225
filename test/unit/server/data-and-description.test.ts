import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileChangeType, type Location } from 'vscode-languageserver'
import { Client } from './client'

const DATA = 'espece,hauteur\ntilleul,haut\n'

describe('the language server on data and their description', () => {
  let client: Client
  let folder: string
  const write = (name: string, text: string | Uint8Array) => {
    writeFileSync(join(folder, name), text)
    return pathToFileURL(join(folder, name)).href
  }
  const codes = async (uri: string) => (await client.found(uri)).map(({ code }) => String(code))
  /** Waits until a rule speaks of a file, or is silent. */
  async function until(uri: string, rule: string, isThere: boolean): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if ((await codes(uri)).includes(rule) === isThere) return
      await new Promise(done => setTimeout(done, 100))
    }
    assert.fail(`${rule} ${isThere ? 'is not told' : 'is still told'}`)
  }

  beforeEach(async () => {
    client = new Client()
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    await client.begin()
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  for (const [name, text, line, strict] of [
    [
      'datapackage.json',
      '{ "resources": [{ "name": "a", "path": "arbres.csv", "schema": { "fields": [{ "name": "espece" },\n{ "name": "hauteur", "type": "string" }\n] } }] }\n',
      1,
      '{ "name": "hauteur", "type": "number" }',
    ],
    [
      'arbres.schema.json',
      '{ "fields": [{ "name": "espece" },\n{ "name": "hauteur", "type": "string" }\n] }\n',
      1,
      '{ "name": "hauteur", "type": "number" }',
    ],
    [
      'arbres.csv-metadata.json',
      '{ "@context": "http://www.w3.org/ns/csvw", "url": "arbres.csv", "tableSchema": { "columns": [{ "titles": "espece" },\n{ "titles": "hauteur", "datatype": "string" }\n] } }\n',
      1,
      '{ "titles": "hauteur", "datatype": "number" }',
    ],
  ] as const)
    it(`judges the data again when ${name} is typed in, and not only when it is saved`, async () => {
      const data = write('arbres.csv', DATA)
      const description = write(name, text)
      await client.open(data, DATA)
      await client.open(description, text)
      assert.ok(!(await codes(data)).includes('type-error'))
      await client.edit(description, 2, line, strict)
      await until(data, 'type-error', true)
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: description } })
      await until(data, 'type-error', false)
    })

  it('forgets a schema that was deleted, though its tab may stay open', async () => {
    const data = write('arbres.csv', DATA)
    const strict = '{ "fields": [{ "name": "espece" }, { "name": "hauteur", "type": "number" }] }'
    const schema = write('arbres.schema.json', strict)
    await client.open(schema, strict)
    await client.open(data, DATA)
    assert.ok((await codes(data)).includes('type-error'))
    rmSync(join(folder, 'arbres.schema.json'))
    const deleted = { uri: schema, type: FileChangeType.Deleted }
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [deleted] })
    await until(data, 'type-error', false)
  })

  it('judges a description again when its data are typed in', async () => {
    const data = write('arbres.csv', DATA)
    const text = '{ "title": "Arbres", "resources": [{ "name": "a", "path": "arbres.csv", "stats": { "rows": 1 } }] }'
    const description = write('datapackage.json', text)
    await client.open(data, DATA)
    await client.open(description, text)
    assert.ok(!(await codes(description)).includes('row-count'))
    await client.edit(data, 2, 1, 'tilleul,haut\nfrene,bas')
    await until(description, 'row-count', true)
  })

  it('reads the bytes in the encoding that is declared as it is typed, and tells one that they contradict', async () => {
    const data = write('arbres.csv', Buffer.from('espece,hauteur\nch\xeane,haut\n', 'latin1'))
    const text =
      '{ "title": "Arbres", "resources": [{ "path": "arbres.csv", "name": "a",\n"encoding": "iso-8859-15"\n}] }'
    const description = write('datapackage.json', text)
    await client.open(data, 'espece,hauteur\nchêne,haut\n')
    await client.open(description, text)
    assert.ok(!(await codes(data)).some(code => code.includes('encoding')))
    assert.equal((await client.ask('vigie/status', { uri: data })).dialect?.encoding, 'iso-8859-15')
    await client.edit(description, 2, 1, '"encoding": "utf-8"')
    await until(data, 'encoding-mismatch', true)
    await until(description, 'misdeclared-encoding', true)
    const found = (await client.found(description)).find(({ code }) => code === 'misdeclared-encoding')
    assert.deepEqual(found?.range.start, { line: 1, character: 12 })
  })

  it('follows a key into the file to which it refers, and judges it again when that is typed in', async () => {
    const reference = { fields: 'plat', reference: { resource: 'plats', fields: 'code' } }
    write(
      'datapackage.json',
      JSON.stringify({
        resources: [
          { name: 'menus', path: 'menus.csv', schema: { fields: [{ name: 'plat' }], foreignKeys: [reference] } },
          { name: 'plats', path: 'plats.csv' },
        ],
      }),
    )
    const menus = write('menus.csv', 'plat\nP1\nP2\n')
    const dishes = write('plats.csv', 'code,nom\nP0,Soupe\nP1,Tarte\n')
    await client.open(menus, 'plat\nP1\nP2\n')
    await client.open(dishes, 'code,nom\nP0,Soupe\nP1,Tarte\n')
    const [goal] = await client.connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: menus },
      position: { line: 1, character: 1 },
    })
    assert.equal(goal?.uri, dishes)
    assert.equal(goal.range.start.line, 2)
    assert.ok((await codes(menus)).includes('foreign-key'))
    await client.edit(dishes, 2, 1, 'P2,Soupe')
    await until(menus, 'foreign-key', false)
  })
})
