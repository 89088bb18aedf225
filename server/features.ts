import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type Hover,
  MarkupKind,
  SymbolKind,
} from 'vscode-languageserver'
import { actionsOf, type Desk, resolved, type Wanted } from './actions'
import type { Checked, Source } from './check'
import { offsetOf, rangeOf, textEdits } from './convert'
import { type Offer, offersForCell } from './engine/complete'
import { offersForSchema } from './engine/complete-schema'
import { hoverLabel, plain, ruleInShort } from './engine/hover'
import { cellMeaning } from './engine/meaning'
import { hoverSchema } from './engine/hover-schema'
import type { Position } from './engine/model/lines'
import { messageOf, ruleTitle } from './engine/say'
import { touching } from './findings'
import { untilCancelled } from './reports'
import { safeEdits } from './safe-edits'
import { today } from './today'
import type { Session } from './one-client'

/** Findings that one hover explains. */
const EXPLAINED = 3

/** Answers what LSP itself asks about the text: hovers, actions, symbols. */
export function answerFeatures(session: Session): void {
  const { connection } = session

  connection.onHover(async ({ textDocument, position }, token) => {
    const checked = await untilCancelled(session.file(textDocument.uri).checked(), token)
    return (checked && hoverAt(session, checked, position)) ?? null
  })
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const checked = await untilCancelled(session.file(uri).checked(), token)
    return checked ? actionsOf(checked, range, context, deskOf(session, uri, checked)) : []
  })
  connection.onCodeActionResolve(async (action, token) => {
    const wanted = action.data as Partial<Wanted> | undefined
    if (wanted?.uri === undefined) return action
    const checked = await untilCancelled(session.file(wanted.uri).checked(), token)
    return resolved(action, checked, deskOf(session, wanted.uri, checked))
  })
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const reading = await untilCancelled(session.file(textDocument.uri).reading(), token)
    if (!reading) return []
    const { source } = reading
    const offset = offsetOf(source, position)
    const { language } = session.reader()
    const { offers, isAll } = source.dataset.tree
      ? { offers: offersForSchema(source.dataset, offset, language), isAll: true }
      : offersForCell(source.dataset, offset, { language, today: today() })
    return { isIncomplete: !isAll, items: offers.map(offer => completionItem(source, offer)) }
  })
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
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
      return [{ name, kind: SymbolKind.Field, range, selectionRange: range, ...(field && { detail: field.type }) }]
    })
  })
}

function completionItem(source: Source, { label, edit, kind, sought, detail, documentation }: Offer): CompletionItem {
  return {
    label,
    kind: kind === 'property' ? CompletionItemKind.Property : CompletionItemKind.Value,
    // Editors compare it with what the edit replaces.
    filterText: sought ?? edit.text,
    textEdit: { range: rangeOf(source, edit.span), newText: edit.text },
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  }
}

/** What the actions of a file need. */
function deskOf(session: Session, uri: string, checked: Checked | undefined): Desk {
  return {
    uri,
    language: session.reader().language,
    client: session.client(),
    safe: () => (checked ? textEdits(checked.source, safeEdits(checked)) : []),
  }
}

function hoverAt(session: Session, checked: Checked, position: Position): Hover | undefined {
  const reader = session.reader()
  const { source } = checked
  const { table, readable, lines } = source.dataset
  const found = touching(checked, { start: position, end: position }).slice(0, EXPLAINED)
  const parts = found.map(({ diagnostic }) => {
    const message = plain(messageOf(diagnostic, reader.language))
    if (reader.level === 'elu') return message
    const short = ruleInShort(diagnostic.rule, reader.language)
    const link = `command:vigie.showRule?${encodeURIComponent(JSON.stringify([diagnostic.rule]))}`
    const title = plain(ruleTitle(diagnostic.rule, reader.language))
    return [message, ...(short ? [short] : []), `[${title}](${link})`].join('\n\n')
  })
  let range = found[0] && rangeOf(found[0].source, found[0].diagnostic.span)
  if (readable && table.headerRow !== undefined && lines.position(table.source.length).line >= position.line) {
    const { row, column } = table.locate(offsetOf(source, position))
    const what =
      row === table.headerRow
        ? hoverLabel(source.dataset, column, reader)
        : cellMeaning(source.dataset, row, column, { language: reader.language, today: today() })
            ?.map(plain)
            .join('  \n')
    const span = what === undefined ? undefined : table.cellSpan(row, column)
    if (what !== undefined) parts.unshift(what)
    if (span) range = rangeOf(source, span)
  }
  const property = hoverSchema(source.dataset, offsetOf(source, position), reader)
  if (property) {
    parts.unshift(property.markdown)
    range = rangeOf(source, property.span)
  }
  if (parts.length === 0) return undefined
  const value = parts.join('\n\n---\n\n')
  return { contents: { kind: MarkupKind.Markdown, value }, ...(range && { range }) }
}
