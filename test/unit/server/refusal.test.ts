import { deepEqual, equal } from 'node:assert/strict'
import type { ResponseError } from 'vscode-languageserver'
import { Client } from './client'

const NOT_INITIALIZED = -32_002
const INVALID_REQUEST = -32_600
const UNKNOWN_METHOD = -32_601
const INVALID_PARAMS = -32_602

describe('requests that the server refuses', () => {
  let client: Client
  const uri = 'untitled:pain.csv'
  const textDocument = { uri }
  const position = { line: 0, character: 0 }
  const codeOf = (method: string, params?: object) =>
    client.connection.sendRequest(method, params).then(
      () => 'answered',
      (error: ResponseError<unknown>) => error.code,
    )

  beforeEach(() => (client = new Client()))
  afterEach(() => client.process.kill())

  it('are those before it is initialized and after it is shut down', async () => {
    equal(await codeOf('vigie/glossary', {}), NOT_INITIALIZED)
    await client.begin()
    equal(await codeOf('vigie/glossary', {}), 'answered')
    await client.connection.sendRequest('shutdown')
    for (const method of ['vigie/glossary', 'textDocument/hover', 'no/such', 'shutdown'])
      equal(await codeOf(method, { textDocument, position }), INVALID_REQUEST)
    const ended = new Promise(done => client.process.once('exit', done))
    await client.connection.sendNotification('exit')
    equal(await ended, 0)
  })

  it('are those whose parameters lack what they are about', async () => {
    await client.begin()
    await client.open(uri, 'pain;prix\nmiche;12\n')
    const cases: [method: string, params: object | undefined, code: number | string][] = [
      ['textDocument/hover', { textDocument, position }, 'answered'],
      ['textDocument/hover', { textDocument }, INVALID_PARAMS],
      ['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }, INVALID_PARAMS],
      ['textDocument/hover', { position }, INVALID_PARAMS],
      ['textDocument/hover', { textDocument: 'pain.csv', position }, INVALID_PARAMS],
      ['textDocument/hover', undefined, INVALID_PARAMS],
      ['textDocument/documentSymbol', { textDocument: { uri: 1 } }, INVALID_PARAMS],
      ['textDocument/codeAction', { textDocument, range: { start: position } }, INVALID_PARAMS],
      ['textDocument/rename', { textDocument, position }, INVALID_PARAMS],
      ['textDocument/diagnostic', { textDocument }, 'answered'],
      ['textDocument/diagnostic', {}, INVALID_PARAMS],
      ['vigie/status', { uri }, 'answered'],
      ['vigie/status', {}, INVALID_PARAMS],
      ['vigie/findings', { uri, range: 3 }, INVALID_PARAMS],
      ['vigie/rulePage', {}, INVALID_PARAMS],
      ['vigie/rulePage', { id: 'no-such' }, 'answered'],
      ['no/such', {}, UNKNOWN_METHOD],
    ]
    const told = []
    for (const [method, params] of cases) told.push([method, params, await codeOf(method, params)])
    deepEqual(told, cases)
    await client.leave()
  })
})
