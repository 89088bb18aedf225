import { type ExtensionContext, languages, Position, type TextDocument, Uri, workspace } from 'vscode'
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type HoverParams,
  HoverRequest,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  vsdiag,
} from 'vscode-languageclient'
import type { Beginning, BesideHover, Settings } from '../server/protocol'
import { DATA, selector } from './documents'
import { offered } from './repairs'
import { shown } from './shown-findings'

/** How the client works with the server; `opened` is called when the server knows a document. */
export function clientOptions(
  context: ExtensionContext,
  opened: (document: TextDocument) => Promise<void>,
): LanguageClientOptions {
  const beside = workspace.createFileSystemWatcher(DATA)
  context.subscriptions.push(beside)
  return {
    documentSelector: selector,
    initializationOptions: (): Beginning => ({
      ...settings(),
      cacheFolder: context.globalStorageUri.fsPath,
      asksForFolders: true,
    }),
    // The server is told the new values, whether it asks for them or not.
    synchronize: { configurationSection: 'vigie', fileEvents: beside },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: ['vigie.showRule', 'vigie.glossary'] }, supportHtml: false },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      // A tab may show a file without the editor giving its text to extensions; above 50 MB the server leaves it to `vigie.checkFile`.
      onTabs: true,
      match: (_selector, uri) => /\.(csv|tsv|tab|geojson|geojsonl|jsonl|ndjson)$/i.test(uri.path),
    },
    middleware: {
      async didOpen(document, next) {
        await next(document)
        await opened(document)
      },
      async sendRequest(type, params, token, next) {
        const method = typeof type === 'string' ? type : type.method
        if (method === HoverRequest.method) return next(type, withTold(params as HoverParams) as typeof params, token)
        // What runs a command is all there: its arguments, maybe a great many changes, need no way to the server and back.
        if (method === CodeActionResolveRequest.method && (params as CodeAction).command) return params as never
        const answer = await next(type, params, token)
        return method === CodeActionRequest.method ? ((answer as CodeAction[] | null)?.map(offered) as never) : answer
      },
      handleDiagnostics: (uri, diagnostics, next) => next(uri, shown(uri, diagnostics)),
      async provideDiagnostics(document, previous, token, next) {
        const report = await next(document, previous, token)
        if (report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report
        return { ...report, items: shown('uri' in document ? document.uri : document, report.items) }
      },
    },
  }
}

/** The settings as the server reads them, without the guards of the editor, which a worker's messages cannot carry. */
function settings(): Settings {
  const { language, level, preset, rules, schemas, smallCount, columnHints, authority } =
    workspace.getConfiguration('vigie')
  return JSON.parse(
    JSON.stringify({ language, level, preset, rules, schemas, smallCount, columnHints, authority }),
  ) as Settings
}

/** Names what the editor says of the place by itself. */
function withTold(params: HoverParams): HoverParams & BesideHover {
  const { line, character } = params.position
  const place = new Position(line, character)
  const beside = languages
    .getDiagnostics(Uri.parse(params.textDocument.uri))
    .filter(({ source, range }) => source === 'vigie' && range.contains(place))
  return { ...params, told: beside.map(({ message }) => message) }
}
