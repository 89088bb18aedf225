import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { leave, opened, until } from './desk'

describe('moving from cell to cell', () => {
  afterEach(leave)

  it('selects what stands in the next cell, and goes back', async () => {
    await opened('subventions-2024.csv')
    const editor = vscode.window.activeTextEditor!
    editor.selection = new vscode.Selection(1, 0, 1, 0)
    await vscode.commands.executeCommand('vigie.nextCell')
    const selected = () => editor.document.getText(editor.selection)
    await until(() => selected() === '219 900 172 00012', 'the second cell')
    await vscode.commands.executeCommand('vigie.previousCell')
    await until(() => selected() === 'Commune de Valbrume', 'the first cell')
    await vscode.commands.executeCommand('vigie.previousCell')
    await until(() => editor.selection.active.line === 0, 'the last label')
    assert.notEqual(selected(), '')
  })
})
