import { type Diagnostic, type ExtensionContext, languages, Position, type TextDocument, Uri, workspace } from 'vscode'
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
import type { Beginning, BesideHover, DiagnosticData, Settings } from '../server/protocol'
import { selector } from './documents'
import { offered } from './repairs'
import { ruleLink } from './rule-page'

/** How the client works with the server; `opened` is called when the server knows a document. */
export function clientOptions(
  context: ExtensionContext,
  opened: (document: TextDocument) => Promise<void>,
): LanguageClientOptions {
  const beside = workspace.createFileSystemWatcher('**/*.{json,jsonld,geojson,geojsonl,jsonl,ndjson,csv,tsv,tab}')
  context.subscriptions.push(beside)
  return {
    documentSelector: selector,
    initializationOptions: (): Beginning => ({ ...settings(), cacheFolder: context.globalStorageUri.fsPath }),
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

/**
 * The flaws of JSON that the editor's own service names as what they are. Of the others it says nothing, or only what it
 * expected next: a comma where a quote lacks its backslash, a value where one is written in another way.
 */
const namedByEditor: ReadonlySet<DiagnosticData['flaw']> = new Set([
  'trailing-comma',
  'missing-comma',
  'missing-colon',
  'missing-value',
  'comment',
  'single-quoted-key',
  'unquoted-key',
  'unclosed-string',
  'text-after',
  'control-character',
  'bad-escape',
  'duplicate-key',
])

/** The findings as the editor shows them, each once. */
function shown(uri: Uri, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isJson = workspace.textDocuments.some(
    document => document.languageId === 'json' && document.uri.toString() === uri.toString(),
  )
  const wanted = diagnostics.map(linked).filter(diagnostic => !(isJson && namedByEditor.has(flawOf(diagnostic))))
  leadOnce(uri, wanted)
  return wanted
}

/**
 * Leaves a place of another file to the first of those that lead there: each cell of a column leads to the same field of
 * its schema, and in the list of problems that is a line below each.
 */
function leadOnce(uri: Uri, diagnostics: readonly Diagnostic[]): void {
  const led = new Set<string>()
  for (const diagnostic of diagnostics) {
    const places = diagnostic.relatedInformation ?? []
    diagnostic.relatedInformation = places.filter(({ location, message }) => {
      const place = JSON.stringify([location, message])
      if (location.uri.toString() === uri.toString()) return true
      const isNew = !led.has(place)
      led.add(place)
      return isNew
    })
  }
}

function flawOf({ data }: Diagnostic & { readonly data?: DiagnosticData }): DiagnosticData['flaw'] {
  return data?.flaw
}

/** Makes the code of a diagnostic a link to its rule's page, which opens in the editor and needs no network. */
function linked(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic
  const id = typeof code === 'object' ? code.value : code
  if (id !== undefined) diagnostic.code = { value: id, target: ruleLink(String(id)) }
  return diagnostic
}
