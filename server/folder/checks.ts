import {
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { isLarge } from '../editor/beginnings'
import { checkOf, type FileChecks } from '../from-disk/checks'
import type { Problem } from '../files/files'
import type { Session } from '../editor/one-client'
import type { OpenFile } from '../editor/open-file'
import { within } from '../files/path'
import type { BesideFolders } from '../protocol'
import { unreadStanding } from '../report/standing'
import { cancelled, reported, untilCancelled } from '../editor/reports'
import type { Placed } from './standings'
import { placedIn } from './placed-in'
import { broken, unreadable } from '../from-disk/unchecked'

/** What is found in a file. */
interface FoundIn {
  /** The editor's; null for a file that is not open. */
  readonly version: number | null
  readonly items: Diagnostic[]
  readonly placed: Placed
}

/**
 * Answers who asks for the findings of all data in the folders (`workspace/diagnostic`). A file is told of as soon as it is
 * checked where the client takes partial results; what it knows already, by an identifier that its findings make, is
 * `unchanged`; a file that it knows and that holds no data any more has no findings. What was published of a large file that
 * was checked by itself is taken back.
 */
export function answerFolderChecks(session: Session, fileChecks: FileChecks): void {
  const { connection } = session
  connection.languages.diagnostics.onWorkspace(
    async ({ folders, previousResultIds }: WorkspaceDiagnosticParams & BesideFolders, token, workDone, partial) => {
      const { files, pathOf } = session.platform
      const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), { uri, value }]))
      const wanted = folders?.map(pathOf) ?? session.folders()
      for (const folder of wanted) session.standings.add(folder)
      const paths = (await Promise.all(wanted.map(folder => files.tables?.(folder) ?? []))).flat()
      const ending = new AbortController()
      const listener = token.onCancellationRequested(() => ending.abort())
      const items: WorkspaceDocumentDiagnosticReport[] = []
      const tell = (report: WorkspaceDocumentDiagnosticReport) =>
        partial ? partial.report({ items: [report] }) : void items.push(report)
      workDone.begin(title[session.reader().language], 0, undefined, true)
      try {
        for (const [number, path] of paths.entries()) {
          if (token.isCancellationRequested) throw cancelled()
          const folder = wanted.find(one => path.startsWith(`${one}/`)) ?? ''
          workDone.report(Math.floor((number * 100) / paths.length), within(folder, path))
          const report = await untilCancelled(reportOn(session, path, known.get(path)?.value, ending.signal), token)
          if (!report) continue
          known.delete(path)
          fileChecks.opened(report.uri)
          tell(report)
        }
      } finally {
        listener.dispose()
        workDone.done()
      }
      for (const [path, { uri }] of known)
        if (wanted.some(folder => path.startsWith(`${folder}/`)))
          tell({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] })
      return { items }
    },
  )
}

/** What is told of one file; undefined for JSON that is no data. `before`: what the client holds of it. */
async function reportOn(
  session: Session,
  path: string,
  before: string | undefined,
  signal: AbortSignal,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  const file = session.passing(path)
  const { uri } = file
  const found = await foundIn(session, file, signal).catch((error: unknown) => ({
    version: null,
    items: [entry(broken(error)[session.reader().language])],
    placed: { standing: unreadStanding(path) },
  }))
  session.standings.note(path, found?.placed, file.isOpen ? file.generation : undefined)
  if (!file.isOpen) file.forget()
  if (!found) return undefined
  const { version, items } = found
  const resultId = await session.platform.files.hash?.('sha256', new TextEncoder().encode(JSON.stringify(items)))
  return resultId !== undefined && resultId === before
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, items, ...(resultId !== undefined && { resultId }) }
}

async function foundIn(session: Session, file: OpenFile, signal: AbortSignal): Promise<FoundIn | undefined> {
  const { files, pathOf } = session.platform
  const path = pathOf(file.uri)
  if (!file.isOpen && (await isLarge(files, path))) {
    const { told, diagnostics, reports, placed } = await checkOf(session, file.uri, () => {}, signal)
    return {
      version: null,
      items: reports ? [...diagnostics] : [entry(told)],
      placed: placed ?? { standing: unreadStanding(path) },
    }
  }
  const checked = await file.checked()
  const placed = await placedIn(session, file)
  if (!placed) return undefined
  if (!checked) return { version: null, items: [entry(unreadable[session.reader().language])], placed }
  return { version: file.isOpen ? checked.version : null, items: await reported(session, file), placed }
}

/** That a file could not be checked. */
function entry(message: string): Diagnostic {
  const start = { line: 0, character: 0 }
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: 'vigie', message }
}

const title: Problem = { fr: 'Vérification du dossier', en: 'Check of the folder' }
