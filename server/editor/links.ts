import type { DocumentLink } from 'vscode-languageserver'
import type { Source } from './checked'
import { rangeOf } from './convert'
import { isAddress } from '../described/files'
import type { Statement } from '../engine/model/description'
import { bundledSchema } from '../engine/schema/catalogue'
import { insidePath } from '../files/inside'
import type { Session } from './one-client'
import { folderOf } from '../files/path'
import { untilCancelled } from './reports'

/** Answers where a document leads: to the files that it names, to schemas of the catalogue, to addresses. */
export function answerLinks(session: Session): void {
  session.connection.onDocumentLinks(async ({ textDocument: { uri } }, token) => {
    const reading = await untilCancelled(session.file(uri).reading(), token)
    return reading ? linksIn(reading.source, uri, session) : []
  })
}

function linksIn(source: Source, uri: string, session: Session): DocumentLink[] {
  const resources = source.dataset.tree?.descriptions.flatMap(description => description.resources) ?? []
  const named = resources.flatMap(({ paths, told }) => [...paths, ...told.others])
  return named.flatMap(statement => {
    const { node } = statement
    const target = targetOf(statement, source, uri, session)
    if (node.kind !== 'string' || target === undefined) return []
    const { start, end } = node.span
    // What is between the quotes.
    return [{ range: rangeOf(source, { start: start + 1, end: end - 1 }), target }]
  })
}

/** Where a path, a name or an address leads; undefined where nothing is there, or where it leaves the folder. */
function targetOf({ text }: Statement, { dataset }: Source, uri: string, { platform }: Session): string | undefined {
  if (isAddress(text)) return text
  const isThere = dataset.tree?.files?.get(text)?.is === 'there'
  const path = isThere ? insidePath(folderOf(platform.pathOf(uri)), text) : undefined
  if (path !== undefined) return platform.uriOf(path)
  return bundledSchema(text) ? `vigie-schema:/${text}.json` : undefined
}
