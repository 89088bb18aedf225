import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver'
import { rangeOf } from './convert'
import { typeInShort } from '../engine/type-words'
import type { Session } from './one-client'
import { untilCancelled } from './reports'

/** Answers which columns a file has, for its outline. */
export function answerSymbols(session: Session): void {
  session.connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const reading = await untilCancelled(session.file(textDocument.uri).reading(), token)
    if (!reading?.source.dataset.readable) return []
    const { source } = reading
    const { table, described } = source.dataset
    const { headerRow } = table
    if (headerRow === undefined) return []
    return table.labels.flatMap((label, column): DocumentSymbol[] => {
      const span = table.cellSpan(headerRow, column)
      if (!span) return []
      const range = rangeOf(source, span)
      const field = described.header.fields[column]
      // A symbol without a name is refused by editors.
      const name = label.trim() === '' ? `(${column + 1})` : label
      const detail = field && typeInShort(field.type, session.reader().language)
      return [{ name, kind: SymbolKind.Field, range, selectionRange: range, ...(detail && { detail }) }]
    })
  })
}
