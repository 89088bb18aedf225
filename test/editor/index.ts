import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import Mocha from 'mocha'
import * as vscode from 'vscode'

/** Runs inside VS Code: all suites beside this file; throws when a test failed. */
export async function run(): Promise<void> {
  // VS Code prints each argument on a line of its own; the bar tells our lines from its own.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) =>
    format(...args)
      .split('\n')
      .forEach(line => console.log(`│${line}`))
  // In a browser VS Code saves a second after each edit, and a test would meet on disk what another undoes.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global)
  const activation = await activated()
  if (activation) console.log(`│  activation: ${activation}`)
  const mocha = new Mocha({ timeout: 30_000, retries: 1, reporter: join(__dirname, '../../../test/tally.cjs') })
  for (const file of readdirSync(__dirname).toSorted())
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file))
  const failures = await new Promise<number>(done => mocha.run(done))
  if (failures > 0) throw new Error(`${failures} failed`)
}

/** How long the extension took to be loaded and to begin, and the editor with what it does before and between; undefined without marks. */
async function activated(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension('vigie.vigie')!
  const isFirst = !extension.isActive
  const began = performance.now()
  await extension.activate()
  const waited = performance.now() - began
  const marks = new Map(editorMarks()?.map(({ name, startTime }) => [name, startTime]))
  const between = (from: string, to: string) =>
    marks.get(`code/extHost/${to}/vigie.vigie`)! - marks.get(`code/extHost/${from}/vigie.vigie`)!
  const loaded = between('willLoadExtensionCode', 'didLoadExtensionCode')
  const begun = between('willActivateExtension', 'didActivateExtension')
  if (Number.isNaN(loaded + begun)) return undefined
  const own = `${loaded + begun} ms of its own (${loaded} to load, ${begun} to begin)`
  return isFirst ? `${own}, ${Math.round(waited)} ms until the editor says so` : own
}

/** What the extension host notes of itself, as its own measures read it; undefined where it notes nothing. */
function editorMarks(): readonly { readonly name: string; readonly startTime: number }[] | undefined {
  const { MonacoPerformanceMarks: noted } = globalThis as {
    MonacoPerformanceMarks?: { getMarks(): readonly { readonly name: string; readonly startTime: number }[] }
  }
  return noted?.getMarks()
}
