import { conceptMarkdown } from '../concept-words'
import { type ConceptId, conceptIds } from '../concepts'
import type { Dataset } from '../dataset'
import { plain } from '../markdown'
import { propertyNamed } from '../metadata-property'
import { vocabulary } from '../metadata/vocabulary'
import { steps } from '../model/pointer'
import type { Reader } from '../model/reader'
import type { Span } from '../model/span'
import { nodeOver, pointerOf } from '../model/tree'
import { propertiesAt } from '../schema/structure'

/** What a property of a metadata document is for and the concept behind it, or what a value of a vocabulary means. As Markdown. */
export function hoverMetadata(
  { tree: described }: Dataset,
  offset: number,
  reader: Reader,
): { readonly markdown: string; readonly span: Span } | undefined {
  const node = described && nodeOver(described.tree, offset)
  if (!node?.key || !node.parent) return undefined
  const properties = propertiesAt(described!.kind, steps(pointerOf(node.parent)))
  const property = propertyNamed(properties, node.key.name)
  if (!property) return undefined
  const { language } = reader
  if (offset > node.key.span.end) {
    const found = vocabulary(property['x-values'] ?? '').find(({ value }) => value === node.value)
    return found && { markdown: `**${plain(found.value)}** — ${plain(found.words[language])}`, span: node.span }
  }
  const concept = property['x-concept']
  const parts = [`**${plain(node.key.name)}** — ${property[`x-${language}`]}`]
  if (isConcept(concept)) parts.push(conceptMarkdown(concept, reader))
  return { markdown: parts.join('\n\n'), span: node.key.span }
}

function isConcept(id: string | undefined): id is ConceptId {
  return (conceptIds as readonly (string | undefined)[]).includes(id)
}
