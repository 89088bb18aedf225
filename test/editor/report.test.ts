import * as vscode from 'vscode'
import { choose, leave, opened, tabs, until } from './desk'

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

function isReport({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('vigie.report')
}
