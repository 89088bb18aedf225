import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundling } from './bundling.mjs'
import { listsFile } from './lists.mjs'

// A bundle for the editor on the desktop and in the browser, one for the terminal and the server, one for the browser's.
// `--tests` bundles the suites as well.
const tests = process.argv.includes('--tests')
const shared = { ...bundling, sourcemap: tests ? 'inline' : false, minify: !tests }
// What is imported when it is needed is required then: that starts no loader of modules.
const node = { ...shared, platform: 'node', external: ['vscode'], supported: { 'dynamic-import': false } }
const web = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], outdir: 'dist/web' }

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
writeFileSync('dist/lists.bin', listsFile())
// Doors of one bundle, which Node keeps compiled: the terminal, and the server of the desktop, which is `vigie server`.
const door = "require('node:module').enableCompileCache?.()\nrequire('./vigie.js')\n"
writeFileSync('dist/cli.js', `#!/usr/bin/env node\n${door}`, { mode: 0o755 })
writeFileSync('dist/server.js', `process.argv.splice(2, 0, 'server')\n${door}`)

await Promise.all([
  build({
    ...node,
    entryPoints: { extension: 'client/extension.ts', vigie: 'server/cli.ts', 'part-thread': 'server/part-thread.ts' },
    outdir: 'dist',
  }),
  build({ ...web, entryPoints: { extension: 'client/web.ts' }, format: 'cjs', external: ['vscode'] }),
  build({
    ...web,
    entryPoints: [
      { in: 'client/glossary-view.ts', out: 'glossary' },
      { in: 'client/panel/page.ts', out: 'panel' },
      { in: 'client/panel/page.css', out: 'panel' },
    ],
    outdir: 'dist',
    format: 'iife',
  }),
  existsSync('server/worker.ts') && build({ ...web, entryPoints: { server: 'server/worker.ts' }, format: 'iife' }),
])

if (tests)
  await build({
    ...node,
    packages: 'external',
    entryPoints: readdirSync('test', { recursive: true })
      .filter(path => /\.test\.ts$|^editor.index\.ts$/.test(path))
      .map(path => join('test', path)),
    outbase: 'test',
    outdir: 'dist/test',
  })
