import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { browserArguments, installBrowser, screen } from './browser.mjs'
import { serve } from './serve.mjs'

/** A suite that says nothing for so long, in milliseconds, hangs. */
const SILENCE = 180_000

/**
 * Runs the suite that the arguments of @vscode/test-electron name, and ends this process with its exit code.
 * @param {readonly string[]} args
 */
export async function code(args) {
  const option = name => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  const folder = resolve(args.find(arg => !arg.startsWith('--')) ?? '.')
  const { url, close } = await serve()
  const browser = await chromium.launch({ executablePath: installBrowser(), args: browserArguments })
  const end = status => {
    close()
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130))

  const page = await browser.newPage(screen)
  let silent = setTimeout(hangs, SILENCE)
  await page.exposeFunction('codeAutomationLog', (type, texts) => {
    clearTimeout(silent)
    silent = setTimeout(hangs, SILENCE)
    for (const text of texts) process[type === 'error' ? 'stderr' : 'stdout'].write(`${text}\n`)
  })
  await page.exposeFunction('codeAutomationExit', async status => {
    await browser.close()
    end(status)
  })

  const remote = path => `vscode-remote://${new URL(url).host}${resolve(path)}`
  const payload = [
    ['extensionDevelopmentPath', remote(option('extensionDevelopmentPath') ?? '.')],
    ['extensionTestsPath', remote(option('extensionTestsPath') ?? '.')],
    ['skipWelcome', 'true'],
  ]
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`)

  function hangs() {
    console.error(`The suite has said nothing for ${SILENCE / 1000} s.`)
    end(1)
  }
}
