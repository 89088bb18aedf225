import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { xlsx } from '../unit/workbook/books'
import { leave, sample, tabs, until } from './desk'

describe('a workbook', () => {
  const files = ['aides.xlsx', 'aides.csv', 'aides.schema.json'].map(sample)
  afterEach(async () => {
    await leave()
    for (const file of files) await vscode.workspace.fs.delete(file)
  })

  it('becomes a CSV file with its types, which opens', async () => {
    const rows =
      '<row><c t="str"><v>nom</v></c><c t="str"><v>montant</v></c></row><row><c t="str"><v>Théâtre</v></c><c><v>1500.5</v></c></row>'
    await vscode.workspace.fs.writeFile(files[0]!, xlsx({ sheets: { Aides: rows } }))
    await vscode.commands.executeCommand('vigie.convertWorkbook', files[0])
    await until(() => vscode.window.activeTextEditor?.document.uri.path === files[1]!.path, 'the table to open')
    assert.equal(vscode.window.activeTextEditor?.document.getText(), 'nom,montant\r\nThéâtre,1500.5\r\n')
    const schema = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(files[2]!)))
    assert.deepEqual(schema.fields, [
      { name: 'nom', type: 'string' },
      { name: 'montant', type: 'number' },
    ])
  })

  it('tells beside the table what it had lost before', async () => {
    const rows = '<row><c t="str"><v>siret</v></c></row><row><c><v>21350238800019123</v></c></row>'
    await vscode.workspace.fs.writeFile(files[0]!, xlsx({ sheets: { Aides: rows } }))
    await vscode.commands.executeCommand('vigie.convertWorkbook', files[0])
    await until(() => tabs().some(isOfLosses), 'the page of losses to open')
    assert.ok(tabs().find(isOfLosses)!.input instanceof vscode.TabInputWebview)
    // The table keeps the cursor.
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, files[1]!.path)
  })
})

function isOfLosses({ label }: vscode.Tab): boolean {
  return label.includes('aides.xlsx')
}
