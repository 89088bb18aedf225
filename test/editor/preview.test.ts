import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import * as v8 from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as vscode from 'vscode'
import { leave, opened, sample, until } from './desk'

/** Counts live objects made by a constructor; in Node since 22, whose types do not know it yet. */
const { queryObjects } = v8 as unknown as { queryObjects(of: unknown, options: { format: 'count' }): number }

describe('the preview', () => {
  afterEach(leave)

  it('leaves nothing behind after it was opened and closed 30 times', async function () {
    this.timeout(240_000)
    await opened('subventions-2024.csv')
    const own = vscode.window.createWebviewPanel('test', 'test', { viewColumn: vscode.ViewColumn.Beside })
    const { constructor } = own
    own.dispose()
    for (let i = 0; i < 5; i++) await openAndClose()
    const panels = () => queryObjects(constructor, { format: 'count' })
    // Other suites may have left some, and what was asked for the last page may still be on its way.
    const most = panels() + 2
    // What the editor itself does meanwhile may grow one half, a leak grows both.
    const heaps = [await heap()]
    for (let half = 0; half < 2; half++) {
      for (let i = 0; i < 15; i++) await openAndClose()
      heaps.push(await heap())
    }
    await until(() => panels() <= most, `an end to all but ${most} panels`)
    const grown = Math.min(heaps[1]! - heaps[0]!, heaps[2]! - heaps[1]!) / 15
    assert.ok(grown < 20_000, `${Math.round(grown)} bytes more each time`)
  })
})

async function openAndClose(): Promise<void> {
  await vscode.commands.executeCommand('vigie.preview', sample('subventions-2024.csv'))
  await until(() => previews().length === 1, 'the preview')
  // Its page asks for what it shows.
  await wait(300)
  await vscode.window.tabGroups.close(previews())
  await until(() => previews().length === 0, 'its end')
}

/** Bytes in use once nothing is kept that nobody can reach. */
async function heap(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  for (let i = 0; i < 4; i++) {
    collect()
    await wait(100)
  }
  return process.memoryUsage().heapUsed
}

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('vigie.preview'))
}
