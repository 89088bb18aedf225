import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import { nodePlatform } from '../../../server/editor/node-platform'
import { serve } from '../../../server/editor/session'
import { Client } from './client'

describe('the folder checked by the server', () => {
  let client: Client
  let folder: string
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
    return uriOf(name)
  }
  const nameOf = (uri: string) => relative(folder, fileURLToPath(uri))
  const check = (params: object = {}, ending = new CancellationTokenSource()): Promise<WorkspaceDiagnosticReport> =>
    client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], ...params }, ending.token)
  /** File names, and what is told of each. */
  const told = ({ items }: WorkspaceDiagnosticReport) =>
    Object.fromEntries(items.map(item => [nameOf(item.uri), codesOf(item)]))
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    client = new Client()
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })
  const begin = (options: object = {}) =>
    client.begin({ language: 'en', ...options }, undefined, [{ uri: pathToFileURL(folder).href, name: 'folder' }])

  it('tells what is found in each dataset and document, of other files nothing', async () => {
    await begin()
    write('a.csv', 'day;name\n2024-01-02;A \n')
    write('clean.csv', 'day;name\n2024-01-02;A\n')
    write('inner/b.csv', 'day;name\n2024-01-02;B \n')
    write('.hidden/c.csv', 'day;name\n2024-01-02;C \n')
    write('node_modules/d.csv', 'day;name\n2024-01-02;D \n')
    write('dishes.json', '[{"name": "Soup "}, {"name": "Tart"}]')
    write('tool.json', '{"colour": "blue "}')
    write('notes.txt', 'a;b \n')
    assert.deepEqual(told(await check()), {
      'a.csv': ['edge-whitespace'],
      'clean.csv': [],
      'dishes.json': ['edge-whitespace'],
      'inner/b.csv': ['edge-whitespace'],
    })
  })

  it('looks through the folders that are named', async () => {
    await begin()
    write('a.csv', 'day;name\n2024-01-02;A \n')
    write('inner/b.csv', 'day;name\n2024-01-02;B \n')
    assert.deepEqual(told(await check({ folders: [uriOf('inner')] })), { 'inner/b.csv': ['edge-whitespace'] })
    assert.deepEqual(told(await check({ folders: [uriOf('none')] })), {})
  })

  it('says unchanged of what the client knows, and takes back what is gone', async () => {
    await begin()
    write('a.csv', 'day;name\n2024-01-02;A \n')
    const b = write('b.csv', 'day;name\n2024-01-02;B \n')
    write('c.csv', 'day;name\n2024-01-02;C \n')
    const first = await check()
    write('a.csv', 'day;name\n2024-01-02;A\n')
    rmSync(join(folder, 'c.csv'))
    const second = await check({ previousResultIds: known(first) })
    assert.deepEqual(
      second.items.map(item => [nameOf(item.uri), item.kind, codesOf(item)]),
      [
        ['a.csv', 'full', []],
        ['b.csv', 'unchanged', undefined],
        ['c.csv', 'full', []],
      ],
    )
    // What it is told of another file is no answer to that.
    const others = known(second).map(({ value }) => ({ uri: b, value: `${value}0` }))
    assert.equal((await check({ previousResultIds: others })).items[1]!.kind, 'full')
  })

  it('judges an open file by its text, and says by which version', async () => {
    await begin()
    write('a (1).csv', 'day;name\n2024-01-02;A \n')
    write('b.csv', 'day;name\n2024-01-02;B\n')
    // As VS Code writes such an address.
    const uri = uriOf('a (1).csv').replace('(', '%28').replace(')', '%29')
    await client.open(uri, 'day;name\n2024-01-02;A\n')
    const { items } = await check()
    assert.deepEqual(
      items.map(({ uri, version }) => [uri, version]),
      [
        [uri, 1],
        [uriOf('b.csv'), null],
      ],
    )
    assert.deepEqual(told({ items }), { 'a (1).csv': [], 'b.csv': [] })
  })

  it('tells each file as soon as it is checked, and how far it is', async () => {
    await begin()
    for (const name of ['a', 'b', 'c', 'd']) write(`${name}.csv`, `day;name\n2024-01-02;${name} \n`)
    const order: string[] = []
    client.connection.onNotification('$/progress', ({ token, value }) => {
      if (token === 'part') order.push(...(told(value as WorkspaceDiagnosticReport & object)['a.csv'] ? ['a.csv'] : []))
      else if ((value as WorkDoneProgressReport).kind === 'report')
        order.push(`${(value as WorkDoneProgressReport).percentage} ${(value as WorkDoneProgressReport).message}`)
    })
    const { items } = await check({ partialResultToken: 'part', workDoneToken: 'work' })
    assert.deepEqual(items, [])
    assert.deepEqual(order, ['0 a.csv', 'a.csv', '25 b.csv', '50 c.csv', '75 d.csv'])
  })

  it('checks a file above 50 MB from disk', async function () {
    this.timeout(300_000)
    await begin()
    write('large.csv', `day;name\n${'2024-01-02;Anne-Marie of the long street \n'.repeat(1_400_000)}`)
    assert.deepEqual(told(await check()), { 'large.csv': ['edge-whitespace'] })
  })

  it('ends when nobody wants it any more', async () => {
    await begin()
    for (let i = 0; i < 100; i++) write(`${i}.csv`, `day;name\n${'2024-01-02;A \n'.repeat(500)}`)
    const ending = new CancellationTokenSource()
    let files = 0
    client.connection.onNotification('$/progress', ({ token }) => {
      if (token !== 'part') return
      files++
      ending.cancel()
    })
    await assert.rejects(check({ partialResultToken: 'part' }, ending), /cancelled/)
    assert.ok(files < 50, `${files} files`)
    // The server goes on answering.
    assert.deepEqual(told(await check({ folders: [uriOf('none')] })), {})
  })

  it('looks into a folder that has the name of a file, and at a file without rows', async () => {
    await begin()
    write('b.csv/c.csv', '')
    write('d.csv', 'day;name\n')
    assert.deepEqual(Object.keys(told(await check())), ['b.csv/c.csv', 'd.csv'])
  })

  it('says of a file that nothing could be made of it, and why, and goes on', async () => {
    await begin()
    const [up, down] = [new PassThrough(), new PassThrough()]
    const files = {
      ...nodePlatform.files,
      tables: async () => ['/x/gone.csv', '/x/none.json', '/x/wrong.csv', '/x/right.csv'],
      async read(path: string) {
        if (path === '/x/wrong.csv') throw new Error('broken disk')
        return path === '/x/right.csv' ? new TextEncoder().encode('day;name\n2024-01-02;A \n') : undefined
      },
    }
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), { ...nodePlatform, files })
    const asking = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
    asking.listen()
    const folders = [{ uri: 'file:///x', name: 'x' }]
    await asking.sendRequest('initialize', {
      capabilities: {},
      workspaceFolders: folders,
      initializationOptions: { language: 'en' },
    })
    const { items } = await asking.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    })
    asking.dispose()
    const messages = items.map(item => [item.uri, item.kind === 'full' && item.items.map(({ message }) => message)])
    assert.deepEqual(messages, [
      ['file:///x/gone.csv', ['This file cannot be read from disk, or holds no data that Vigie can read.']],
      ['file:///x/wrong.csv', ['The check could not be carried out: broken disk']],
      ['file:///x/right.csv', ['A space follows “A”: to software it is no longer the same value.']],
    ])
  })

  it('is offered to each client that does not say that it asks by itself', async () => {
    await begin({ asksForFolders: true })
    assert.equal(offered(client), false)
    await client.leave()
    client = new Client()
    await begin()
    assert.equal(offered(client), true)
  })
})

function codesOf(item: WorkspaceDocumentDiagnosticReport): readonly unknown[] | undefined {
  return item.kind === 'full' ? item.items.map(({ code }) => code) : undefined
}

function offered({ initialized }: Client): unknown {
  const provider = initialized!.capabilities.diagnosticProvider
  return provider && 'workspaceDiagnostics' in provider && provider.workspaceDiagnostics
}

/** As a client says what it holds. */
function known({ items }: WorkspaceDiagnosticReport) {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId! }))
}
