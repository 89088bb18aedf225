import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  type CodeAction,
  CodeActionTriggerKind,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver'
import { unpackedEdits } from '../../../client/unpacked-edits'
import { xlsx } from '../workbook/books'
import { Client } from './client'

const HEADER =
  'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;notificationUE;pourcentageSubvention'
const row = (siret: string, date: string, amount: string) =>
  `Commune de Valbrume;${siret};${date};2024-001;Les Amis du lavoir;99991208200016;Fonctionnement;${amount};aide en numéraire;unique;2024-01-01;non;0.5`
const grants = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`
const FAULTY = grants(row('219 900 172 00012', '2024-01-01', '1500,00'), row('21990017200012', '08/06/2024', '820.5'))
const content = (bytes: Uint8Array) => ({ name: 'a.xlsx', content: Buffer.from(bytes).toString('base64') })
const uri = 'untitled:subventions.csv'
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

  it('repairs a cell, a column, and all that is safe', async () => {
    const amounts = ['1500,00', '2,5', '3,25']
    const text = grants(...amounts.map(amount => row('21990017200012', '2024-01-01', amount)))
    await client.open(uri, text)
    const column = text.split('\n')[1]!.indexOf('1500,00')
    const at = { line: 1, character: column + 1 }
    const actions = await client.actions(uri, { start: at, end: at })
    const [first] = actions
    assert.equal(first?.isPreferred, true)
    const [change] = first.edit!.documentChanges as TextDocumentEdit[]
    assert.deepEqual(change?.textDocument, { uri, version: 1 })
    assert.deepEqual(
      change.edits.map(edit => ('newText' in edit ? edit.newText : '')),
      ['1500.00'],
    )
    const whole = actions.find(({ title }) => title === 'Corriger les 3 cellules de la colonne «\u00A0montant\u00A0»')
    assert.ok(whole && !whole.edit, 'the edit of a column is worked out when it is asked for')
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', whole)
    const [cells] = resolved.edit!.documentChanges as TextDocumentEdit[]
    assert.equal(cells?.edits.length, 3)
    const { repair } = await client.ask('vigie/repair', { data: whole.data })
    assert.deepEqual([repair?.uri, repair?.version, repair?.data], [uri, 1, resolved.data])
    assert.deepEqual(unpackedEdits(repair!.edits), cells.edits)
    const { version, edits, repairs, lost } = await client.ask('vigie/fixAll', { uri })
    assert.deepEqual([version, repairs, lost], [1, 3, undefined])
    assert.deepEqual(edits.texts, ['1500.00', '2.5', '3.25'])
  })

  it('leaves by itself what the choices of a person are read by, and repairs it when asked', async () => {
    const { Automatic, Invoked } = CodeActionTriggerKind
    const sure = [row('21990017200012', '25/06/2024', '2,5'), row('21990017200012', '2024-01-01', '3.75')]
    const rows = [...sure, row('21990017200012', '05/06/2024', '1,250')]
    assert.deepEqual(await writtenByAll(rows, Automatic), [])
    assert.deepEqual(await writtenByAll(rows, Invoked), ['2024-06-25', '2.5'])
    assert.deepEqual(await writtenByAll(rows), ['2024-06-25', '2.5'])
    assert.deepEqual(await writtenByAll(sure, Automatic), ['2024-06-25', '2.5'])
    const open = [...sure, row('21990017200012', '05/06/2024', '1.25'), row('21990017200012', '2024-01-02', '1.5')]
    assert.deepEqual(await writtenByAll(open, Automatic), ['2.5'], 'what is read in another column does not wait')
    const hidden = row('21990017200012', '2024-01-01', '2,5\u200B')
    assert.deepEqual(
      await writtenByAll([hidden], Invoked),
      ['2.5'],
      'what the first repairs bring up is repaired with them',
    )
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

  it('asks before a repair that may be wrong', async () => {
    await client.open(uri, grants(row('21990017200012', '2024-01-01', '5').replace('numéraire', 'numérairee')))
    const found = (await client.found(uri)).find(({ code }) => code === 'enum')
    assert.ok(found, 'the word that the schema does not know')
    const actions = await client.actions(uri, found.range, [found])
    const [fix] = actions
    assert.ok(fix, 'no repair is offered')
    assert.equal(fix.isPreferred, undefined)
    const [doubt] = Object.values(fix.edit!.changeAnnotations!)
    assert.equal(doubt!.needsConfirmation, true)
    assert.equal(doubt!.label, fix.title)
    assert.match(doubt!.description!, /^Cochez la case pour confirmer\. .*numérairee/)
    assert.equal(fix.data.asked.title, fix.title)
    assert.equal(`Cochez la case pour confirmer. ${fix.data.asked.reason}`, doubt!.description)
    assert.equal(fix.data.asked.isWithheld, undefined)
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['enum'],
    )
  })

  it('repairs a whole column of dates in one action, once confirmed', async () => {
    const dates = ['06/12/2022', '24/05/2022', '03/04/2022', '30/06/2022', '07/08/2022', '25/09/2022']
    const text = `id;date\n${dates.map((date, i) => `${i};${date}`).join('\n')}\n`
    await client.open(uri, text)
    await client.found(uri)
    const at = { line: 1, character: 4 }
    const actions = await client.actions(uri, { start: at, end: at })
    const wider = actions.filter(({ data }) => data?.column === 1)
    const [whole] = wider
    assert.ok(whole?.data.asked, 'all cells of the column first: this one is not among those that are sure')
    assert.ok(wider.some(({ data }) => !data.asked))
    const sure = { line: 2, character: 4 }
    const first = (await client.actions(uri, { start: sure, end: sure })).find(({ data }) => data?.column === 1)
    assert.ok(first?.data.asked, 'nor alone those that are sure, by which the others are read')
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', whole)
    const [doubt] = Object.values(edit!.changeAnnotations!)
    assert.equal(doubt!.needsConfirmation, true)
    assert.equal(doubt!.label, 'Corriger les 6 cellules de la colonne «\u00A0date\u00A0»')
    assert.match(doubt!.description!, /^Cochez la case pour confirmer\. .*06\/12\/2022/)
    const [change] = edit!.documentChanges as { edits: { newText: string }[] }[]
    assert.deepEqual(
      change!.edits.map(({ newText }) => newText),
      dates.map(date => date.split('/').toReversed().join('-')),
    )
  })

  it('says of a repair to be confirmed that its values may not be told', async () => {
    await client.open(uri, 'id;date_naissance\n1;06/12/1962\n2;03/04/1971\n3;02/08/1980\n')
    await client.found(uri)
    const at = { line: 1, character: 4 }
    const actions = await client.actions(uri, { start: at, end: at })
    const whole = actions.find(({ data }) => data?.rule && data.asked)
    assert.ok(whole, actions.map(({ title }) => title).join(', '))
    const { data } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', whole)
    assert.equal(data.asked.isWithheld, true)
    assert.doesNotMatch(data.asked.reason, /1962/)
  })

  it('says what a repair of a whole column does to personal data', async () => {
    const iban = 'FR76 3000 6000 0112 3456 7890 189'
    const births = 'Corriger les 2 cellules de la colonne «\u00A0naissance\u00A0», à confirmer\u00A0:'
    const asked = {
      'id;naissance\n1;14/03/1962\n2;25/11/1987\n': [`${births} n’y garder que l’année`, `${births} les vider`],
      [`id;compte\n1;${iban}\n2;${iban}\n`]: [
        'Vider les 2 cellules de la colonne «\u00A0compte\u00A0», à confirmer',
        'Supprimer la colonne, à confirmer',
      ],
    }
    const at = { line: 1, character: 4 }
    for (const [text, titles] of Object.entries(asked)) {
      await client.open(uri, text)
      await client.found(uri)
      const actions = await client.actions(uri, { start: at, end: at })
      assert.deepEqual(
        actions.map(({ title }) => title).filter(title => title.includes('à confirmer')),
        titles,
      )
    }
  })

  it('says of a safe repair that others of the column are read by what it writes anew', async () => {
    await client.open(uri, 'id;date\n1;06/12/2022\n2;25/12/2022\n')
    await client.found(uri)
    const titled = async (line: number) => {
      const at = { line, character: 4 }
      const actions = await client.actions(uri, { start: at, end: at })
      return actions.find(({ title }) => title.startsWith('Remplacer'))!
    }
    const evidence = await titled(2)
    assert.equal(
      evidence.title,
      'Remplacer par «\u00A02022-12-25\u00A0», alors que d’autres cellules de la colonne se lisent d’après celle-ci',
    )
    assert.equal(evidence.isPreferred, undefined)
    await client.open(uri, 'id;date\n1;26/12/2022\n2;25/12/2022\n')
    await client.found(uri)
    const alone = await titled(2)
    assert.equal(alone.title, 'Remplacer par «\u00A02022-12-25\u00A0»')
    assert.equal(alone.isPreferred, true)
  })

  it('counts the dates that speak for each way to read a column', async () => {
    await client.open(uri, 'id;date\n1;06/12/2022\n2;03/04/2022\n3;25/12/2022\n4;26/12/2022\n5;12/25/2022\n')
    await client.found(uri)
    const at = { line: 1, character: 4 }
    const titles = (await client.actions(uri, { start: at, end: at })).map(({ title }) => title)
    const told = titles.filter(title => title.includes('en premier'))
    assert.deepEqual(
      told.map(title => title.slice(title.indexOf('le '))),
      ['le jour en premier, comme dans 2 dates', 'le mois en premier, comme dans 1 date'],
    )
  })

  it('lets a person say which of day and month comes first in a whole column', async () => {
    await client.open(uri, 'id;date\n1;06/12/2022\n2;03/04/2022\n')
    await client.found(uri)
    const at = { line: 1, character: 4 }
    const actions = await client.actions(uri, { start: at, end: at })
    const whole = actions.filter(({ data }) => data?.rule && data.asked)
    const title = 'Corriger les 2 cellules de la colonne «\u00A0date\u00A0», à confirmer\u00A0: le'
    assert.deepEqual(
      whole.map(action => action.title),
      [`${title} jour en premier`, `${title} mois en premier`],
    )
    const written = async (action: CodeAction) => {
      const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
      assert.equal(Object.values(edit!.changeAnnotations!)[0]!.needsConfirmation, true)
      return (edit!.documentChanges as { edits: { newText: string }[] }[])[0]!.edits.map(({ newText }) => newText)
    }
    assert.deepEqual(await written(whole[0]!), ['2022-12-06', '2022-04-03'])
    assert.deepEqual(await written(whole[1]!), ['2022-06-12', '2022-03-04'])
  })

  it('lets a person keep a rare spelling, and writes it in the whole column', async () => {
    await client.open(uri, 'id;domaine\n1;Sport\n2;sport\n3;Culture\n4;SPORT\n5;Sport\n6;Sport\n7;Culture\n')
    await client.found(uri)
    const at = { line: 4, character: 3 }
    const actions = await client.actions(uri, { start: at, end: at })
    const title =
      'Écrire «\u00A0SPORT\u00A0» au lieu de ses autres écritures dans la colonne «\u00A0domaine\u00A0», à confirmer'
    const chosen = actions.find(action => action.title === title)
    assert.ok(chosen, actions.map(action => action.title).join())
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', chosen)
    assert.equal(Object.values(edit!.changeAnnotations!)[0]!.needsConfirmation, true)
    const [change] = edit!.documentChanges as { edits: TextEdit[] }[]
    assert.deepEqual(
      change!.edits.map(({ range, newText }) => [range.start.line, range.start.character, newText]),
      [
        [1, 2, 'SPORT'],
        [2, 2, 'SPORT'],
        [5, 2, 'SPORT'],
        [6, 2, 'SPORT'],
      ],
    )
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

  it('tells what all that is safe takes away, to whoever asks for it', async () => {
    const file = 'untitled:days.csv'
    await client.open(file, 'jour;vu\n31/12/2024;1\n05/06/2024;2\n25/03/2024;3\n07/04/2024;4\n06/31/2024;5\n')
    await client.found(file)
    const { repairs, lost } = await client.ask('vigie/fixAll', { uri: file })
    assert.equal(repairs, 2)
    assert.match(lost!, /^2 cellules se lisaient d’après .+.: retenez que «.05\/06\/2024.» valait «.2024-06-05.»\.$/)
    const { Automatic, Invoked } = CodeActionTriggerKind
    assert.equal((await resolvedAll(file, 6, Invoked)).data.lost, lost)
    assert.equal((await resolvedAll(file, 6, Automatic)).data.lost, undefined)
  })

  it('counts a repair of several edits once', async () => {
    const file = 'untitled:texts.json'
    await client.open(file, `[{"a": 'x "y" z', "b": 1},\n{"a": "w", "b": 2},]\n`)
    await client.found(file)
    const { edits, repairs } = await client.ask('vigie/fixAll', { uri: file })
    assert.deepEqual([edits.texts.length, repairs], [5, 2])
  })

  /** What is written when all that is safe is repaired in these rows. */
  async function writtenByAll(
    rows: readonly string[],
    triggerKind?: CodeActionTriggerKind,
  ): Promise<readonly string[]> {
    const file = `untitled:${rows.length}-${triggerKind}.csv`
    await client.open(file, grants(...rows))
    await client.found(file)
    const { edit } = await resolvedAll(file, rows.length, triggerKind)
    const [change] = edit!.documentChanges as TextDocumentEdit[]
    return change!.edits.map(one => ('newText' in one ? one.newText : ''))
  }

  /** The action that repairs all that is safe, with its edit. */
  async function resolvedAll(file: string, lines: number, triggerKind?: CodeActionTriggerKind): Promise<CodeAction> {
    const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } }
    const context = { diagnostics: [], only: ['source.fixAll'], ...(triggerKind && { triggerKind }) }
    const params = { textDocument: { uri: file }, range, context }
    const [all] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params)
    return client.connection.sendRequest<CodeAction>('codeAction/resolve', all!)
  }
})
