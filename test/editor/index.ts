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
  const milliseconds = await activationTime()
  if (milliseconds !== undefined) console.log(`│  activation: ${milliseconds} ms`)
  const mocha = new Mocha({ timeout: 30_000, reporter: join(__dirname, '../../../test/tally.cjs') })
  for (const file of readdirSync(__dirname).toSorted())
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file))
  const failures = await new Promise<number>(done => mocha.run(done))
  if (failures > 0) throw new Error(`${failures} failed`)
}

/** Milliseconds until the extension answers its first call; undefined when something asked for it before. */
async function activationTime(): Promise<number | undefined> {
  const extension = vscode.extensions.getExtension('vigie.vigie')!
  if (extension.isActive) return undefined
  const began = performance.now()
  await extension.activate()
  return Math.round(performance.now() - began)
}
