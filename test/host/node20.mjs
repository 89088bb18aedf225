import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cache, installOnce, run } from './project.mjs'

const NAME = process.platform === 'win32' ? 'node.exe' : 'node'

/** The path of a Node 20, the oldest on which what we build must run: the machine's, else one from npm. */
export function node20() {
  const own = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .map(folder => join(folder, NAME))
    .find(path => existsSync(path) && isNode20(path))
  if (own) return own
  const folder = join(cache, 'node20')
  installOnce(folder, '20', () => {
    console.error('Installing Node 20…')
    run('npm', ['install', '--prefix', folder, 'node@20', '--no-audit', '--no-fund', '--loglevel=error'])
  })
  return join(folder, 'node_modules', 'node', 'bin', NAME)
}

/** @param {string} path */
function isNode20(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v20.') ?? false
}

// Run as a script, it prints the path.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(node20())
