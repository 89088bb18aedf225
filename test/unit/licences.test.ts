import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

describe('the licences of what is bundled', () => {
  it('go with the bundles, of each package and of those that it needs', () => {
    const text = readFileSync('dist/licences.txt', 'utf8')
    const named = [...text.matchAll(/^# (\S+) \d+\.\d+\.\d+\S* \(\S+\)$/gm)].map(([, name]) => name)
    for (const name of ['@modelcontextprotocol/server', 'ajv', 'fast-uri', 'fflate', 'sax', 'vscode-languageclient'])
      assert.ok(named.includes(name), name)
    assert.equal(new Set(named).size, named.length)
    assert.match(text, /^# ajv .*\n\nThe MIT License[^]*?Permission is hereby granted/m)
    // What only builds and tests is in no bundle.
    assert.ok(!named.includes('esbuild') && !named.includes('mocha'))
  })

  it('are missed where a package has none', async () => {
    const { licencesOf } = await import(pathToFileURL(join(process.cwd(), '.ci/licences.mjs')).href)
    const bare = 'node_modules/ajv/dist/ajv.js'
    assert.throws(() => licencesOf(using(bare.replace('ajv/', 'ajv/dist/node_modules/none/'), 1)), /none/)
    assert.equal(licencesOf(using(bare, 0)), '')
    assert.match(licencesOf(using(bare, 1)), /^# ajv /)
  })
})

/** What esbuild tells of a bundle in which so many bytes of a file are left. */
function using(path: string, bytesInOutput: number) {
  return [{ metafile: { outputs: { 'dist/x.js': { inputs: { [path]: { bytesInOutput } } } } } }]
}
