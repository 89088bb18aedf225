import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { leave, until } from './desk'

describe('the glossary', () => {
  afterEach(leave)

  it('opens beside the text without a data file, once', async () => {
    await vscode.commands.executeCommand('vigie.glossary')
    await until(() => glossaries().length === 1, 'the glossary')
    await vscode.commands.executeCommand('vigie.glossary', 'outlier')
    assert.equal(glossaries().length, 1)
  })
})

function glossaries(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vigie.glossary'))
}
