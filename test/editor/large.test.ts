import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import * as vscode from 'vscode'
import { leave, ruleOf, sample, until } from './desk'

describe('a file that the editor does not give to extensions', () => {
  const file = sample('grand.csv')
  const found = () => vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'vigie')
  afterEach(async () => {
    await leave()
    await vscode.commands.executeCommand('notifications.clearAll')
    await vscode.workspace.fs.delete(file)
  })

  it('is checked from disk, and edits of other files go on meanwhile', async function () {
    // The check gives way to whatever else the machine does.
    this.timeout(300_000)
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `2024-01-02;Fete de Valbrume ${i}${', au bourg'.repeat(50)} ;bourg;${i}.5\n`,
    )
    const text = new TextEncoder().encode(`jour;objet;lieu;montant\n${rows.join('')}`)
    assert.ok(text.length > 52_428_800)
    writeFileSync(file.fsPath, text)
    await vscode.commands.executeCommand('vscode.open', file)
    await assert.rejects(Promise.resolve(vscode.workspace.openTextDocument(file)), /50MB/)
    assert.deepEqual(found(), [])
    const order: string[] = []
    const told = (what: string) => () => void order.push(what)
    const check = vscode.commands.executeCommand('vigie.checkFile', file).then(told('checked'))
    const other = await vscode.workspace.openTextDocument({ language: 'csv', content: 'nom;date\nA ;2024-01-02\n' })
    const problems = () => vscode.languages.getDiagnostics(other.uri).length > 0
    const heard = vscode.languages.onDidChangeDiagnostics(() => problems() && order.push('another file'))
    await until(problems, 'the problems of another file')
    await check
    heard.dispose()
    assert.equal(order[0], 'another file')
    await until(() => found().length > 0, 'the problems of the large file')
    const [problem] = found()
    assert.equal(ruleOf(problem!), 'edge-whitespace')
    assert.match(problem!.message, /^100[\u202F,]000 (?:cellules|cells) .*objet.*2, 3, 4, 5, 6…/)
    assert.equal(problem!.range.start.line, 1)
  })
})
