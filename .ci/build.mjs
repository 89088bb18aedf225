import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import Module from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundling } from './bundling.mjs'
import { licencesOf } from './licences.mjs'
import { listsFile } from './lists.mjs'
import { settingsSchema } from './settings-schema.mjs'

// A bundle for the editor on the desktop and in the browser, one for the terminal and the server, one for the browser's.
// `--tests` bundles the suites as well; they judge the very bundles that are published.
const tests = process.argv.includes('--tests')
const shared = { ...bundling, metafile: true, minify: true }
// What is imported when it is needed is required then: that starts no loader of modules.
const node = { ...shared, platform: 'node', external: ['vscode'], supported: { 'dynamic-import': false } }
const web = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], outdir: 'dist/web' }

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
writeFileSync('dist/lists.bin', listsFile())
writeFileSync('dist/vigie.schema.json', settingsSchema())

const protocol = '@modelcontextprotocol/server'
/** What speaks with agents lies in a file of its own: whoever has data checked need not read it. */
const apart = {
  name: 'apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: new RegExp(`^${protocol}`) }, () => ({ path: './mcp.js', external: true })),
}

const bundles = await Promise.all([
  build({
    ...node,
    plugins: [...node.plugins, apart],
    entryPoints: {
      extension: 'client/extension.ts',
      vigie: 'server/cli.ts',
      'part-thread': 'server/threads/part-thread.ts',
    },
    outdir: 'dist',
  }),
  build({
    ...node,
    stdin: { contents: `export * from '${protocol}'\nexport * from '${protocol}/stdio'`, resolveDir: '.' },
    outfile: 'dist/mcp.js',
  }),
  build({ ...web, entryPoints: { extension: 'client/web.ts' }, format: 'cjs', external: ['vscode'] }),
  build({
    ...web,
    entryPoints: [
      { in: 'client/glossary-view.ts', out: 'glossary' },
      { in: 'client/panel/page.ts', out: 'panel' },
      { in: 'client/panel/page.css', out: 'panel' },
      { in: 'client/folder/page.ts', out: 'folder' },
      { in: 'client/folder/page.css', out: 'folder' },
    ],
    outdir: 'dist',
    format: 'iife',
  }),
  build({ ...web, entryPoints: { server: 'server/worker.ts' }, format: 'iife' }),
])
writeFileSync('dist/licences.txt', licencesOf(bundles))

// esbuild leaves the letters in regular expressions as they are, and a text of ASCII alone is ready in half the time.
const bundle = Module.wrap(readFileSync('dist/vigie.js', 'utf8').replace(/[^\0-\x7f]/g, escaped))
writeFileSync('dist/vigie.js', bundle)

// The door of the bundle is the terminal; the server of the desktop is `vigie server`.
const hash = createHash('sha256').update(bundle).digest('hex').slice(0, 16)
await build({
  ...node,
  entryPoints: { cli: 'server/door.ts' },
  outdir: 'dist',
  banner: { js: '#!/usr/bin/env node' },
  define: { BUNDLE: JSON.stringify(hash) },
})
chmodSync('dist/cli.js', 0o755)
writeFileSync('dist/server.js', "process.argv.splice(2, 0, 'server')\nrequire('./cli.js')\n")

if (tests) {
  const suites = readdirSync('test', { recursive: true })
    .filter(path => /\.test\.ts$|^editor.index\.ts$/.test(path))
    .map(path => join('test', path))
  const inEditor = join('test', 'editor')
  const suite = { ...node, minify: false, supported: {}, packages: 'external', outbase: 'test', outdir: 'dist/test' }
  await Promise.all([
    // VS Code requires its tests.
    build({ ...suite, entryPoints: suites.filter(path => path.startsWith(inEditor)) }),
    // What several suites test is one file for them all, which a process reads, compiles and warms up once.
    build({
      ...suite,
      entryPoints: suites.filter(path => !path.startsWith(inEditor)),
      format: 'esm',
      splitting: true,
      define: { __dirname: 'import.meta.dirname' },
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)",
      },
      chunkNames: 'shared/[hash]',
    }),
  ])
  writeFileSync('dist/test/package.json', '{ "type": "module" }')
  writeFileSync('dist/test/editor/package.json', '{ "type": "commonjs" }')
}

function escaped(letter) {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
