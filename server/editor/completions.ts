import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver'
import type { Source } from './checked'
import { offsetOf, rangeOf } from './convert'
import { type Offer, offersForCell } from '../engine/complete'
import { offersForMetadata } from '../engine/complete/metadata'
import { offersForSchema } from '../engine/complete/schema'
import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import type { Session } from './one-client'
import { untilCancelled } from './reports'
import { today } from '../today'

/** Answers what could be written where the cursor is. */
export function answerCompletions(session: Session): void {
  session.connection.onCompletion(async ({ textDocument, position }, token) => {
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
