import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'

/** What the client asks of VS Code here. */
const editor: Plugin = {
  name: 'editor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode(?:-languageclient)?$/ }, ({ path }) => ({ path, namespace: 'editor' }))
    onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: `
        const { editor } = globalThis
        export const State = { Running: 2 }
        export class CancellationError extends Error {}
        export class Disposable { static from(...all) { return all } }
        export class LanguageModelTextPart { constructor(value) { this.value = value } }
        export class LanguageModelToolResult { constructor(content) { this.content = content } }
        export class Range {}
        export class Position {}
        export class Selection {}
        export class TextEdit {}
        export const EndOfLine = { LF: 1, CRLF: 2 }
        export class WorkspaceEdit {}
        export class RelativePattern { constructor(base, pattern) { Object.assign(this, { base, pattern }) } }
        export const FileType = { File: 1, Directory: 2 }
        export const Uri = editor.Uri
        export const env = { language: 'en' }
        export const languages = {}
        export const window = {}
        export const workspace = editor.workspace
        export const lm = { registerTool: (name, tool) => [name, tool] }`,
    }))
  },
}

interface Tool {
  prepareInvocation(options: { readonly input: object }): { readonly confirmationMessages: Message } | undefined
  invoke(
    options: { readonly input: object },
    token: object,
  ): Promise<{ readonly content: readonly { value: string }[] }>
}

interface Message {
  readonly title: string
  readonly message: string
}

/** An address as the client uses it here. */
class Uri {
  readonly scheme: string
  readonly authority = ''
  readonly path: string

  constructor(scheme: string, path: string) {
    this.scheme = scheme
    this.path = path
  }

  static parse(text: string): Uri {
    return new Uri(text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1))
  }

  static joinPath({ scheme, path }: Uri, ...more: readonly string[]): Uri {
    return new Uri(scheme, new URL(more.join('/'), `file://${path}/`).pathname.replace(/(?<=.)\/$/, ''))
  }
}

describe('the tools that the client gives to agents', () => {
  const asked: unknown[] = []
  const opened: string[] = []

  /** The tools in an editor of a language, over a folder of a scheme that is trusted or not. */
  async function tools({
    language = 'fr',
    scheme = 'file',
    isTrusted = true,
    answer = { facts: { rows: 2 } } as unknown,
  } = {}) {
    const workspace = {
      isTrusted,
      workspaceFolders: [{ uri: new Uri(scheme, '/data') }],
      textDocuments: [],
      getConfiguration: () => ({ get: () => language }),
      fs: { stat: async ({ path }: Uri) => ({ type: path.endsWith('.csv') ? 1 : 2 }) },
      findFiles: async () => [new Uri(scheme, '/data/a.csv'), new Uri(scheme, '/data/b.csv')],
      openTextDocument: async ({ path }: Uri) => void opened.push(path),
    }
    Object.assign(globalThis, { editor: { workspace, Uri } })
    const { outputFiles } = await build({
      entryPoints: ['client/agent-tools.ts'],
      bundle: true,
      format: 'cjs',
      platform: 'node',
      write: false,
      plugins: [editor],
    })
    const module = { exports: {} as Record<string, (...args: unknown[]) => readonly [string, Tool][]> }
    new Function('module', 'exports', 'require', outputFiles![0]!.text)(module, module.exports, require)
    const client = {
      state: 2,
      onRequest: () => ['', undefined],
      start: async () => undefined,
      sendRequest: async (_method: string, params: unknown) => {
        asked.push(params)
        return answer
      },
    }
    const packageJSON: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
    return new Map(module.exports['offerAgentTools']!({ extension: { packageJSON } }, client))
  }

  beforeEach(() => {
    asked.length = 0
    opened.length = 0
  })

  const token = { isCancellationRequested: false }
  const writing = { path: 'a.csv', dryRun: false }

  it('ask the person before they write, in the person’s language, and for nothing else', async () => {
    const french = (await tools()).get('vigie_fix')!
    equal(french.prepareInvocation({ input: { path: 'a.csv' } }), undefined)
    const { title, message } = french.prepareInvocation({ input: writing })!.confirmationMessages
    match(title, /^Vigie peut-elle réparer a\.csv\s\?$/)
    match(message, /sans perdre d’information/)
    const english = (await tools({ language: 'en' })).get('vigie_fix')!
    const unsafe = english.prepareInvocation({ input: { ...writing, unsafe: true } })!.confirmationMessages
    match(unsafe.message, /Rows or values may go/)
    equal((await tools()).get('vigie_lint')!.prepareInvocation({ input: {} }), undefined)
  })

  it('answer with the facts of the server, or with its sentence', async () => {
    const input = { paths: ['a.csv'] }
    const { content } = await (await tools()).get('vigie_lint')!.invoke({ input }, token)
    deepEqual(
      content.map(({ value }) => value),
      ['{"rows":2}'],
    )
    deepEqual(asked, [{ name: 'vigie_lint', input }])
    const refused = (await tools({ answer: { problem: 'Non.' } })).get('vigie_lint')!
    await rejects(refused.invoke({ input }, token), /^Error: Non\.$/)
    await rejects(refused.invoke({ input }, { isCancellationRequested: true }), ({ message }: Error) => message === '')
  })

  it('write nothing in a folder that the person does not trust, and read there', async () => {
    const fix = (await tools({ isTrusted: false })).get('vigie_fix')!
    await rejects(fix.invoke({ input: writing }, token), /mode restreint/)
    deepEqual(asked, [])
    await fix.invoke({ input: { path: 'a.csv' } }, token)
    equal(asked.length, 1)
  })

  it('open what is named where the editor alone can read it', async () => {
    const virtual = await tools({ scheme: 'vscode-vfs' })
    await virtual.get('vigie_profile')!.invoke({ input: { path: 'c.csv' } }, token)
    deepEqual(opened, ['/data/c.csv'])
    await virtual.get('vigie_lint')!.invoke({ input: {} }, token)
    deepEqual(opened, ['/data/c.csv', '/data/a.csv', '/data/b.csv'])
    await virtual.get('vigie_lint')!.invoke({ input: { paths: ['../secret.csv'] } }, token)
    await virtual.get('vigie_explain')!.invoke({ input: { id: 'accuracy' } }, token)
    await (await tools()).get('vigie_lint')!.invoke({ input: {} }, token)
    equal(opened.length, 3)
  })
})
