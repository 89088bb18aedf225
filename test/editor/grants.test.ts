import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actions, carriedOut, leave, opened, problems, ruleOf, sample, tabs, until } from './desk'

const FILE = 'subventions-2024.csv'

describe('a file of grants that a spreadsheet exported', () => {
  afterEach(leave)

  it('shows its problems, each on the exact cell', async () => {
    const document = await opened(FILE)
    const found = new Set(problems(document).map(ruleOf))
    for (const rule of ['local-date', 'decimal-comma', 'siret-spelling', 'edge-whitespace'])
      assert.ok(found.has(rule), `${rule} is not among ${[...found]}`)
    const cells = problems(document, 'siret-spelling').map(({ range }) => document.getText(range))
    assert.ok(cells.includes('219 900 172 00012'), `${cells}`)
  })

  it('says the same problem of many cells once', async () => {
    const document = await opened(FILE)
    assert.equal(problems(document, 'local-date').length, 1)
  })

  it('explains the problem of the cell under the cursor, be it one of many that are said once', async () => {
    const document = await opened(FILE)
    const cell = document.positionAt(document.getText().indexOf('08/06/2024') + 3)
    vscode.window.activeTextEditor!.selection = new vscode.Selection(cell, cell)
    await vscode.commands.executeCommand('vigie.showRule')
    await until(() => tabs().some(({ label }) => label.includes('.md')), 'the page of a rule')
    assert.deepEqual(
      tabs().flatMap(({ label }) => (label.includes('.md') ? [label] : [])),
      ['local-date.md'],
    )
  })

  it('says each problem in one French sentence', async () => {
    const document = await opened(FILE)
    for (const { message } of problems(document)) assert.match(message, /^.*\.$/)
  })

  it('explains a label on hover', async () => {
    const document = await opened(FILE)
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('dateConvention') + 2),
    )
    const text = hovers
      .flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value)))
      .join()
    assert.match(text, /date/i)
  })

  it('repairs one cell and takes it back in one step', async () => {
    const document = await opened(FILE)
    const before = document.getText()
    const [problem] = problems(document, 'siret-spelling')
    const count = problems(document, 'siret-spelling').length
    const fix = (await actions(document, problem!.range)).find(({ kind }) => kind?.value === 'quickfix')
    assert.ok(fix?.edit, 'no quick fix')
    const cell = document.getText(problem!.range)
    assert.ok(await vscode.workspace.applyEdit(fix.edit))
    assert.equal(document.getText(), before.replace(cell, cell.replaceAll(' ', '')))
    await until(() => problems(document, 'siret-spelling').length === count - 1, 'the problem to go away')
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('repairs a column in one step once a person agrees, and not before', async () => {
    const document = await opened(FILE)
    const before = document.getText()
    const place = document.positionAt(before.indexOf('08/06/2024'))
    const offered = await actions(document, new vscode.Range(place, place))
    const column = offered.find(({ title }) => title.endsWith('to be confirmed'))
    assert.ok(column, `${offered.map(({ title }) => title)}`)
    assert.equal(column.edit, undefined)
    await carriedOut(column)
    assert.match(document.getText(), /;2024-06-08;2024-002;/)
    assert.doesNotMatch(document.getText(), /;08\/06\/2024;/)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('repairs a column of safe repairs in one step', async () => {
    const document = await opened(FILE)
    const before = document.getText()
    const place = document.positionAt(before.indexOf('219 900 172 00012') + 2)
    const editor = vscode.window.activeTextEditor!
    editor.selection = new vscode.Selection(place, place)
    const column = (await actions(document, new vscode.Range(place, place))).find(({ title }) =>
      /^Fix the \d+ cells of the column “idAttribuant”$/.test(title),
    )
    assert.ok(column)
    await carriedOut(column)
    assert.doesNotMatch(document.getText(), /;219 900 172 00012;/)
    assert.deepEqual(editor.selection.active, place, 'the cursor stays')
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('repairs all that is safe in one step, and leaves the rest as it was', async () => {
    const document = await opened(FILE)
    const before = document.getText()
    await vscode.commands.executeCommand('vigie.fixAll')
    const after = document.getText()
    assert.match(after, /;1500\.00;/)
    assert.match(after, /;21990017200012;/)
    assert.doesNotMatch(after, /219 900 172 00012| ;/)
    assert.match(after, /;9,99961E\+13;/, 'digits that are lost were guessed')
    assert.equal(document.lineCount, before.split('\n').length)
    await until(() => problems(document, 'decimal-comma').length === 0, 'the decimal commas to go away')
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('repairs on save what is safe, when the person has asked for it', async () => {
    const uri = sample(FILE)
    const before = await vscode.workspace.fs.readFile(uri)
    const settings = vscode.workspace.getConfiguration('editor')
    const onSave = { 'source.fixAll.vigie': 'always' }
    try {
      await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace)
      const document = await opened(FILE)
      const typed = new vscode.WorkspaceEdit()
      typed.insert(uri, document.positionAt(document.getText().indexOf('Fonctionnement')), 'Aide au ')
      await vscode.workspace.applyEdit(typed)
      assert.ok(await document.save())
      await until(() => !document.isDirty, 'the file to be saved')
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
      assert.match(saved, /Aide au Fonctionnement/)
      assert.doesNotMatch(saved, / ;/)
      assert.match(saved, /;1500\.00;.*;22\/04\/2024;/s, 'a date that tells how 08/06/2024 is to be read')
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace)
      await vscode.workspace.fs.writeFile(uri, before)
    }
  })
})
