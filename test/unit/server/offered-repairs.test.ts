import assert from 'node:assert/strict'
import { type CodeAction, CodeActionTriggerKind, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver'
import { unpackedEdits } from '../../../client/unpacked-edits'
import { Client } from './client'
import { grants, row, uri } from './grants'

describe('the repairs that the language server offers', () => {
  let client: Client
  beforeEach(async () => {
    client = new Client()
    await client.begin()
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
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

  it('works a repair of every row out when it is chosen, of two findings at one place that of the right one', async () => {
    const [labels, ...rows] = grants(row('21990017200012', '2024-01-01', '5')).split('\n')
    await client.open(uri, [labels!.replace(';notificationUE;pourcentageSubvention', ''), ...rows].join('\n'))
    const found = (await client.found(uri)).filter(({ code, severity }) => code === 'missing-label' && severity === 3)
    const [, one, other] = found
    assert.ok(one && other && found.length === 3, 'columns that the schema leaves to choice, and this file has not')
    assert.deepEqual(one.range, other.range)
    for (const name of ['idRAE', 'dispositifAide']) {
      const actions = await client.actions(uri, one.range, found)
      const action = actions.find(({ title }) => title.includes(name))
      assert.ok(action && !action.edit && action.data.asked, `${name} is added when it is asked for`)
      const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
      const [change] = edit!.documentChanges as TextDocumentEdit[]
      assert.deepEqual(
        (change!.edits as TextEdit[]).map(({ newText }) => newText),
        [`;${name}`, ';'],
      )
    }
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

  it('reads no other date by a day that equals its month', async () => {
    await client.open(uri, 'id;date\n1;06/12/2022\n2;04/04/2022\n3;25/12/2022\n')
    await client.found(uri)
    const at = { line: 2, character: 4 }
    const actions = await client.actions(uri, { start: at, end: at })
    const alone = actions.find(({ title }) => title.startsWith('Remplacer'))
    assert.equal(alone?.title, 'Remplacer par «\u00A02022-04-04\u00A0»')
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
