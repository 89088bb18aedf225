import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { Agent } from '../cli/agent'

interface Definition {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly version: string
}

/** What the client asks of VS Code here, and what it hands over. */
const editor: Plugin = {
  name: 'editor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }))
    onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: `
        export class EventEmitter { event = () => ({ dispose() {} }); fire() {} dispose() {} }
        export class McpStdioServerDefinition {
          constructor(label, command, args, env, version) { Object.assign(this, { label, command, args, env, version }) }
        }
        export const env = { language: 'en' }
        export const workspace = {
          workspaceFolders: globalThis.foldersInEditor,
          getConfiguration: () => ({ get: () => 'fr' }),
          onDidChangeWorkspaceFolders: () => ({ dispose() {} }),
          onDidChangeConfiguration: () => ({ dispose() {} }),
        }
        export const lm = { registerMcpServerDefinitionProvider: (id, provider) => ({ id, provider, dispose() {} }) }`,
    }))
  },
}

describe('what the agents of the editor are offered', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    writeFileSync(join(folder, 'a.csv'), 'jour;nom\n2024-01-02;A \n')
  })
  after(() => rmSync(folder, { recursive: true }))

  it('is `vigie mcp` in the folders on disk that are open, in the language of Vigie', async () => {
    const [definition, ...more] = await offered([
      { uri: { scheme: 'file', fsPath: folder } },
      { uri: { scheme: 'vscode-vfs', fsPath: '/elsewhere' } },
    ])
    assert.deepEqual(more, [])
    const { command, args, env, version } = definition!
    assert.deepEqual([command, env, version], [process.execPath, { ELECTRON_RUN_AS_NODE: '1' }, '1.2.3'])
    const [script, verb, ...rest] = args
    assert.deepEqual([script, verb], [resolve('dist/cli.js'), 'mcp'])
    const agent = new Agent(tmpdir(), rest)
    await agent.greet()
    const { result } = await agent.ask('tools/list')
    assert.equal(result.tools.length, 5)
    const found = await agent.ask('tools/call', { name: 'vigie_lint', arguments: { paths: ['a.csv'] } })
    assert.match(found['result'].content[0].text, /^a\.csv\s: 1 avertissement/)
    await agent.leave()
  })

  it('is nothing where no folder is open', async () => assert.deepEqual(await offered(undefined), []))
})

/** The servers that the client offers an editor with these folders. */
async function offered(folders: unknown): Promise<readonly Definition[]> {
  const { outputFiles } = await build({
    entryPoints: ['client/agent-tools.ts'],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
    plugins: [editor],
  })
  const module = { exports: {} as Record<string, (context: unknown) => { provider: Provider; id: string }> }
  Object.assign(globalThis, { foldersInEditor: folders })
  new Function('module', 'exports', 'require', outputFiles![0]!.text)(module, module.exports, require)
  const context = {
    subscriptions: [],
    asAbsolutePath: (path: string) => resolve(path),
    extension: { packageJSON: { version: '1.2.3' } },
  }
  const { id, provider } = module.exports['offerAgentTools']!(context)
  assert.equal(id, 'vigie.agents')
  return provider.provideMcpServerDefinitions().map(one => one)
}

interface Provider {
  provideMcpServerDefinitions(): readonly Definition[]
}
