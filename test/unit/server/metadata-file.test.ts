import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CompletionList, Hover } from 'vscode-languageserver'
import { Client } from './client'

const FICHE = {
  title: 'Arbres de Saint-Malo',
  resources: [{ name: 'arbres', path: 'arbres.csv', stats: { rows: 2 } }],
}

describe('the language server on a metadata document', () => {
  let client: Client
  let folder: string
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return pathToFileURL(join(folder, name)).href
  }
  const codes = async (uri: string) => (await client.found(uri)).map(({ code }) => code)

  beforeEach(async () => {
    client = new Client()
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    await client.begin()
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  it('compares it with its data as they are in the editor', async () => {
    const table = write('arbres.csv', 'espece\ntilleul\nplatane\n')
    const text = JSON.stringify(FICHE)
    const uri = write('datapackage.json', text)
    await client.open(uri, text)
    assert.ok(!(await codes(uri)).includes('row-count'))
    await client.open(table, 'espece\ntilleul\nplatane\n')
    await client.edit(table, 2, 3, 'frene')
    for (let tries = 0; tries < 40 && !(await codes(uri)).includes('row-count'); tries++)
      await new Promise(done => setTimeout(done, 100))
    assert.ok((await codes(uri)).includes('row-count'))
  })

  it('follows no link that leaves its folder, and compares hashes', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'vigie-'))
    writeFileSync(join(outside, 'secret.csv'), 'nom\nDupont\n')
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'))
    write('arbres.csv', 'espece\ntilleul\n')
    const resources = [
      { name: 'link', path: 'link.csv' },
      { name: 'arbres', path: 'arbres.csv', hash: 'sha256:00' },
    ]
    const text = JSON.stringify({ title: 'Arbres de Saint-Malo', resources })
    const uri = write('datapackage.json', text)
    await client.open(uri, text)
    const found = await codes(uri)
    rmSync(outside, { recursive: true })
    assert.ok(found.includes('resource-error'))
    assert.ok(found.includes('hash-count'))
  })

  it('explains and completes its keys, and tells its score', async () => {
    const text = '{\n  "licenses": [{ "name": "" }],\n  "resources": []\n}'
    const uri = write('datapackage.json', text)
    await client.open(uri, text)
    const ask = <Result>(method: string, line: number, character: number) =>
      client.connection.sendRequest<Result>(method, { textDocument: { uri }, position: { line, character } })
    const hover = await ask<Hover>('textDocument/hover', 1, 5)
    assert.match(JSON.stringify(hover.contents), /Licence/)
    const { items } = await ask<CompletionList>('textDocument/completion', 1, 27)
    assert.ok(items.some(({ label }) => label === 'etalab-2.0'))
    const { score } = await client.ask('vigie/status', { uri })
    assert.equal(score?.points, 0)
  })

  it('describes a file that is open, completing what is there', async () => {
    const table = write('arbres.csv', 'espece;plante\ntilleul;2019-03-01\n')
    await client.open(table, 'espece;plante\ntilleul;2019-03-01\n')
    const { text, beside } = await client.ask('vigie/describe', { uri: table, existing: '{ "title": "Arbres" }' })
    assert.equal(beside, pathToFileURL(join(folder, 'datapackage.json')).href)
    const written = JSON.parse(text!)
    assert.equal(written.title, 'Arbres')
    assert.equal(written.resources[0].stats.rows, 1)
    assert.deepEqual(written.vigie.temporalCoverage, { start: '2019-03-01', end: '2019-03-01' })
    assert.equal((await client.ask('vigie/describe', { uri: table, existing: '{' })).text, undefined)
  })
})
