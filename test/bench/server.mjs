import { spawn } from 'node:child_process'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

/** Starts the built server over stdio for a client that can do what it says, with the means to talk to it. */
export async function startedServer(capabilities = {}) {
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  const ask = (method, params) => connection.sendRequest(method, params)
  const tell = (method, params) => connection.sendNotification(method, params)
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities, locale: 'en' })
  await tell('initialized', {})
  return {
    ask,
    tell,
    open: (uri, text) => tell('textDocument/didOpen', { textDocument: { uri, languageId: 'csv', version: 1, text } }),
    async leave() {
      await connection.sendRequest('shutdown')
      await tell('exit')
      connection.dispose()
    },
  }
}
