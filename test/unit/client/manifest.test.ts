import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const manifest = readFileSync('package.json', 'utf8')
const wanted = [...new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!))].toSorted()

describe('the manifest', () => {
  for (const file of ['package.nls.json', 'package.nls.fr.json'])
    it(`says in ${file} all that it names, and nothing else`, () => {
      const said = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
      assert.deepEqual(Object.keys(said).toSorted(), wanted)
      for (const text of Object.values(said)) assert.notEqual(text.trim(), '')
    })

  it('offers every command that it names in a menu, and names every one that it offers', () => {
    const { contributes } = JSON.parse(manifest)
    const offered = new Set(contributes.commands.map(({ command }: { command: string }) => command))
    for (const { command } of contributes.menus.commandPalette) assert.ok(offered.has(command), command)
    const registered = readFileSync('client/begin.ts', 'utf8').matchAll(/registerCommand\('([\w.]+)'/g)
    assert.deepEqual(new Set([...registered].map(([, command]) => command)), offered)
  })

  it('wakes for every language that the client reads', () => {
    const { activationEvents } = JSON.parse(manifest)
    const text = readFileSync('client/documents.ts', 'utf8')
    const languagesOf = (name: string) =>
      [...text.match(new RegExp(`${name} = \\[(.*?)\\]`))![1]!.matchAll(/'(.*?)'/g)].map(([, id]) => `onLanguage:${id}`)
    assert.deepEqual([...languagesOf('tables'), 'onLanguage:json', ...languagesOf('records')], activationEvents)
  })
})
