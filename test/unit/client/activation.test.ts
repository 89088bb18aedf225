import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Bytes that the editor reads, compiles and runs before anything of Vigie is there. */
const MOST_BYTES = 600_000

/** What of the sources may be in the client: itself, and the words in which it and the server talk. */
const OF_CLIENT = /^(?:client\/|server\/protocol|server\/engine\/model\/)/
/** What it may need of packages: the language client and what that brings. */
const LANGUAGE_CLIENT = /^node_modules\/(?:vscode-|minimatch\/|semver\/|brace-expansion\/|balanced-match\/)/

describe('what the editor waits for when the extension wakes', () => {
  for (const [entry, platform] of [
    ['client/extension.ts', 'node'],
    ['client/web.ts', 'browser'],
  ] as const)
    it(`${entry} loads the language client and no engine`, async () => {
      const { bytes, inputs } = await bundled(entry, platform)
      assert.ok(inputs.includes(entry))
      assert.deepEqual(
        inputs.filter(input => !OF_CLIENT.test(input) && !LANGUAGE_CLIENT.test(input)),
        [],
      )
      assert.ok(bytes < MOST_BYTES, `${bytes} bytes`)
    })

  for (const file of ['client/extension.ts', 'client/web.ts', 'client/begin.ts'])
    it(`${file} does not wait for the server`, () => {
      assert.match(readFileSync(file, 'utf8'), /^export function (?:activate|begin)\(/m)
    })
})

async function bundled(entry: string, platform: 'node' | 'browser') {
  const { bundling } = await import(pathToFileURL(join('.ci', 'bundling.mjs')).href)
  const { metafile } = await build({
    ...bundling,
    entryPoints: [entry],
    platform,
    ...(platform === 'browser' && { mainFields: ['browser', 'module', 'main'] }),
    external: ['vscode'],
    minify: true,
    write: false,
    metafile: true,
    outdir: 'dist',
  })
  const [output] = Object.values(metafile!.outputs)
  const { bytes, inputs } = output!
  return { bytes, inputs: Object.keys(inputs).map(input => input.replace(/^.*(?=node_modules\/)/, '')) }
}
