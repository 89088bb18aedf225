import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { leave, opened, sample, shown, until, write } from './desk'

type Facts = { readonly [key: string]: any }

const clubs = 'club;jour\nJudo ;2024-01-02\nÉchecs;31/01/2024\nChorale;2024-03-01\n'

describe('the tools for agents', () => {
  const file = sample('clubs.csv')

  beforeEach(() => write(file, clubs))
  afterEach(async () => {
    await leave()
    await vscode.workspace.fs.delete(file)
  })

  it('are known to the editor, and say in a word what they are for', () => {
    const known = vscode.lm.tools.filter(({ name }) => name.startsWith('vigie_'))
    assert.deepEqual(known.map(({ name }) => name).toSorted(), [
      'vigie_explain',
      'vigie_fix',
      'vigie_lint',
      'vigie_profile',
      'vigie_schema',
    ])
    for (const { description, inputSchema } of known) assert.ok(description && inputSchema)
  })

  it('find what is wrong in a file on disk, and in a text as it stands', async () => {
    assert.deepEqual(await rulesIn('clubs.csv'), ['edge-whitespace', 'local-date'])
    const document = await shown(file)
    await change(document, new vscode.Range(1, 0, 1, 5), 'Judo')
    assert.deepEqual(await rulesIn(file.fsPath), ['local-date'])
  })

  it('repair an open text in the editor, in a step that one undo takes back', async () => {
    const document = await shown(file)
    await change(document, new vscode.Range(3, 0, 3, 7), 'Chœur')
    const text = document.getText()
    const seen = await facts('vigie_fix', { path: 'clubs.csv' })
    assert.deepEqual([seen['written'], document.getText()], [false, text])
    const done = await facts('vigie_fix', { path: 'clubs.csv', dryRun: false })
    assert.equal(done['written'], true)
    assert.equal(document.getText(), text.replace('Judo ', 'Judo').replace('31/01/2024', '2024-01-31'))
    assert.ok(document.isDirty)
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), clubs)
    await vscode.commands.executeCommand('undo')
    await until(() => document.getText() === text, 'the undo')
  })

  it('repair a file that nobody has open on disk', async () => {
    // The editor keeps for a while what it has shown.
    const other = sample('closed.csv')
    await write(other, clubs)
    assert.equal((await facts('vigie_fix', { path: 'closed.csv', dryRun: false }))['written'], true)
    const wanted = clubs.replace('Judo ', 'Judo').replace('31/01/2024', '2024-01-31')
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(other)), wanted)
    await vscode.workspace.fs.delete(other)
  })

  it('say in a sentence why they cannot, and stop when nobody waits', async () => {
    await assert.rejects(facts('vigie_lint', { paths: ['none.csv'] }), /none\.csv/)
    const ending = new vscode.CancellationTokenSource()
    const call = vscode.lm.invokeTool('vigie_lint', { input: {}, toolInvocationToken: undefined }, ending.token)
    ending.cancel()
    await assert.rejects(Promise.resolve(call))
    await opened('subventions-2024.csv')
  })

  it('explain, describe columns and find schemas', async () => {
    assert.equal((await facts('vigie_explain', { id: 'local-date' }))['kind'], 'rule')
    assert.equal((await facts('vigie_profile', { path: 'clubs.csv' }))['rows'], 3)
    assert.equal((await facts('vigie_schema', { path: 'subventions-2024.csv' }))['applies'], 'scdl/subventions')
  })
})

/** What a tool answers an agent. */
async function facts(name: string, input: object): Promise<Facts> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined })
  const [part, ...more] = content as readonly vscode.LanguageModelTextPart[]
  assert.deepEqual(more, [])
  return JSON.parse(part!.value) as Facts
}

async function rulesIn(path: string): Promise<readonly string[]> {
  const { groups } = await facts('vigie_lint', { paths: [path] })
  return groups.map(({ rule }: Facts) => rule).toSorted()
}

async function change({ uri }: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  edit.replace(uri, range, text)
  assert.ok(await vscode.workspace.applyEdit(edit))
}
