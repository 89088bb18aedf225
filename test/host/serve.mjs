import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { editorNode, installEditor } from './editor.mjs'
import { cache, plainEnvironment } from './project.mjs'

/**
 * Starts the embedded VS Code on a free port of this machine; what it keeps (settings, extensions, log) lies in a folder
 * of its own, which goes away with it, as do the `folders` made for it. `prepare` fills that folder before the start.
 * @param {{
 *   prepare?: (data: string) => void
 *   folders?: readonly string[]
 *   settings?: Record<string, unknown>
 *   locale?: string
 * }} [options]
 * @returns {Promise<{ url: string, ended: Promise<void>, close: () => void }>}
 */
export async function serve({ prepare, folders = [], settings = {}, locale } = {}) {
  const editor = installEditor()
  const port = await freePort()
  const data = join(cache, `session-${port}`)
  rmSync(data, { recursive: true, force: true })
  mkdirSync(join(data, 'data', 'Machine'), { recursive: true })
  writeFileSync(join(data, 'data', 'Machine', 'settings.json'), JSON.stringify({ ...quiet, ...settings }))
  prepare?.(data)
  const log = join(data, 'server.log')
  const output = openSync(log, 'w')
  const server = spawn(editorNode(), serverArguments(port, data, locale), {
    cwd: editor,
    env: { ...plainEnvironment(), EXTENSIONS_GALLERY: '{}' },
    stdio: ['ignore', output, output],
    // A group of its own, so that the processes it starts end with it.
    detached: process.platform !== 'win32',
  })
  let open = true
  const close = () => {
    if (!open) return
    open = false
    process.off('exit', close)
    try {
      if (process.platform === 'win32') server.kill()
      else process.kill(-server.pid, 'SIGKILL')
    } catch {
      // It has already ended.
    }
    for (const folder of [data, ...folders]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.on('exit', close)
  for (let tries = 0; !readFileSync(log, 'utf8').includes('Extension host agent listening'); tries++) {
    if (server.exitCode !== null || tries > 300) {
      const said = readFileSync(log, 'utf8')
      close()
      throw new Error(`VS Code did not start:\n${said}`)
    }
    await wait(100)
  }
  const ended = new Promise(resolve => server.on('exit', () => resolve(undefined)))
  return { url: `http://127.0.0.1:${port}`, ended, close }
}

/**
 * @param {number} port
 * @param {string} data
 * @param {string | undefined} locale
 */
function serverArguments(port, data, locale) {
  const named = {
    host: '127.0.0.1',
    port: String(port),
    'server-data-dir': data,
    'telemetry-level': 'off',
    ...(locale ? { locale } : {}),
  }
  return [
    join('out', 'server-main.js'),
    ...Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]),
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    // Without it the page ignores the extension under development.
    '--enable-smoke-test-driver',
  ]
}

/** Settings that keep everything quiet that is not about the extension. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })
}
