import * as vscode from 'vscode'
import { choose, leave, opened, sample, tabs, until, write } from './desk'

describe('the report on the file in view', () => {
  afterEach(leave)

  for (const [reader, entry] of [
    ['the elected official', 0],
    ['the agent', 1],
    ['whoever keeps it next', 2],
  ] as const)
    it(`is shown beside the text, for ${reader} if one says so`, async () => {
      await opened('subventions-2024.csv')
      await choose('vigie.report', entry)
      await until(() => tabs().some(isReport), 'the report')
    })
})

describe('the note on what has changed in the file in view', () => {
  afterEach(leave)

  it('is shown beside the text, since the former file that one names', async () => {
    const document = await opened('subventions-2024.csv')
    const former = sample('subventions-ancien.csv')
    await write(former, document.getText())
    await vscode.commands.executeCommand('vigie.report', undefined, former)
    await until(() => tabs().some(isReport), 'the note')
    await vscode.workspace.fs.delete(former)
  })
})

function isReport({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('vigie.report')
}
