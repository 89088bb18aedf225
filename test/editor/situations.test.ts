import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { situationFiles } from '../../client/situation-files'
import { played } from '../unit/situations/played'
import { leave, problems, ruleOf, until } from './desk'

describe('situations, played in the editor', () => {
  afterEach(leave)

  for (const [id, { found, repairs }] of Object.entries(played))
    it(`${id}: the file opens as a copy, and what is repaired is underlined no longer`, async () => {
      await vscode.commands.executeCommand('vigie.openSituation', id, 'again')
      const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.path.includes(`/situations/${id}/`))
      assert.equal(open.length, situationFiles[id as keyof typeof situationFiles].length)
      const main = vscode.window.activeTextEditor!.document
      const name = main.uri.path.slice(main.uri.path.lastIndexOf('/') + 1)
      assert.equal(name, situationFiles[id as keyof typeof situationFiles][0])
      const rules = new Set((found[name] ?? []).map(finding => finding.split(' ')[0]!))
      const areThere = () => [...rules].every(rule => problems(main, rule).length > 0)
      await until(areThere, `${[...rules]} in ${name}`)
      for (const [file, before, after] of repairs) {
        const document = open.find(({ uri }) => uri.path.endsWith(`/${file}`))!
        const start = document.getText().indexOf(before)
        assert.ok(start >= 0, `${file}: ${before}`)
        const edit = new vscode.WorkspaceEdit()
        const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length))
        edit.replace(document.uri, range, after)
        assert.ok(await vscode.workspace.applyEdit(edit))
      }
      for (const document of open) await document.save()
      const grave = () =>
        open
          .flatMap(document => problems(document))
          .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
          // The situations play in 2025: what was to hold until then has run out by the editor's clock.
          .filter(problem => ruleOf(problem) !== 'overdue-update')
      await until(() => grave().length === 0, `an end to ${grave().map(ruleOf)}`)
    })
})
