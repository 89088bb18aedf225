import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import { isLarge } from './beginnings'
import { fieldPlaces } from './declarations'
import type { OpenFile } from './open-file'
import { reportOf } from './findings'
import type { Session } from './one-client'
import { placedIn } from '../folder/placed-in'

/** Time without another edit before findings are pushed, in milliseconds. */
const CALM = 200

/** Answers a client that asks for findings; gives what tells it that they may be others. */
export function pullReports(session: Session): () => void {
  // Another server may have given the same number before this one began.
  const born = Date.now().toString(36)
  // A file that is opened again counts its texts from the beginning.
  const numbers = new WeakMap<OpenFile, number>()
  let next = 0
  const numberOf = (file: OpenFile) => {
    const number = numbers.get(file) ?? next++
    numbers.set(file, number)
    return number
  }
  const { connection } = session
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const file = session.file(uri)
    const resultIdNow = () => `${born}-${numberOf(file)}-${file.generation}`
    // What lies on disk may be another text, of which only who watches it can tell.
    if (!file.isOpen && !session.client().workspace?.didChangeWatchedFiles) file.written()
    if (previousResultId !== undefined && previousResultId === resultIdNow())
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId }
    // Where others wait, a file that is too large is not checked: on demand it is, from disk.
    const { files, pathOf } = session.platform
    const isLeft = !file.isOpen && (await isLarge(files, pathOf(uri)))
    const items = isLeft ? [] : await untilCancelled(reported(session, file), token)
    const resultId = resultIdNow()
    if (!file.isOpen) {
      // The page of its folder need not have it checked once more.
      const path = pathOf(file.uri)
      if (!isLeft && session.standings.has(path)) session.standings.note(path, await placedIn(session, file))
      // A tab without a document is often large: nothing of it is kept.
      file.forget()
    }
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items }
  })
  return () => {
    const { workspace } = session.client()
    if (workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
    // What stands above the header tells of the same findings.
    if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type)
  }
}

/** Pushes findings to a client that does not ask; gives what has them pushed again. */
export function pushReports(session: Session): (file?: OpenFile) => void {
  const waiting = new Map<OpenFile, ReturnType<typeof setTimeout>>()
  const open = new Set<OpenFile>()
  const push = async (file: OpenFile) => {
    waiting.delete(file)
    if (!file.isOpen) return void open.delete(file)
    const { generation } = file
    const diagnostics = await reported(session, file)
    if (file.isOpen && generation === file.generation)
      await session.connection.sendDiagnostics({ uri: file.uri, diagnostics })
  }
  return told => {
    if (told) open.add(told)
    for (const file of told ? [told] : open) {
      clearTimeout(waiting.get(file))
      waiting.set(
        file,
        setTimeout(() => push(file).catch(error => session.connection.console.error(String(error))), CALM),
      )
    }
  }
}

/** The report of a file; nothing for what is no data. */
export async function reported(session: Session, file: OpenFile): Promise<Diagnostic[]> {
  const checked = await file.checked()
  if (!checked) return []
  const related =
    session.client().textDocument?.diagnostic?.relatedInformation ??
    session.client().textDocument?.publishDiagnostics?.relatedInformation
  const { uriOf } = session.platform
  const { applied } = checked.source.dataset
  return reportOf(checked, {
    uri: file.uri,
    language: session.reader().language,
    related: related === true,
    uriOf,
    fields: related && applied ? await fieldPlaces(session, applied) : undefined,
  })
}

/** The work's result, or an end to the waiting when the client no longer wants it. */
export function untilCancelled<Result>(work: Promise<Result>, token: CancellationToken): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (token.isCancellationRequested) {
      // It goes on, and who asked for it is gone: a failure that nobody hears would end the server.
      work.catch(() => {})
      return reject(cancelled())
    }
    const listener = token.onCancellationRequested(() => reject(cancelled()))
    work.then(resolve, reject).finally(() => listener.dispose())
  })
}

/** That a client no longer wants what it asked for. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
}
