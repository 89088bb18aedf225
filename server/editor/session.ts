import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { acceptedIn } from './acceptance'
import { answerAgents } from '../editor-agents/requests'
import { FIX_ALL } from '../repair/actions'
import { type Consent, consentFirst } from './consent'
import { beginningOnly } from './beginnings'
import { answerCells, columnColours } from './cells-shown'
import { answerCompletions } from './completions'
import { answerRepairs } from '../repair/requests'
import { answerSymbols } from './symbols'
import { answerFileChecks } from '../from-disk/checks'
import { answerFolderChecks } from '../folder/checks'
import { answerFolderPage } from '../folder/page'
import { answerHovers } from './hovers'
import { answerLenses } from './lenses'
import { answerLinks } from './links'
import { remoteSchemas } from '../network/remote-schemas'
import { answerOwnRequests } from './own-requests'
import { OpenFile } from './open-file'
import { folderOf } from '../files/path'
import { localNumber } from '../engine/model/local-number'
import type { Reader } from '../engine/model/reader'
import { type Beginning, type ClientRequests, DESCRIBES_OTHERS, type Settings } from '../protocol'
import type { Surroundings } from '../project'
import { answerPlaces } from './places'
import { answerPreview } from '../preview/answers'
import { pullReports, pushReports } from './reports'
import { sameBytes } from '../files/same-bytes'
import { answerRefusals } from './refusal'
import type { LargeFile, Session } from './one-client'
import type { Platform } from './platform'
import { RowsOnDisk } from '../preview/rows-on-disk'
import { Standings } from '../folder/standings'

/** Settings that no client may go without. */
const usual: Required<Pick<Settings, 'language' | 'level'>> = { language: 'auto', level: 'agent' }

/** Milliseconds without another edit before the files that refer to one are judged again. */
const CALM = 500

/** Serves one client until it leaves; a request that fails is answered with its error and harms no other. */
export function serve(connection: Connection, platform: Platform): void {
  const files = new Map<string, OpenFile>()
  const larges = new Map<string, LargeFile>()
  let client: ClientCapabilities = {}
  let locale = 'fr'
  let settings: Settings = {}
  let folders: readonly string[] = []
  let tell: ((file?: OpenFile) => void) | undefined

  const shown = (path: string) =>
    [...files.values()].find(file => file.isOpen && platform.pathOf(file.uri) === path)?.shown
  let consent: Consent | undefined
  let cacheFolder: string | undefined

  const around: Surroundings = {
    ...platform,
    ...(platform.network && { remote: (url: string) => consent!.remote(url) }),
    lists: () => platform.lists(everyFileMoved),
    settings: () => settings,
    folders: () => folders,
    shown,
  }
  const session: Session = {
    connection,
    client: () => client,
    settings: () => settings,
    folders: () => folders,
    cacheFolder: () => cacheFolder,
    reader: () => ({
      language: languageOf(settings, locale),
      level: settings.level === 'elu' ? 'elu' : usual.level,
      ...(isRecord(settings.authority) && { authority: settings.authority }),
    }),
    file(uri) {
      const known = files.get(uri)
      if (known) return known
      const file = new OpenFile(uri, around)
      files.set(uri, file)
      return file
    },
    // Clients write the address of a path in more than one way.
    passing: path =>
      [...files.values()].find(({ uri }) => platform.pathOf(uri) === path) ??
      new OpenFile(platform.uriOf(path), around),
    large(uri) {
      const known = larges.get(uri)
      if (known) return known
      const path = platform.pathOf(uri)
      const beginning = new OpenFile(uri, { ...around, files: beginningOnly(platform.files, path) })
      const large = { beginning, rows: new RowsOnDisk(path, platform.files) }
      larges.set(uri, large)
      return large
    },
    left(uri) {
      larges.get(uri)?.rows.close()
      larges.delete(uri)
      const file = files.get(uri)
      if (file && !file.isOpen) file.forget()
    },
    accepted(uri, acceptance) {
      const file = platform.pathOf(uri)
      const folder = folders.find(path => file.startsWith(`${path}/`)) ?? folderOf(file)
      return acceptedIn(file, acceptance, { files: platform.files, folder })
    },
    reconsider: schema => consent?.reconsider(schema),
    changed: file => tell?.(file),
    files: () => files.values(),
    standings: new Standings(),
    shown,
    platform,
  }
  const everyFileMoved = () => {
    for (const file of files.values()) file.movedHouse()
    for (const { beginning } of larges.values()) beginning.movedHouse()
    session.standings.changed()
    tell?.()
  }
  /** Files that refer to this one are judged by what it holds now. */
  const referrersMoved = async (uri: string) => {
    const path = platform.pathOf(uri)
    for (const file of [...files.values(), ...[...larges.values()].map(({ beginning }) => beginning)])
      if (file.uri !== uri && (await file.refersTo(path))) {
        file.movedHouse()
        session.standings.changed(platform.pathOf(file.uri))
        tell?.(file)
      }
  }
  /** A text that is not yet saved may be opened, with which others are judged from now on. */
  const referrersMovedByText = async (file: OpenFile) => {
    const path = platform.pathOf(file.uri)
    const refer = [...files.values()].map(other => other !== file && other.refersTo(path))
    if (!(await Promise.all(refer)).includes(true)) return
    const [kept, { shown: text }] = [await platform.files.read(path), file]
    if (kept && text && !sameBytes(kept, text)) referrersMovedSoon(file.uri)
  }
  const calm = new Map<string, ReturnType<typeof setTimeout>>()
  const referrersMovedSoon = (uri: string) => {
    clearTimeout(calm.get(uri))
    calm.set(
      uri,
      setTimeout(() => {
        calm.delete(uri)
        void referrersMoved(uri)
      }, CALM),
    )
  }
  const readSettings = async () => {
    if (!client.workspace?.configuration) return
    const answer: unknown = await connection.workspace.getConfiguration('vigie')
    settings = isRecord(answer) ? answer : settings
  }

  const consentIn = ({ fetch, cacheIn }: NonNullable<Platform['network']>, { cacheFolder }: Beginning) =>
    consentFirst({
      read: remoteSchemas({ fetch, cache: cacheIn(cacheFolder) }),
      ask: url => connection.sendRequest<boolean>('vigie/mayFetch' satisfies keyof ClientRequests, { url }),
      changed: everyFileMoved,
    })

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities
    locale = params.locale ?? locale
    const beginning: Beginning = isRecord(params.initializationOptions) ? params.initializationOptions : {}
    settings = beginning
    cacheFolder = beginning.cacheFolder
    consent = platform.network && consentIn(platform.network, beginning)
    folders = (params.workspaceFolders ?? []).map(({ uri }) => platform.pathOf(uri))
    tell = client.textDocument?.diagnostic ? pullReports(session) : pushReports(session)
    return { capabilities: capabilities(params), serverInfo: { name: 'vigie' } }
  })
  connection.onInitialized(async () => {
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => platform.pathOf(uri)))
        folders = [...folders.filter(path => !gone.has(path)), ...added.map(({ uri }) => platform.pathOf(uri))]
        everyFileMoved()
      })
    await readSettings()
    everyFileMoved()
    // The first fraction that is written loads what the language needs, some twenty milliseconds: no hover waits for that.
    localNumber(0.5, session.reader().language)
  })
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    if (isRecord(sent) && isRecord(sent['vigie'])) settings = sent['vigie']
    else await readSettings()
    everyFileMoved()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      files.get(uri)?.written()
      larges.get(uri)?.beginning.written()
      fileChecks.changed(uri)
      session.standings.changed(platform.pathOf(uri))
      referrersMovedSoon(uri)
    }
    if (changes.some(({ uri }) => DESCRIBES_OTHERS.test(uri))) everyFileMoved()
    else tell?.()
  })
  connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
    const file = session.file(uri)
    fileChecks.opened(uri)
    file.written()
    file.opened(text, version)
    void referrersMovedByText(file)
    // A client that pulls asks by itself after an edit.
    if (!client.textDocument?.diagnostic) tell?.(file)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const file = session.file(uri)
    file.edited(contentChanges, version)
    if (!client.textDocument?.diagnostic) tell?.(file)
    referrersMovedSoon(uri)
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const file = session.file(uri)
    file.written()
    tell?.(file)
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    files.get(uri)?.closed()
    files.delete(uri)
    referrersMovedSoon(uri)
    if (!client.textDocument?.diagnostic) void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  answerAgents(session)
  answerRepairs(session)
  answerCompletions(session)
  answerSymbols(session)
  answerHovers(session)
  answerLenses(session)
  answerLinks(session)
  answerCells(session)
  const fileChecks = answerFileChecks(session)
  answerFolderChecks(session, fileChecks)
  answerFolderPage(session)
  answerOwnRequests(session)
  answerPlaces(session)
  answerPreview(session)
  answerRefusals(connection)
  connection.listen()
}

function capabilities({
  capabilities: client,
  initializationOptions,
}: InitializeParams): InitializeResult['capabilities'] {
  const { asksForFolders }: Beginning = isRecord(initializationOptions) ? initializationOptions : {}
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    positionEncoding: 'utf-16',
    ...(client.textDocument?.diagnostic && {
      diagnosticProvider: {
        identifier: 'vigie',
        interFileDependencies: false,
        workspaceDiagnostics: asksForFolders !== true,
      },
    }),
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: true },
    hoverProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [...columnColours], tokenModifiers: [] }, range: true },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    // A quote begins a key or a value of JSON; the others begin a cell.
    completionProvider: { triggerCharacters: ['"', ';', ',', '|', '\t'] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }
}

function languageOf({ language = usual.language }: Settings, locale: string): Reader['language'] {
  if (language === 'fr' || language === 'en') return language
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
