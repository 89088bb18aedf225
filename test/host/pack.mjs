import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { editorNode, installEditor } from './editor.mjs'
import { cache, plainEnvironment, root } from './project.mjs'

/** @type {string | undefined} */
let packed

/** Packs what was built into a .vsix, as it is published, the first time in a process, and gives its path. */
export function pack() {
  if (packed) return packed
  mkdirSync(cache, { recursive: true })
  const path = join(cache, 'vigie.vsix')
  const quietly = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', path]
  node([join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', ...quietly], root)
  packed = path
  return path
}

/**
 * Installs a packed extension where a server that keeps its data there will find it.
 * @param {string} path
 * @param {string} data
 */
export function installExtension(path, data) {
  const where = ['--server-data-dir', data, '--accept-server-license-terms']
  node([join('out', 'server-main.js'), '--install-extension', path, ...where], installEditor())
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function node(args, cwd) {
  const done = spawnSync(editorNode(), args, { cwd, env: plainEnvironment(), encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${args.join(' ')} failed\n${done.stdout}\n${done.stderr}`)
}
