import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CompletionList, DocumentLink, Hover } from 'vscode-languageserver'
import { Desk } from './desk'

describe('the language server on a metadata document', () => {
  const desk = new Desk()

  it('follows no link that leaves its folder, and compares hashes', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'vigie-'))
    writeFileSync(join(outside, 'secret.csv'), 'nom\nDupont\n')
    symlinkSync(join(outside, 'secret.csv'), join(desk.folder, 'link.csv'))
    desk.write('arbres.csv', 'espece\ntilleul\n')
    const resources = [
      { name: 'link', path: 'link.csv' },
      { name: 'arbres', path: 'arbres.csv', hash: 'sha256:00' },
    ]
    const text = JSON.stringify({ title: 'Arbres de Saint-Malo', resources })
    const uri = desk.write('datapackage.json', text)
    await desk.client.open(uri, text)
    const found = await desk.codes(uri)
    rmSync(outside, { recursive: true })
    assert.ok(found.includes('resource-error'))
    assert.ok(found.includes('hash-count'))
  })

  it('explains and completes its keys, and tells its score', async () => {
    const text = '{\n  "licenses": [{ "name": "" }],\n  "resources": []\n}'
    const uri = desk.write('datapackage.json', text)
    await desk.client.open(uri, text)
    const ask = <Result>(method: string, line: number, character: number) =>
      desk.client.connection.sendRequest<Result>(method, { textDocument: { uri }, position: { line, character } })
    const hover = await ask<Hover>('textDocument/hover', 1, 5)
    assert.match(JSON.stringify(hover.contents), /Licence/)
    const { items } = await ask<CompletionList>('textDocument/completion', 1, 27)
    assert.ok(items.some(({ label }) => label === 'etalab-2.0'))
    const { score, isTree } = await desk.client.ask('vigie/status', { uri })
    assert.equal(score?.points, 0)
    // There is no schema and no dialect to choose for it.
    assert.equal(isTree, true)
  })

  it('leads to the files that it names, to a schema of the catalogue and to an address, and nowhere else', async () => {
    desk.write('arbres d’ornement.csv', 'espece\ntilleul\n')
    const paths = ['arbres d’ornement.csv', 'absent.csv', '../ailleurs.csv', 'https://exemple.fr/arbres.csv']
    const resources = [
      ...paths.map((path, i) => ({ name: `r${i}`, path })),
      { name: 'subventions', path: 'absent.csv', schema: 'scdl/subventions' },
    ]
    const text = JSON.stringify({ title: 'Arbres', resources })
    const uri = desk.write('datapackage.json', text)
    await desk.client.open(uri, text)
    const params = { textDocument: { uri } }
    const links = await desk.client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', params)
    const found = links.map(({ range, target }) => [text.slice(range.start.character, range.end.character), target])
    assert.deepEqual(found, [
      ['arbres d’ornement.csv', pathToFileURL(join(desk.folder, 'arbres d’ornement.csv')).href],
      ['https://exemple.fr/arbres.csv', 'https://exemple.fr/arbres.csv'],
      ['scdl/subventions', 'vigie-schema:/scdl/subventions.json'],
    ])
  })

  it('describes a file that is open, completing what is there', async () => {
    const table = desk.write('arbres.csv', 'espece;plante\ntilleul;2019-03-01\n')
    await desk.client.open(table, 'espece;plante\ntilleul;2019-03-01\n')
    const { text, beside } = await desk.client.ask('vigie/describe', { uri: table, existing: '{ "title": "Arbres" }' })
    assert.equal(beside, pathToFileURL(join(desk.folder, 'datapackage.json')).href)
    const written = JSON.parse(text!)
    assert.equal(written.title, 'Arbres')
    assert.equal(written.resources[0].stats.rows, 1)
    assert.deepEqual(written.vigie.temporalCoverage, { start: '2019-03-01', end: '2019-03-01' })
    assert.equal((await desk.client.ask('vigie/describe', { uri: table, existing: '{' })).text, undefined)
  })
})
