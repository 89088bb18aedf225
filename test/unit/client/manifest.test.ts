import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { toolsInOrder } from '../../../server/tools/tools'

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

  it('wakes for every language that the client reads, and for the pages that it restores', () => {
    const { activationEvents } = JSON.parse(manifest)
    const text = readFileSync('client/documents.ts', 'utf8')
    const languagesOf = (name: string) =>
      [...text.match(new RegExp(`${name} = \\[(.*?)\\]`))![1]!.matchAll(/'(.*?)'/g)].map(([, id]) => `onLanguage:${id}`)
    const kinds = ['client/preview.ts', 'client/folder-page.ts'].map(
      path => /const KIND = '(.+)'/.exec(readFileSync(path, 'utf8'))![1],
    )
    const pages = kinds.map(kind => `onWebviewPanel:${kind}`)
    const languages = [...languagesOf('tables'), 'onLanguage:json', ...languagesOf('records')]
    assert.deepEqual([...languages, ...pages], activationEvents)
  })
})

describe('the tools that the manifest offers to agents', () => {
  const { contributes } = JSON.parse(manifest)
  const offered = new Map<string, Tool>(contributes.languageModelTools.map((tool: Tool) => [tool.name, tool]))

  it('are those that the server carries out', () =>
    assert.deepEqual(
      [...offered.keys()],
      toolsInOrder.map(({ name }) => name),
    ))

  for (const { name, title, description, input } of toolsInOrder)
    it(`${name} is described as the server describes it`, () => {
      const { displayName, userDescription, modelDescription, inputSchema } = offered.get(name)!
      assert.deepEqual(inputSchema, JSON.parse(JSON.stringify(input('en'))))
      assert.ok(modelDescription.startsWith(description.en))
      for (const [file, language] of [
        ['package.nls.json', 'en'],
        ['package.nls.fr.json', 'fr'],
      ] as const) {
        const said = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
        assert.equal(said[displayName.slice(1, -1)], title[language])
        assert.ok(said[userDescription.slice(1, -1)])
      }
    })
})

interface Tool {
  readonly name: string
  readonly displayName: string
  readonly userDescription: string
  readonly modelDescription: string
  readonly inputSchema: object
}
