import { cellAt } from './cells-shown'
import { glossaryPage } from './glossary-page'
import type { CancellationToken } from 'vscode-languageserver'
import { rangeOf } from './convert'
import { rulePage } from '../engine/pages'
import { messageOf } from '../engine/say'
import { schemaText } from '../engine/schema-text'
import type { Language } from '../engine/model/language'
import { lossInWords } from '../engine/workbook/losses'
import { type SheetFiles, workbookFiles } from '../engine/workbook-files'
import { touching } from './findings'
import { inferredText } from './inferred'
import type { OpenFile } from './open-file'
import { packed } from '../repair/packed-edits'
import type { ConvertedSheet, Notifications, Requests, Status } from '../protocol'
import { untilCancelled } from './reports'
import { safeRepairs } from '../repair/all-safe'
import type { Session } from './one-client'
import { statusOf } from './status'
import { folderOf } from '../files/path'
import { describedText } from '../described/self-described'
import { neighbourOf } from '../workspace'
import { noteText } from './written-note'
import { reportText } from './written-report'
import { sameBytes } from '../files/same-bytes'

type Profile = NonNullable<Requests['vigie/profile']['result']>

/** Answers what the client asks beyond LSP. */
export function answerOwnRequests(session: Session): void {
  const { connection } = session
  const answer = <Method extends keyof Requests>(
    method: Method,
    work: (params: Requests[Method]['params']) => Promise<Requests[Method]['result']>,
  ) =>
    connection.onRequest(
      method,
      (params: Requests[Method]['params'], token: CancellationToken): Promise<unknown> =>
        untilCancelled(work(params), token),
    )
  const status = async (file: OpenFile): Promise<Status> => statusOf(await file.reading(), session.reader().language)

  answer('vigie/status', ({ uri }) => status(session.file(uri)))
  answer('vigie/setSchema', ({ uri, schema }) => {
    const file = session.file(uri)
    if (schema !== undefined) session.reconsider(schema)
    file.choseSchema(schema)
    session.changed(file)
    return status(file)
  })
  answer('vigie/setDialect', ({ uri, ...choice }) => {
    const file = session.file(uri)
    file.choseDialect(choice)
    session.changed(file)
    return status(file)
  })
  answer('vigie/findings', async ({ uri, range }) => {
    const checked = await session.file(uri).checked()
    const found = checked ? touching(checked, range) : []
    return found.map(({ diagnostic, source }) => ({
      rule: diagnostic.rule,
      range: rangeOf(source, diagnostic.span),
      severity: diagnostic.severity,
      message: messageOf(diagnostic, session.reader().language),
    }))
  })
  answer('vigie/fixAll', async ({ uri }) => {
    const checked = await session.file(uri).checked()
    if (!checked) return { version: 0, edits: packed([]), repairs: 0 }
    const { edits, repairs, ...told } = safeRepairs(checked, 'invoked', session.reader().language)
    return { version: checked.version, ...told, edits: packed(edits), repairs: repairs() }
  })
  answer('vigie/accept', async ({ uri, acceptance }) => {
    const file = await session.accepted(uri, acceptance)
    return file ? { file } : {}
  })
  answer('vigie/convertWorkbook', async ({ name, content }) => {
    const bytes = Uint8Array.from(atob(content), character => character.charCodeAt(0))
    const sheets = workbookFiles(bytes, name)
    return sheets ? { sheets: sheets.map(sheet => convertedSheet(sheet, session.reader().language)) } : {}
  })
  answer('vigie/inferSchema', async ({ uri }) => {
    const text = await inferredText(session.file(uri))
    return { beside: neighbourOf(uri), ...(text !== undefined && { text }) }
  })
  answer('vigie/describe', async ({ uri, existing }) => {
    const { language } = session.reader()
    const { files, pathOf } = session.platform
    const text = await describedText(session.file(uri), { path: pathOf(uri), existing, language, files })
    return { beside: `${folderOf(uri)}/datapackage.json`, ...(text !== undefined && { text }) }
  })
  answer('vigie/report', async ({ uri, for: reader, format }) => {
    const { platform, shown } = session
    const { language } = session.reader()
    const around = { files: platform.files, shown }
    const text = await reportText(session.file(uri), { language, reader, format, path: platform.pathOf(uri), around })
    return text === undefined ? {} : { text }
  })
  answer('vigie/changes', async ({ uri, before, format }) => {
    const { platform, shown } = session
    const { language } = session.reader()
    const text = await noteText(session.file(uri), {
      language,
      format,
      path: platform.pathOf(uri),
      before: before === undefined ? undefined : platform.pathOf(before),
      around: { files: platform.files, shown },
      lists: () => platform.lists(() => {}),
    })
    return text === undefined ? {} : { text }
  })
  answer('vigie/hasFormer', async ({ uri }) => {
    const { files, pathOf } = session.platform
    const path = pathOf(uri)
    const [former, present] = [await files.former?.(path), session.shown(path) ?? (await files.read(path))]
    return { isThere: former !== undefined && present !== undefined && !sameBytes(former, present) }
  })
  answer('vigie/profile', async ({ uri, columns }) => (await profileOf(session.file(uri), columns)) ?? null)
  answer('vigie/cell', ({ uri, position }) => cellAt(session.file(uri), position))
  answer('vigie/glossary', async () => glossaryPage(session.reader().language))
  answer('vigie/rulePage', async ({ id, language = session.reader().language }) => ({
    markdown: rulePage(id, language),
  }))
  answer('vigie/schemaText', async ({ id }) => ({ text: schemaText(id)?.text ?? '' }))
  connection.onNotification('vigie/documentEncoding', (params: Notifications['vigie/documentEncoding']) => {
    const file = session.file(params.uri)
    if (file.wasRead(params) === 'again') session.changed(file)
  })
}

function convertedSheet({ sheet, name, csv, schema, losses }: SheetFiles, language: Language): ConvertedSheet {
  return { sheet, name, csv, ...(schema && { schema }), losses: losses.map(loss => lossInWords(loss, language)) }
}

/** Facts of these columns, or of all; edits meanwhile begin it again. Undefined when there is nothing to read. */
async function profileOf(file: OpenFile, columns?: readonly number[]): Promise<Profile | undefined> {
  for (;;) {
    const reading = await file.reading()
    if (!reading || reading.source.dataset.tree) return undefined
    const profile = await file.profiles.of(file.stateOf(reading), columns)
    if (profile) return { version: reading.version, profile }
  }
}
