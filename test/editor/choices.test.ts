import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import * as vscode from 'vscode'
import { choose, leave, opened, problems, sample, until } from './desk'

const FILE = 'subventions-2024.csv'

describe('what a person may choose', () => {
  afterEach(leave)

  it('the schema: without one, its rules are silent, also when the file is opened again', async () => {
    const document = await opened(FILE)
    await until(() => problems(document, 'enum').length > 0, 'the word that the schema does not know')
    await choose('vigie.chooseSchema', 1)
    await until(() => problems(document, 'enum').length === 0, 'the schema’s rules to be silent')
    await leave()
    const again = await vscode.workspace.openTextDocument(document.uri)
    await vscode.window.showTextDocument(again)
    await wait(1000)
    assert.equal(problems(again, 'enum').length, 0)
    await choose('vigie.chooseSchema', 0)
    await until(() => problems(again, 'enum').length > 0, 'the schema’s rules to speak again')
  })

  it('a schema drawn from the data, which is written beside the file and is in force from then on', async () => {
    const document = await opened('frequentation-mediatheque.csv')
    await until(() => problems(document, 'thousands-separator').length > 0, 'the grouped digits')
    const schema = sample('frequentation-mediatheque.schema.json')
    try {
      await vscode.commands.executeCommand('vigie.writeSchema', document.uri)
      const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(schema))
      assert.equal(JSON.parse(written).fields[2].groupChar, ' ')
      await until(() => problems(document, 'thousands-separator').length === 0, 'the schema to allow them')
    } finally {
      await vscode.workspace.fs.delete(schema)
    }
    await until(() => problems(document, 'thousands-separator').length > 0, 'the schema to be forgotten')
  })

  it('the severity of a rule, and its silence', async () => {
    const document = await opened(FILE)
    await until(() => problems(document, 'edge-whitespace').length > 0, 'the spaces')
    const settings = vscode.workspace.getConfiguration('vigie')
    try {
      await settings.update('rules', { 'edge-whitespace': 'off' }, vscode.ConfigurationTarget.Workspace)
      await until(() => problems(document, 'edge-whitespace').length === 0, 'the rule to be silent')
      assert.ok(problems(document).length > 0)
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace)
    }
    await until(() => problems(document, 'edge-whitespace').length > 0, 'the rule to speak again')
  })
})
