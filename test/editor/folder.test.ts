import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { leave, problems, ruleOf, sample, shown, tabs, until, write } from './desk'

describe('the folder in the editor', () => {
  const folder = sample('dossier')
  const good = 'nom;jour\nA;2024-01-02\nB;2024-01-03\n'
  const bad = good.replace('A;', 'A ;')
  const file = (name: string) => vscode.Uri.joinPath(folder, name)
  const rules = (name: string) =>
    vscode.languages
      .getDiagnostics(file(name))
      .filter(({ source }) => source === 'vigie')
      .map(ruleOf)
  beforeEach(async () => {
    await write(file('un.csv'), bad)
    await write(file('deux.csv'), good)
  })
  afterEach(async () => {
    await leave()
    await vscode.commands.executeCommand('notifications.clearAll')
    await vscode.workspace.fs.delete(folder, { recursive: true })
    await until(() => rules('un.csv').length === 0, 'the end of what was found')
  })

  it('has problems without being opened once somebody asks for it', async () => {
    assert.deepEqual(rules('un.csv'), [])
    await vscode.commands.executeCommand('vigie.checkFolder', folder)
    assert.deepEqual(rules('un.csv'), ['edge-whitespace'])
    assert.deepEqual(rules('deux.csv'), [])
    const [problem] = vscode.languages.getDiagnostics(file('un.csv'))
    assert.ok(typeof problem!.code === 'object' && problem!.code.target)
  })

  it('has one page that tells what its datasets are worth', async () => {
    await vscode.commands.executeCommand('vigie.checkFolder', folder)
    await until(() => pages().length === 1, 'the page of the folder')
    assert.match(pages()[0]!.label, /dossier$/)
    await vscode.commands.executeCommand('vigie.checkFolder', folder)
    assert.equal(pages().length, 1)
  })

  it('keeps them once, whether a file is opened, closed again or written by others', async () => {
    await vscode.commands.executeCommand('vigie.checkFolder', folder)
    const document = await shown(file('un.csv'))
    await until(() => problems(document).length === 1, 'the problem of the open file')
    await leave()
    // VS Code keeps the document for some minutes.
    await until(() => rules('un.csv').length === 1, 'the problem of the closed file')
    await write(file('deux.csv'), bad)
    await until(() => rules('deux.csv').length === 1, 'the problem of the file that was written')
    await write(file('trois.csv'), bad)
    await until(() => rules('trois.csv').length === 1, 'the problem of a new file')
    await vscode.workspace.fs.delete(file('trois.csv'))
    await until(() => rules('trois.csv').length === 0, 'the end of the problem of a file that is gone')
  })

  it('is judged anew when its settings are others', async () => {
    await vscode.commands.executeCommand('vigie.checkFolder', folder)
    await write(file('vigie.json'), '{"rules": {"edge-whitespace": "off"}}')
    await until(() => rules('un.csv').length === 0, 'the silence of a rule')
  })
})

function pages(): readonly vscode.Tab[] {
  return tabs().filter(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vigie.folder'),
  )
}
