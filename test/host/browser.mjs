import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createRequire } from 'node:module'
import { root, run } from './project.mjs'

/** What lets Chromium start as root, without a screen and without calling home. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A page on which nothing moves by itself: the processor, which draws it, has tests to run. */
export const screen = /** @type {const} */ ({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })

/** The path of a Chromium: the machine's, else Playwright's, else one installed now. Throws when there is no way. */
export function installBrowser() {
  const found = findBrowser()
  if (found) return found
  console.error('Installing Chromium…')
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  } else run(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'])
  const installed = findBrowser()
  if (!installed) throw new Error('No Chromium: install the package “chromium” of your system, or Google Chrome.')
  return installed
}

function findBrowser() {
  const applications = ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
  return (
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
    applications.find(existsSync) ??
    playwrightBrowser()
  )
}

/** @param {readonly string[]} names */
function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) {
      const path = join(folder, name)
      if (runs(path)) return path
    }
  return undefined
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // Some systems put a script there that only says how to install the real one.
  return path.endsWith('apt-get') || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
}

function playwrightBrowser() {
  try {
    const { chromium } = createRequire(join(root, 'package.json'))('playwright-core')
    const path = chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
