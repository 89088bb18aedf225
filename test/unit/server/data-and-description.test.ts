import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileChangeType, type Location } from 'vscode-languageserver'
import { Desk } from './desk'

const DATA = 'espece,hauteur\ntilleul,haut\n'
const treesWith = (type: string) => JSON.stringify({ fields: [{ name: 'espece' }, { name: 'hauteur', type }] })

describe('the language server on data and their description', () => {
  const desk = new Desk()

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
      const data = desk.write('arbres.csv', DATA)
      const description = desk.write(name, text)
      await desk.client.open(data, DATA)
      await desk.client.open(description, text)
      assert.ok(!(await desk.codes(data)).includes('type-error'))
      await desk.client.edit(description, 2, line, strict)
      await desk.until(data, 'type-error', true)
      await desk.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: description } })
      await desk.until(data, 'type-error', false)
    })

  it('forgets a schema that was deleted, though its tab may stay open', async () => {
    const data = desk.write('arbres.csv', DATA)
    const strict = '{ "fields": [{ "name": "espece" }, { "name": "hauteur", "type": "number" }] }'
    const schema = desk.write('arbres.schema.json', strict)
    await desk.client.open(schema, strict)
    await desk.client.open(data, DATA)
    assert.ok((await desk.codes(data)).includes('type-error'))
    rmSync(join(desk.folder, 'arbres.schema.json'))
    const deleted = { uri: schema, type: FileChangeType.Deleted }
    await desk.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [deleted] })
    await desk.until(data, 'type-error', false)
  })

  it('reads a schema again that was written by another program, whatever its name', async () => {
    const data = desk.write('arbres.csv', DATA)
    const file = desk.write('arbres-v1.json', treesWith('string'))
    desk.write(
      'datapackage.json',
      '{ "resources": [{ "name": "a", "path": "arbres.csv", "schema": "arbres-v1.json" }] }',
    )
    await desk.client.open(data, DATA)
    assert.ok(!(await desk.codes(data)).includes('type-error'))
    desk.write('arbres-v1.json', treesWith('number'))
    const changed = { uri: file, type: FileChangeType.Changed }
    await desk.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [changed] })
    await desk.until(data, 'type-error', true)
  })

  it('judges a description again when its data are typed in', async () => {
    const data = desk.write('arbres.csv', DATA)
    const text = '{ "title": "Arbres", "resources": [{ "name": "a", "path": "arbres.csv", "stats": { "rows": 1 } }] }'
    const description = desk.write('datapackage.json', text)
    await desk.client.open(data, DATA)
    await desk.client.open(description, text)
    assert.ok(!(await desk.codes(description)).includes('row-count'))
    await desk.client.edit(data, 2, 1, 'tilleul,haut\nfrene,bas')
    await desk.until(description, 'row-count', true)
  })

  it('reads the bytes in the encoding that is declared as it is typed, and tells one that they contradict', async () => {
    const data = desk.write('arbres.csv', Buffer.from('espece,hauteur\nch\xeane,haut\n', 'latin1'))
    const text =
      '{ "title": "Arbres", "resources": [{ "path": "arbres.csv", "name": "a",\n"encoding": "iso-8859-15"\n}] }'
    const description = desk.write('datapackage.json', text)
    await desk.client.open(data, 'espece,hauteur\nchêne,haut\n')
    await desk.client.open(description, text)
    assert.ok(!(await desk.codes(data)).some(code => code.includes('encoding')))
    assert.equal((await desk.client.ask('vigie/status', { uri: data })).dialect?.encoding, 'iso-8859-15')
    await desk.client.edit(description, 2, 1, '"encoding": "utf-8"')
    await desk.until(data, 'encoding-mismatch', true)
    await desk.until(description, 'misdeclared-encoding', true)
    const found = (await desk.client.found(description)).find(({ code }) => code === 'misdeclared-encoding')
    assert.deepEqual(found?.range.start, { line: 1, character: 12 })
  })

  it('compares data with the former version that is declared as that is typed, and as it is declared', async () => {
    const former = desk.write('2023.csv', 'id,velos\nA1,12\n')
    const data = desk.write('2024.csv', 'id,velos\nA1,12\n')
    const text = '{ "resources": [{ "name": "a", "path": "2024.csv", "vigie":\n{ "formerFile": "2023.csv" }\n}] }'
    const description = desk.write('datapackage.json', text)
    await desk.client.open(data, 'id,velos\nA1,12\n')
    await desk.client.open(former, 'id,velos\nA1,12\n')
    await desk.client.open(description, text)
    assert.ok(!(await desk.codes(data)).includes('schema-drift'))
    await desk.client.edit(former, 2, 0, 'id,places')
    await desk.until(data, 'schema-drift', true)
    await desk.client.edit(description, 2, 1, '{}')
    await desk.until(data, 'schema-drift', false)
  })

  it('follows a key into the file to which it refers, and judges it again when that is typed in', async () => {
    const reference = { fields: 'plat', reference: { resource: 'plats', fields: 'code' } }
    desk.write(
      'datapackage.json',
      JSON.stringify({
        resources: [
          { name: 'menus', path: 'menus.csv', schema: { fields: [{ name: 'plat' }], foreignKeys: [reference] } },
          { name: 'plats', path: 'plats.csv' },
        ],
      }),
    )
    const menus = desk.write('menus.csv', 'plat\nP1\nP2\n')
    const dishes = desk.write('plats.csv', 'code,nom\nP0,Soupe\nP1,Tarte\n')
    await desk.client.open(menus, 'plat\nP1\nP2\n')
    await desk.client.open(dishes, 'code,nom\nP0,Soupe\nP1,Tarte\n')
    const [goal] = await desk.client.connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: menus },
      position: { line: 1, character: 1 },
    })
    assert.equal(goal?.uri, dishes)
    assert.equal(goal.range.start.line, 2)
    assert.ok((await desk.codes(menus)).includes('foreign-key'))
    await desk.client.edit(dishes, 2, 1, 'P2,Soupe')
    await desk.until(menus, 'foreign-key', false)
  })

  it('measures the file on disk, whose byte order mark an editor does not hand over', async () => {
    const file = new TextEncoder().encode(`\uFEFF${DATA}`)
    const hash = createHash('md5').update(file).digest('hex')
    const resource = { name: 'arbres', path: 'arbres.csv', bytes: file.length, hash }
    const text = JSON.stringify({ resources: [resource] })
    const [data, description] = [desk.write('arbres.csv', file), desk.write('datapackage.json', text)]
    await desk.client.open(data, DATA)
    await desk.client.open(description, text)
    const said = await desk.codes(description)
    assert.ok(said.length > 0 && !said.includes('byte-count') && !said.includes('hash-count'), said.join())
  })
})
