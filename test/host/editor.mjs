import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, installOnce, root, run } from './project.mjs'

/** The npm package that carries a built VS Code, server and workbench. */
const PACKAGE = 'code-server@4.139.1'

/** Installs the embedded VS Code when it is not there, and gives its folder. */
export function installEditor() {
  const folder = join(cache, 'host')
  const editor = join(folder, 'node_modules', 'code-server', 'lib', 'vscode')
  installOnce(folder, PACKAGE.split('@')[1], () => {
    console.error('Installing VS Code…')
    // No install scripts: building the native modules needs a compiler and headers that npm does not carry.
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    run('npm', ['install', '--prefix', folder, PACKAGE, ...quietly])
    for (const part of [editor, join(editor, 'extensions')])
      run('npm', ['install', '--prefix', part, '--omit=dev', ...quietly], { cwd: part })
    for (const [name, text] of Object.entries(standIns))
      writeFileSync(join(editor, 'node_modules', '@vscode', name, 'index.js'), text)
  })
  return editor
}

/** The Node 24 that the embedded VS Code needs: the project's own. */
export function editorNode() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** Two native modules that VS Code asks for at every start, and misses loudly: the writer of log files and the watchdog. */
const standIns = {
  spdlog: `const nothing = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => nothing) })
exports.setFlushOn = () => {}
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => nothing
`,
  'native-watchdog': 'exports.start = () => {}\n',
}
