import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  MarkupKind,
  SymbolKind,
} from 'vscode-languageserver'
import { type Desk, repairOf, resolved, type Wanted } from './repair/action-edit'
import { actionsOf } from './actions'
import type { Checked, Source } from './checked'
import { offsetOf, rangeOf } from './convert'
import { type Offer, offersForCell } from './engine/complete'
import { offersForMetadata } from './engine/complete-metadata'
import { offersForSchema } from './engine/complete-schema'
import type { Dataset } from './engine/dataset'
import type { Language } from './engine/model/language'
import { typeInShort } from './engine/type-words'
import { packed } from './repair/packed-edits'
import type { Requests } from './protocol'
import { untilCancelled } from './reports'
import { safeRepairs } from './repair/all-safe'
import { today } from './today'
import type { Session } from './one-client'

type Repair = Requests['vigie/repair']

/** Answers what LSP itself asks about the text: actions, completion, symbols. */
export function answerFeatures(session: Session): void {
  const { connection } = session

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
  connection.onRequest('vigie/repair', async ({ data }: Repair['params'], token): Promise<Repair['result']> => {
    const { uri } = data as Wanted
    const checked = await untilCancelled(session.file(uri).checked(), token)
    const repair = repairOf(data, checked, deskOf(session, uri, checked))
    if (!repair) return {}
    return { repair: { uri, version: repair.checked.version, edits: packed(repair.edits), data: repair.data } }
  })
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const reading = await untilCancelled(session.file(textDocument.uri).reading(), token)
    if (!reading) return []
    const { source } = reading
    const offset = offsetOf(source, position)
    const reader = session.reader()
    const { offers, isAll } = source.dataset.tree
      ? { offers: treeOffers(source.dataset, offset, reader.language), isAll: true }
      : offersForCell(source.dataset, offset, { reader, today: today() })
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
      const detail = field && typeInShort(field.type, session.reader().language)
      return [{ name, kind: SymbolKind.Field, range, selectionRange: range, ...(detail && { detail }) }]
    })
  })
}

/** In a schema what a schema may have, elsewhere what the document may. */
function treeOffers(dataset: Dataset, offset: number, language: Language): readonly Offer[] {
  const ofSchema = offersForSchema(dataset, offset, language)
  return ofSchema.length > 0 ? ofSchema : offersForMetadata(dataset, offset, language)
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
    safe: wish => (checked ? safeRepairs(checked, wish, session.reader().language) : { edits: [] }),
  }
}
