import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type TextDocumentEdit,
} from 'vscode-languageserver'
import { xlsx } from '../workbook/books'
import { Client } from './client'
import { grants, HEADER, row, uri } from './grants'

const FAULTY = grants(row('219 900 172 00012', '2024-01-01', '1500,00'), row('21990017200012', '08/06/2024', '820.5'))
const content = (bytes: Uint8Array) => ({ name: 'a.xlsx', content: Buffer.from(bytes).toString('base64') })
const SPACED = 'pain;prix\nmiche ;12\nseigle;14\n'
const BREAD = 'pain;prix\nmiche;12\nseigle;4\n'
const breadSchema = (maximum: number) =>
  JSON.stringify({ fields: [{ name: 'pain' }, { name: 'prix', type: 'number', constraints: { maximum } }] })
const codesOf = (report: DocumentDiagnosticReport) =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind

describe('the language server', () => {
  let client: Client
  beforeEach(async () => {
    client = new Client()
    await client.begin()
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
  })

  it('offers what the contract asks for', () => {
    const { capabilities } = client.initialized!
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } })
    assert.equal(capabilities.positionEncoding, 'utf-16')
    assert.ok(capabilities.diagnosticProvider)
  })

  it('reports in full, then unchanged, then in full after an edit', async () => {
    await client.open(uri, FAULTY)
    const first = await client.pull(uri)
    assert.equal(first.kind, 'full')
    const again = await client.pull(uri, first.resultId)
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId })
    await client.edit(uri, 2, 1, row('21990017200012', '2024-01-01', '1500.00'))
    const after = await client.pull(uri, first.resultId)
    assert.equal(after.kind, 'full')
    assert.ok(after.items.length < first.items!.length)
  })

  it('does not take a text that is opened again for the one that was closed', async () => {
    await client.open(uri, SPACED)
    const first = await client.pull(uri)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await client.open(uri, SPACED.replace(' ', ''))
    assert.deepEqual(codesOf(first), ['edge-whitespace'])
    assert.deepEqual(codesOf(await client.pull(uri, first.resultId)), [])
  })

  it('reads a closed file again for a client that watches none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-closed-'))
    const path = join(folder, 'pains.csv')
    try {
      writeFileSync(path, SPACED)
      const closed = pathToFileURL(path).href
      const first = await client.pull(closed)
      writeFileSync(path, SPACED.replace(' ', ''))
      assert.deepEqual(codesOf(first), ['edge-whitespace'])
      assert.deepEqual(codesOf(await client.pull(closed, first.resultId)), [])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('gives no column the name of another one', async () => {
    await client.open(uri, SPACED)
    const rename = (newName: string) =>
      client.connection.sendRequest('textDocument/rename', {
        textDocument: { uri },
        position: { line: 0, character: 1 },
        newName,
      })
    await assert.rejects(rename('prix'), { message: 'Une autre colonne s’appelle déjà « prix ».' })
    assert.ok(await rename('pains'))
    assert.ok(await rename('pain'))
  })

  it('judges data by a schema that the editor opens with another text than the disk has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-opened-'))
    const uriIn = (name: string) => pathToFileURL(join(folder, name)).href
    const codes = async () => codesOf(await client.pull(uriIn('pains.csv')))
    try {
      writeFileSync(join(folder, 'pains.schema.json'), breadSchema(10))
      writeFileSync(join(folder, 'pains.csv'), BREAD)
      await client.open(uriIn('pains.csv'), BREAD)
      assert.deepEqual(await codes(), ['maximum'])
      await client.open(uriIn('pains.schema.json'), breadSchema(20))
      for (const end = Date.now() + 5_000; (await codes()).length > 0; await setTimeout(50))
        assert.ok(Date.now() < end, 'the schema on disk is still in force')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('converts a workbook, and says what it cannot read', async () => {
    const book = xlsx({ sheets: { Aides: '<row><c><v>1234567890123456</v></c></row>' } })
    const { sheets } = await client.ask('vigie/convertWorkbook', content(book))
    assert.deepEqual(
      [sheets?.[0]?.name, sheets?.[0]?.csv, sheets?.[0]?.losses.length],
      ['a.csv', '1234567890123456\r\n', 1],
    )
    assert.deepEqual(await client.ask('vigie/convertWorkbook', content(new Uint8Array(3))), {})
  })

  it('marks the exact cell, with a rule, a link and a sentence', async () => {
    await client.open(uri, FAULTY)
    const found = await client.found(uri)
    const siret = found.find(({ code }) => code === 'siret-spelling')
    assert.deepEqual(siret?.range, { start: { line: 1, character: 20 }, end: { line: 1, character: 37 } })
    assert.equal(siret.source, 'vigie')
    assert.equal(siret.codeDescription?.href, 'vigie-rule:/siret-spelling.md')
    assert.match(String(siret.message), /^.*219 900 172 00012.*\.$/)
  })

  it('leads from what the schema says to its field', async () => {
    await client.open(uri, grants(row('21990017200012', '25/02/2024', 'beaucoup')))
    const found = await client.found(uri)
    const lines = ['type-error', 'local-date'].map(rule => {
      const [place] = found.find(({ code }) => code === rule)!.relatedInformation!
      assert.equal(place!.location.uri, 'vigie-schema:/scdl/subventions.json')
      assert.equal(place!.message, 'Le champ du schéma.')
      return place!.location.range.start.line
    })
    assert.ok(lines[0]! > lines[1]! && lines[1]! > 0)
  })

  it('says one problem of many cells once, and tells each cell of a range', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => row('21990017200012', '2024-01-01', `${1500 + i},00`))
    await client.open(uri, grants(...rows))
    const found = (await client.found(uri)).filter(({ code }) => code === 'decimal-comma')
    assert.equal(found.length, 1)
    assert.match(
      String(found[0]!.message),
      /^30 cellules de la colonne «\smontant\s» \(100\s% des lignes\s: 2, 3, 4, 5, 6…\)/,
    )
    const range = { start: { line: 10, character: 0 }, end: { line: 12, character: 0 } }
    const shown = await client.ask('vigie/findings', { uri, range })
    const lines = shown.map(one => one.range.start.line)
    assert.deepEqual([...new Set(lines)], [10, 11])
  })

  it('explains a label and a problem on hover', async () => {
    await client.open(uri, FAULTY)
    const hover = (line: number, character: number) =>
      client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      })
    const label = await hover(0, HEADER.indexOf('dateConvention') + 2)
    assert.match(JSON.stringify(label?.contents), /dateConvention.*AAAA/)
    const cell = await hover(1, 25)
    assert.match(JSON.stringify(cell?.contents), /219 900 172 00012.*command:vigie\.showRule/)
    assert.equal(await hover(2, 2), null)
    const day = await hover(1, FAULTY.split('\n')[1]!.indexOf('2024-01-01') + 2)
    assert.match((day!.contents as { value: string }).value, /^lundi 1 janvier 2024\b|^lundi 1er janvier 2024\b/)
  })

  it('offers the schema of which the header is an earlier version, until one is chosen', async () => {
    const header = 'n_amenageur;n_operateur;id_station;n_station;ad_station;date_maj'
    await client.open(uri, `${header}\nVal;Val;FRV01P1;Mairie;1 place;2019-08-05\n`)
    const found = (await client.found(uri)).find(({ code }) => code === 'former-schema')
    assert.ok(found, 'the earlier version')
    const actions = await client.actions(uri, found.range, [found])
    const [rename, ...others] = actions
    assert.equal((rename!.edit!.documentChanges as TextDocumentEdit[])[0]!.edits.length, 5)
    const apply = others.find(({ command }) => command?.command === 'vigie.chooseSchema')
    assert.match(apply!.title, /^Appliquer le schéma «/)
    assert.deepEqual(apply!.command!.arguments, [uri, 'etalab/schema-irve-statique'])
    await client.ask('vigie/setSchema', { uri, schema: 'etalab/schema-irve-statique' })
    const codes = (await client.found(uri)).map(({ code }) => code)
    assert.ok(codes.includes('former-label') && !codes.includes('former-schema'), codes.join(' '))
  })

  it('says of a header under edit when it has become one of an earlier version', async () => {
    await client.open(uri, 'n_amenageur;n_operateur;date_maj\nVal;Val;2019-08-05\n')
    const codes = async () => (await client.found(uri)).map(({ code }) => code)
    assert.ok(!(await codes()).includes('former-schema'))
    await client.edit(uri, 2, 0, 'n_amenageur;n_operateur;n_station\n')
    assert.ok((await codes()).includes('former-schema'))
  })

  it('tells the schema and lets a person choose another or none', async () => {
    await client.open(uri, FAULTY)
    const status = await client.ask('vigie/status', { uri })
    assert.equal(status.schema?.id, 'scdl/subventions')
    assert.equal(status.schema.source, 'detected')
    assert.equal(status.dialect?.delimiter, ';')
    assert.equal(status.dialect.headerRow, 0)
    assert.equal(status.candidates[0]?.id, 'scdl/subventions')
    const none = await client.ask('vigie/setSchema', { uri, schema: 'none' })
    assert.equal(none.schema, undefined)
    const other = await client.ask('vigie/setSchema', { uri, schema: 'scdl/equipements' })
    assert.equal(other.schema?.source, 'flag')
    const lost = await client.ask('vigie/setSchema', { uri, schema: '/nowhere/schema.json' })
    assert.match(lost.why, /introuvable/)
    const comma = await client.ask('vigie/setDialect', { uri, delimiter: ',' })
    assert.equal(comma.dialect?.delimiter, ',')
  })

  it('names the columns', async () => {
    await client.open(uri, FAULTY)
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    })
    assert.deepEqual(
      symbols.map(({ name }) => name),
      HEADER.split(';'),
    )
    assert.deepEqual([symbols[0]?.detail, symbols[2]?.detail], ['Texte', 'Date'])
  })

  it('answers for the newest text when it is edited while it is checked', async () => {
    const rows = Array.from({ length: 3000 }, () => row('219 900 172 00012', '2024-01-01', '1500,00'))
    await client.open(uri, grants(...rows))
    const early = client.pull(uri)
    await client.edit(uri, 2, 1, row('21990017200012', '2024-01-01', '1'))
    await early
    const late = await client.found(uri)
    const siret = late.find(({ code }) => code === 'siret-spelling')
    assert.equal(siret?.range.start.line, 2)
    assert.match(String(siret.message), /^2\u202F999 cellules/)
  })

  it('survives what no one should send', async () => {
    await client.open('untitled:odd.csv', '\0\u{1F600}"";"\n\uD800;\r;;;"')
    await client.found('untitled:odd.csv')
    assert.deepEqual(await client.found('file:///nowhere/gone.csv'), [])
    const status = await client.ask('vigie/status', { uri: 'no address at all' })
    assert.equal(status.schema, undefined)
    await assert.rejects(client.connection.sendRequest('vigie/unknown', {}))
    await client.open('untitled:empty.csv', '')
    assert.equal((await client.ask('vigie/fixAll', { uri: 'untitled:empty.csv' })).edits.texts.length, 0)
  })

  it('gives the page of a rule, and nothing for a rule that is not', async () => {
    assert.match((await client.ask('vigie/rulePage', { id: 'internal-error' })).markdown, /^# \S/)
    assert.equal((await client.ask('vigie/rulePage', { id: 'no-such-rule' })).markdown, '')
  })
})
