import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { leave, opened, problems, sample, until } from './desk'

const FILE = 'deliberations-2023.csv'

describe('a file that is not in UTF-8', () => {
  let before: Uint8Array
  beforeEach(async () => {
    before = await vscode.workspace.fs.readFile(sample(FILE))
  })
  afterEach(async () => {
    await leave()
    await vscode.workspace.fs.writeFile(sample(FILE), before)
  })

  it('is said to be so', async () => {
    const document = await opened(FILE)
    assert.equal(problems(document, 'legacy-encoding').length, 1)
  })

  it('is written anew in UTF-8 with every character', async () => {
    const document = await opened(FILE)
    assert.match(document.getText(), /\uFFFD/, 'the editor has read it in another encoding than UTF-8')
    await vscode.commands.executeCommand('vigie.reencode', document.uri.toString(), 'reencode')
    const text = new TextDecoder('windows-1252').decode(before)
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(sample(FILE))), text)
    await until(() => document.getText() === text, 'the editor to show it again')
    assert.equal(document.isDirty, false)
    await until(() => problems(document, 'legacy-encoding').length === 0, 'the problem to go away')
  })

  it('is not repaired while the editor shows it wrongly', async () => {
    const document = await opened(FILE)
    await until(() => document.getText().includes('\uFFFD'), 'the editor to show the file as it is again')
    const shown = document.getText()
    await vscode.commands.executeCommand('vigie.fixAll')
    assert.equal(document.getText(), shown)
    assert.equal(document.isDirty, false)
  })

  it('is left alone while it has changes that saving would spoil', async () => {
    const document = await opened(FILE)
    await until(() => document.getText().includes('\uFFFD'), 'the editor to show the file as it is again')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(1, 0), 'déjà tapé')
    await vscode.workspace.applyEdit(edit)
    assert.equal(document.isDirty, true)
    await vscode.commands.executeCommand('vigie.reencode', document.uri.toString(), 'reencode')
    assert.equal(Buffer.compare(await vscode.workspace.fs.readFile(sample(FILE)), before), 0)
    assert.match(document.getText(), /déjà tapé/)
  })
})
