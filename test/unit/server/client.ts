import { type ChildProcess, spawn } from 'node:child_process'
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceFolder,
} from 'vscode-languageserver/node'
import type { Requests } from '../../../server/protocol'

/** What a client such as VS Code says that it can do. */
const able: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
}

/** The Node that runs the server. */
export const theNode = process.env.VIGIE_NODE20 ?? process.execPath

/** A client of the built server, over stdio. */
export class Client {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  initialized: InitializeResult | undefined

  constructor({
    env = process.env,
    node = theNode,
    dist = 'dist',
  }: { readonly env?: NodeJS.ProcessEnv; readonly node?: string; readonly dist?: string } = {}) {
    this.process = spawn(node, [`${dist}/server.js`, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env,
    })
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    )
    this.connection.listen()
  }

  async begin(
    initializationOptions: object = {},
    capabilities: ClientCapabilities = able,
    workspaceFolders?: readonly WorkspaceFolder[],
  ): Promise<void> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      locale: 'fr',
      initializationOptions,
      ...(workspaceFolders && { workspaceFolders }),
    })
    await this.connection.sendNotification('initialized', {})
  }

  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'csv', version: 1, text }
    return this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  /** Replaces one line of the text. */
  edit(uri: string, version: number, line: number, text: string): Promise<void> {
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: `${text}\n` }],
    })
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId })
  }

  /** What the server finds, in full. */
  async found(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri)
    if (report.kind !== 'full') throw new Error('not a full report')
    return report.items
  }

  /** What may be done at a place. */
  actions(uri: string, range: Range, diagnostics: readonly Diagnostic[] = []): Promise<readonly CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics } }
    return this.connection.sendRequest('textDocument/codeAction', params)
  }

  ask<Method extends keyof Requests>(
    method: Method,
    params: Requests[Method]['params'],
  ): Promise<Requests[Method]['result']> {
    return this.connection.sendRequest(method as string, params)
  }

  /** Leaves as a polite client does; gives the exit code. */
  async leave(): Promise<number | null> {
    const gone = new Promise<number | null>(done => this.process.once('exit', done))
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    const code = await gone
    this.connection.dispose()
    return code
  }
}
