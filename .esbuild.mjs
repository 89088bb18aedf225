import { globSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

// One bundle per door: the editor on the desktop and in the browser, the server beside each, the terminal.
// `--tests` bundles the suites as well.
const tests = process.argv.includes('--tests')
const shared = {
  bundle: true,
  sourcemap: tests ? 'inline' : false,
  minify: !tests,
  target: 'es2022',
  loader: { '.md': 'text' },
  // esbuild leaves UMD packages unbundled by default.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
}

rmSync('dist', { recursive: true, force: true })

await Promise.all([
  build({
    ...shared,
    platform: 'node',
    entryPoints: { server: 'server/server.ts', cli: 'server/cli.ts' },
    outdir: 'dist',
  }),
])

if (tests)
  await build({
    ...shared,
    platform: 'node',
    packages: 'external',
    entryPoints: globSync(['test/*.test.ts', 'test/{unit,conformance}/**/*.test.ts']),
    outbase: 'test',
    outdir: 'dist/test',
  })
