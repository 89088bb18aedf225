import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location, PublishDiagnosticsParams } from 'vscode-languageserver'
import { Client } from './client'

describe('the language server and the disk', () => {
  let client: Client
  let folder: string
  const write = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return pathToFileURL(join(folder, name)).href
  }
  beforeEach(() => {
    client = new Client()
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  it('judges the bytes of the file, however the editor has read them', async () => {
    await client.begin()
    const text = 'nom;ville\nRenée;Besançon\nZoé;Orléans\nRené;Béziers\n'
    const uri = write('noms.csv', Buffer.from(text, 'latin1'))
    await client.open(uri, Buffer.from(text, 'latin1').toString('utf8'))
    const encoding = { uri, encoding: 'utf-8', byteOrderMark: false, lineTerminator: '\n' }
    await client.connection.sendNotification('vigie/documentEncoding', encoding)
    const found = (await client.found(uri)).filter(({ code }) => code === 'legacy-encoding')
    assert.equal(found.length, 1)
    assert.equal((await client.ask('vigie/status', { uri })).dialect?.encoding, 'windows-1252')
    const actions = await client.actions(uri, found[0]!.range, found)
    assert.deepEqual(actions.find(({ command }) => command)?.command?.arguments, [uri, 'reencode'])
    write('noms.csv', text)
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    assert.ok((await client.found(uri)).every(({ code }) => code !== 'legacy-encoding'))
  })

  it('says one thing only of a file that is no table', async () => {
    await client.begin()
    const uri = write('classeur.csv', Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(60)]))
    await client.open(uri, 'PK\u0003\u0004 ;\n;;;; \n')
    assert.deepEqual(
      (await client.found(uri)).map(({ code }) => code),
      ['not-a-table'],
    )
    assert.equal((await client.ask('vigie/status', { uri })).dialect, undefined)
  })

  it('finds the schema beside the file, and says so when it cannot be used', async () => {
    await client.begin()
    const uri = write('mesures.csv', 'date;mesure\n2024-01-01;abc\n')
    const schema = write('mesures.schema.json', '{"fields":[{"name":"date"},{"name":"mesure","type":"number"}]}')
    await client.open(uri, 'date;mesure\n2024-01-01;abc\n')
    assert.equal((await client.ask('vigie/status', { uri })).schema?.source, 'neighbour')
    assert.ok((await client.found(uri)).some(({ code }) => code === 'type-error'))
    write('mesures.schema.json', '{"fields":')
    const changes = [{ uri: schema, type: 2 }]
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    assert.match((await client.ask('vigie/status', { uri })).why, /JSON/)
    assert.ok((await client.found(uri)).every(({ code }) => code !== 'type-error'))
  })

  it('judges references by the file that they lead to, as it is shown and as it is saved', async () => {
    await client.begin()
    const codes = async () => (await client.found(menus)).map(({ code }) => code)
    /** Others are judged again once an edit is over. */
    const until = async (wanted: readonly string[]) => {
      for (let i = 0; i < 200 && (await codes()).join() !== wanted.join(); i++)
        await new Promise(done => setTimeout(done, 100))
      assert.deepEqual(await codes(), wanted)
    }
    const dishes = write('dishes.csv', 'code,name\nP01,Soup\n')
    const key = { fields: 'dish', reference: { resource: 'dishes', fields: 'code' } }
    write('menus.schema.json', JSON.stringify({ fields: [{ name: 'day' }, { name: 'dish' }], foreignKeys: [key] }))
    const menus = write('menus.csv', 'day,dish\n1,P01\n2,P07\n')
    await client.open(menus, 'day,dish\n1,P01\n2,P07\n')
    await until(['foreign-key'])
    const [lost] = await client.found(menus)
    const code = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }
    assert.deepEqual(
      lost!.relatedInformation?.map(({ location }) => location),
      [{ uri: dishes, range: code }],
    )
    const definition = (line: number) =>
      client.connection.sendRequest<Location[]>('textDocument/definition', {
        textDocument: { uri: menus },
        position: { line, character: 3 },
      })
    const soup = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }
    assert.deepEqual(await definition(1), [{ uri: dishes, range: soup }])
    // One that leads nowhere has its field still.
    assert.match((await definition(2))[0]!.uri, /menus\.schema\.json$/)
    await client.edit(menus, 2, 1, '1,P02')
    await until(['foreign-key', 'foreign-key'])
    await client.open(dishes, 'code,name\nP01,Soup\n')
    await client.edit(dishes, 2, 1, 'P02,Soup')
    await until(['foreign-key'])
    await client.edit(dishes, 3, 1, 'P02,Soup\nP07,Tart')
    await until([])
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: dishes } })
    await until(['foreign-key', 'foreign-key'])
  })

  it('draws a schema from the text as it is in the editor, for a place beside the file', async () => {
    await client.begin()
    const text = 'date;mesure\n01/02/2024;1,5\n'
    const uri = write('mesures.csv', text)
    await client.open(uri, text)
    await client.edit(uri, 2, 1, '01/02/2024;nc')
    const { text: schema, beside } = await client.ask('vigie/inferSchema', { uri })
    assert.equal(beside, pathToFileURL(join(folder, 'mesures.schema.json')).href)
    assert.deepEqual(JSON.parse(schema!).fields, [
      { name: 'date', title: 'Date', type: 'date', format: '%d/%m/%Y', constraints: { required: true } },
      { name: 'mesure', title: 'Mesure', type: 'string', constraints: { required: true } },
    ])
    const none = write('vide.csv', '')
    assert.equal((await client.ask('vigie/inferSchema', { uri: none })).text, undefined)
  })

  it('reads a file that no document shows from disk', async () => {
    await client.begin()
    const uri = write('grand.csv', 'nom;date\nA ;2024-01-02\nB;2024-01-03\nC;2024-01-04\n')
    assert.ok((await client.found(uri)).some(({ code }) => code === 'edge-whitespace'))
  })

  it('pushes what it finds to a client that does not ask, in its language and at its severity', async () => {
    await client.begin({ language: 'en', rules: { 'edge-whitespace': 'hint' } }, {})
    const pushed = (count: number) =>
      new Promise<PublishDiagnosticsParams>(done => {
        const listener = client.connection.onNotification('textDocument/publishDiagnostics', params => {
          if (params.diagnostics.length !== count) return
          listener.dispose()
          done(params)
        })
      })
    const uri = 'untitled:noms.csv'
    const first = pushed(1)
    await client.open(uri, 'nom;date\nA ;2024-01-02\nB;2024-01-03\nC;2024-01-04\n')
    const { diagnostics } = await first
    assert.equal(diagnostics[0]?.severity, 4)
    assert.match(String(diagnostics[0]?.message), /“A”/)
    const then = pushed(0)
    const settings = { vigie: { rules: { 'edge-whitespace': 'off' } } }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    await then
  })
})
