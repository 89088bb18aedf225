import { spawn, spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installEditor } from './editor.mjs'
import { installExtension, pack } from './pack.mjs'
import { cache, installDependencies, root, run } from './project.mjs'
import { serve } from './serve.mjs'

// Opens the extension on faulty sample datasets, after installing and building what is missing: in the desktop VS Code of
// the machine, else in an embedded one in the browser. `--browser` always takes the embedded one; `--headless` only says
// where it is. Ends at Ctrl+C, and takes away what it made.

const options = process.argv.slice(2)
const unknown = options.find(option => !['--browser', '--headless'].includes(option))
if (unknown) {
  console.error(`Unknown option ${unknown}; there are --browser and --headless.`)
  process.exit(2)
}
const headless = options.includes('--headless') || !hasScreen()

installDependencies()
console.error('Building…')
run(process.execPath, ['.ci/build.mjs'])

const folder = join(cache, `start-${process.pid}`, 'Valbrume')
const first = join(folder, 'subventions-2024.csv')
cpSync(join(root, 'test', 'samples'), folder, { recursive: true })
process.on('exit', () => rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 }))
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => process.exit(0))

if (!headless && !options.includes('--browser') && hasDesktopEditor()) desktop()
else await embedded()

function desktop() {
  console.error('Opening VS Code; close its window or press Ctrl+C to end.')
  const data = join(folder, '..', 'data')
  const args = [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${data}`,
    '--new-window',
    '--wait',
    folder,
    first,
  ]
  const editor = spawn('code', args, { stdio: 'ignore', shell: process.platform === 'win32' })
  process.on('exit', () => editor.kill())
  editor.on('exit', status => process.exit(status ?? 1))
}

async function embedded() {
  installEditor()
  const extension = pack()
  // The embedded editor has no French of its own.
  const isFrench = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr')
  const { url, ended } = await serve({
    settings: isFrench ? { 'vigie.language': 'fr' } : {},
    prepare: data => installExtension(extension, data),
  })
  const payload = JSON.stringify([['openFile', `vscode-remote://${new URL(url).host}${first}`]])
  const address = `${url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`
  console.log(address)
  if (!headless) {
    console.error('Opening it in the browser; press Ctrl+C to end.')
    const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open']
    spawn(command, [...args, address], { stdio: 'ignore', detached: true }).on('error', () => {})
  }
  await ended
  console.error('VS Code has ended.')
  process.exit(1)
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function hasDesktopEditor() {
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
}
