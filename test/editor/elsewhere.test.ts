import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { leave, opened, problems, until } from './desk'

describe('around the text', () => {
  afterEach(leave)

  it('a file that was never saved is checked too', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'csv',
      content: 'nom;date\nA ;2024-01-02\nB;2024-01-03\nC;2024-01-04\n',
    })
    await vscode.window.showTextDocument(document)
    await until(() => problems(document, 'edge-whitespace').length === 1, 'the space')
  })

  it('other files are left alone', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'a;b\nc ;d\n' })
    await vscode.window.showTextDocument(document)
    await opened('subventions-2024.csv')
    assert.deepEqual(problems(document), [])
  })

  it('the code of a problem is a link to the page of its rule, which opens in the editor', async () => {
    const document = await opened('subventions-2024.csv')
    const [problem] = problems(document, 'edge-whitespace')
    const { target } = problem!.code as { target: vscode.Uri }
    await vscode.commands.executeCommand('vscode.open', target)
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
      'the page',
    )
    const page = await vscode.workspace.openTextDocument(target)
    assert.match(page.getText(), /^# \S/)
  })

  it('the server can be started again', async () => {
    const document = await opened('equipements.csv')
    await vscode.commands.executeCommand('vigie.restart')
    await until(() => problems(document).length > 0, 'the problems of the new server')
  })
})
