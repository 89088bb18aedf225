import { type CancellationToken, ProgressType, type WorkDoneProgressReport } from 'vscode-languageserver'
import type { CheckResult } from './job'
import type { Problem } from '../files/files'
import type { Session } from '../editor/one-client'
import type { FileChecked, Requests } from '../protocol'

/** Who hears that a file is another now than when it was checked, or that its text is judged from now on. */
export interface FileChecks {
  /** Its check ends, and what was found is taken back. */
  changed(uri: string): void
  /** What was found is taken back; a check that is under way tells its report still. */
  opened(uri: string): void
}

/** Answers who wants a file checked from disk. */
export function answerFileChecks(session: Session): FileChecks {
  const { connection } = session
  const running = new Map<string, AbortController>()
  const published = new Set<string>()
  const opened = (uri: string) => {
    if (published.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] })
  }
  const changed = (uri: string) => {
    running.get(uri)?.abort()
    opened(uri)
  }
  const method: keyof Requests = 'vigie/checkFile'
  connection.onRequest(
    method,
    async (
      { uri, workDoneToken }: Requests[typeof method]['params'],
      token: CancellationToken,
    ): Promise<FileChecked> => {
      changed(uri)
      const ending = new AbortController()
      running.set(uri, ending)
      // What was cancelled before it was begun says so, and nothing more.
      if (token.isCancellationRequested) ending.abort()
      const listener = token.onCancellationRequested(() => ending.abort())
      const tell = (done: number) => {
        if (workDoneToken === undefined) return
        const report: WorkDoneProgressReport = { kind: 'report', percentage: Math.floor(done * 100) }
        void connection.sendProgress(new ProgressType<WorkDoneProgressReport>(), workDoneToken, report)
      }
      try {
        const { told, diagnostics, reports } = await checkOf(session, uri, tell, ending.signal)
        if (!reports) return { told }
        // An open file has the findings of its text.
        if (!session.file(uri).isOpen) {
          published.add(uri)
          await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] })
        }
        const { uriOf } = session.platform
        return { told, reports: { html: uriOf(reports.html), json: uriOf(reports.json) } }
      } catch (error) {
        if (ending.signal.aborted) return { told: stopped[session.reader().language] }
        throw error
      } finally {
        listener.dispose()
        if (running.get(uri) === ending) running.delete(uri)
      }
    },
  )
  return { changed, opened }
}

/** Has a file checked from disk; without reports it could not be. */
export async function checkOf(
  session: Session,
  uri: string,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { language } = session.reader()
  const { checkApart } = session.platform
  if (!checkApart) return { told: noDisk[language], diagnostics: [] }
  const { schema, dialect } = await session.file(uri).chosen()
  const { relatedInformation: related } = session.client().textDocument?.publishDiagnostics ?? {}
  const settings = session.settings()
  const job = { uri, language, settings, folders: session.folders(), schema, dialect, related: related === true }
  return checkApart({ ...job, cacheFolder: session.cacheFolder() }, tell, signal)
}

const noDisk: Problem = {
  fr: 'Ce n’est pas possible dans un navigateur, où Vigie n’a pas accès au disque : ouvrez ce fichier dans VS Code sur un poste, ou vérifiez-le par « vigie lint ».',
  en: 'This is not possible in a browser, where Vigie has no access to the disk: open this file in VS Code on a computer, or check it with “vigie lint”.',
}

const stopped: Problem = {
  fr: 'La vérification a été arrêtée : rien n’est dit de ce fichier.',
  en: 'The check was stopped: nothing is told of this file.',
}
