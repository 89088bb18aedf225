import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is installed for tests and may be deleted at any time; `@vscode/test-electron` uses it too. */
export const cache = join(root, '.vscode-test')

/**
 * Runs a command and waits; its output is shown only when it fails, which throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean }} [options]
 */
export function run(command, args, { cwd = root, show = false } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env: plainEnvironment(),
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  })
  if (done.status === 0) return done.stdout ?? ''
  const said = [done.error?.message, done.stdout, done.stderr].filter(Boolean).join('\n')
  throw new Error(`${[command, ...args].join(' ')} failed (${done.status ?? done.signal}) in ${cwd}\n${said}`)
}

/** Installs the dependencies of the project when package-lock.json asks for others than those present. */
export function installDependencies() {
  const lock = spawnSync('npm', ['ls', '--depth=0'], {
    cwd: root,
    env: plainEnvironment(),
    shell: process.platform === 'win32',
  })
  if (lock.status === 0) return
  console.error('Installing the dependencies…')
  run('npm', ['ci', '--no-audit', '--no-fund'])
}

/**
 * Makes a folder once: an install that was interrupted, or is of another version, is done again from nothing.
 * @param {string} folder
 * @param {string} version
 * @param {() => void} install
 */
export function installOnce(folder, version, install) {
  const stamp = join(folder, `installed-${version}`)
  if (existsSync(stamp)) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  install()
  writeFileSync(stamp, '')
}

/** The environment without what a surrounding `npm run` adds, which would lead an inner npm to the wrong folder. */
export function plainEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix)$|^INIT_CWD$/.test(name),
    ),
  )
}
