import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { CodeAction, CompletionList, Hover, WorkspaceEdit } from 'vscode-languageserver/node'
import { folderWith } from '../cli/run'
import { Client } from './client'

const schema = JSON.stringify({
  fields: [
    { name: 'nom', type: 'string', title: 'Nom du lieu' },
    { name: 'etat', type: 'string', constraints: { enum: ['ouvert', 'fermé'] } },
    { name: 'code_insee', type: 'string' },
    { name: 'jour', type: 'date' },
  ],
})
const text = `[
  { "nom": "Mairie", "etat": "ouvert", "code_insee": "35238", "jour": "2024-01-02" },
  { "nom": "École", "etat": "Fermé", "code_insee": 35238, "jour": "03/05/2024" }
]
`

describe('the language server on a table in JSON', () => {
  const client = new Client()
  const folder = folderWith({
    'lieux.json': text,
    'lieux.schema.json': schema,
    'package.json': '{"files": [{"a": 1}]}',
  })
  const uri = pathToFileURL(join(folder, 'lieux.json')).href
  const at = (line: number, part: string) => ({ line, character: text.split('\n')[line]!.indexOf(part) + 1 })

  const hover = (line: number, part: string): Promise<Hover | null> =>
    client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: at(line, part) })

  before(async () => {
    await client.begin({ language: 'en' })
    await client.open(uri, text)
  })
  after(() => client.leave())

  it('marks the very value', async () => {
    const found = await client.found(uri)
    assert.deepEqual(
      found.map(({ code, range: { start, end } }) => [
        code,
        text.split('\n')[start.line]!.slice(start.character, end.character),
      ]),
      [
        ['enum', '"Fermé"'],
        ['type-error', '35238'],
        ['ambiguous-date', '"03/05/2024"'],
      ],
    )
  })

  it('repairs it in JSON', async () => {
    const { start } = (await client.found(uri))[1]!.range
    const actions = await client.actions(uri, { start, end: start })
    const action = await client.connection.sendRequest<CodeAction>('codeAction/resolve', actions[0])
    const [change] = action.edit!.documentChanges as { edits: { newText: string }[] }[]
    assert.deepEqual(
      change!.edits.map(({ newText }) => newText),
      ['"35238"'],
    )
  })

  it('repairs all that is safe at once, still as JSON', async () => {
    const { edits } = await client.ask('vigie/fixAll', { uri })
    assert.deepEqual(edits.texts, ['"fermé"', '"35238"'])
  })

  it('explains a key in any record, and the code in a cell', async () => {
    const key = await hover(2, '"nom"')
    assert.match(JSON.stringify(key?.contents), /Nom du lieu/)
    assert.deepEqual(key?.range?.start, { line: 2, character: 4 })
    assert.match(JSON.stringify((await hover(1, '"35238"'))?.contents), /Rennes/)
    assert.equal(await hover(0, '['), null)
  })

  it('completes a value between its quotes', async () => {
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: at(1, '"ouvert"'),
    })
    assert.deepEqual(
      list.items.map(({ textEdit }) => textEdit?.newText),
      ['"ouvert"', '"fermé"'],
    )
  })

  it('renames a key in every record, and the field in its schema', async () => {
    const edit: WorkspaceEdit = await client.connection.sendRequest('textDocument/rename', {
      textDocument: { uri },
      position: at(2, '"etat"'),
      newName: 'statut',
    })
    const files = edit.documentChanges as { textDocument: { uri: string }; edits: { newText: string }[] }[]
    assert.deepEqual(
      files.map(file => file.edits.map(({ newText }) => newText)),
      [['"statut"', '"statut"'], ['"statut"']],
    )
  })

  it('follows edits, broken ones too', async () => {
    await client.edit(uri, 2, 2, '  { "nom": "École", "etat": "fermé", "code_insee": "35238", "jour": "2024-05-03"')
    assert.deepEqual([...new Set((await client.found(uri)).map(({ code }) => code))], ['json-syntax'])
    await client.edit(uri, 3, 2, '  { "nom": "École", "etat": "fermé", "code_insee": "35238", "jour": "2024-05-03" }')
    assert.deepEqual(await client.found(uri), [])
  })

  it('says nothing of JSON that is no dataset', async () => {
    const other = pathToFileURL(join(folder, 'package.json')).href
    await client.open(other, '{"files": [{"a": 1}]}')
    assert.deepEqual(await client.found(other), [])
  })

  it('tells the schema in force, and no dialect', async () => {
    const status = await client.ask('vigie/status', { uri })
    assert.equal(status.schema?.source, 'neighbour')
    assert.equal(status.json, 'one-value')
    assert.equal(status.dialect, undefined)
  })
})

const nested = `[
  { "id": 1, "acheteur": { "siret": "21350238800019", "lieu": { "code": "35238" } } },
  { "id": 2, "acheteur": { "siret": "21350238800019", "lieu": { "code": "35238 " } } },
  { "id": 3, "acheteur": { "siret": "21350238800019", "lieu": null } }
]
`

describe('the language server on objects inside the records of JSON', () => {
  const client = new Client()
  const fields = [
    { name: 'id', type: 'integer' },
    { name: 'acheteur.siret', type: 'string', title: 'Acheteur public' },
    { name: 'acheteur.lieu.code', type: 'string', constraints: { enum: ['35238', '35047'] } },
  ]
  const folder = folderWith({ 'marches.json': nested, 'marches.schema.json': JSON.stringify({ fields }) })
  const uri = pathToFileURL(join(folder, 'marches.json')).href
  const at = (line: number, part: string) => ({
    textDocument: { uri },
    position: { line, character: nested.split('\n')[line]!.lastIndexOf(part) + 1 },
  })
  const renamed = (newName: string): Promise<WorkspaceEdit> =>
    client.connection.sendRequest('textDocument/rename', { ...at(2, '"siret"'), newName })

  before(async () => {
    await client.begin({ language: 'en' })
    await client.open(uri, nested)
  })
  after(() => client.leave())

  it('marks a value in them, and repairs it', async () => {
    const found = await client.found(uri)
    assert.deepEqual(
      found.map(({ code, range: { start, end } }) => [
        code,
        nested.split('\n')[start.line]!.slice(start.character, end.character),
      ]),
      [['edge-whitespace', '"35238 "']],
    )
    assert.deepEqual((await client.ask('vigie/fixAll', { uri })).edits.texts, ['"35238"'])
  })

  it('explains a key in them, and the code in a cell', async () => {
    const key: Hover | null = await client.connection.sendRequest('textDocument/hover', at(3, '"siret"'))
    assert.match(JSON.stringify(key?.contents), /Acheteur public/)
    const cell: Hover | null = await client.connection.sendRequest('textDocument/hover', at(1, '"2135'))
    assert.match(JSON.stringify(cell?.contents), /213502388/)
  })

  it('completes a value in them', async () => {
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', at(1, '"35238"'))
    assert.deepEqual(
      list.items.map(({ textEdit }) => textEdit?.newText),
      ['"35238"', '"35047"'],
    )
  })

  it('renames their last key, and no other', async () => {
    const files = (await renamed('acheteur.id')).documentChanges as { edits: { newText: string }[] }[]
    assert.deepEqual(
      files.map(file => file.edits.map(({ newText }) => newText)),
      [['"id"', '"id"', '"id"'], ['"acheteur.id"']],
    )
    await assert.rejects(renamed('id_acheteur'), /Of “acheteur.siret” only the last key can change/)
  })
})

const listed = `[
  { "id": 1, "titulaires": [{ "titulaire": { "id": "21350238800019", "type": "SIRET" } }] },
  { "id": 2, "titulaires": [{ "titulaire": { "id": "21350238800019", "type": "SIRET" } }, { "titulaire": { "id": "21690123100011 ", "type": "siret" } }] }
]
`

describe('the language server on lists inside the records of JSON', () => {
  const client = new Client()
  const type = { type: 'string', constraints: { enum: ['SIRET', 'TVA'] } }
  const fields = [
    { name: 'id', type: 'integer' },
    { name: 'titulaires.0.titulaire.id', type: 'string' },
    { name: 'titulaires.0.titulaire.type', ...type },
    { name: 'titulaires.1.titulaire.id', type: 'string', title: 'Deuxième titulaire' },
    { name: 'titulaires.1.titulaire.type', ...type },
  ]
  const folder = folderWith({ 'marches.json': listed, 'marches.schema.json': JSON.stringify({ fields }) })
  const uri = pathToFileURL(join(folder, 'marches.json')).href
  const at = (line: number, part: string) => ({
    textDocument: { uri },
    position: { line, character: listed.split('\n')[line]!.lastIndexOf(part) + 1 },
  })

  before(async () => {
    await client.begin({ language: 'en' })
    await client.open(uri, listed)
  })
  after(() => client.leave())

  it('marks what is wrong in a second element, and repairs it', async () => {
    const found = await client.found(uri)
    assert.deepEqual(
      found.map(({ code, range: { start, end } }) => [
        code,
        listed.split('\n')[start.line]!.slice(start.character, end.character),
      ]),
      [
        ['edge-whitespace', '"21690123100011 "'],
        ['enum', '"siret"'],
      ],
    )
    assert.deepEqual((await client.ask('vigie/fixAll', { uri })).edits.texts, ['"21690123100011"', '"SIRET"'])
  })

  it('explains its key, and completes its value', async () => {
    const key: Hover | null = await client.connection.sendRequest('textDocument/hover', at(2, '"id"'))
    assert.match(JSON.stringify(key?.contents), /Deuxième titulaire/)
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', at(2, '"siret"'))
    assert.deepEqual(
      list.items.map(({ textEdit }) => textEdit?.newText),
      ['"SIRET"', '"TVA"'],
    )
  })

  it('renames no key in one element alone', async () => {
    const place = at(2, '"id"')
    assert.equal(await client.connection.sendRequest('textDocument/prepareRename', place), null)
    assert.equal(await client.connection.sendRequest('textDocument/rename', { ...place, newName: 'x' }), null)
  })
})
