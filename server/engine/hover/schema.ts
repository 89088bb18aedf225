import { conceptMarkdown } from '../concept-words'
import type { Dataset } from '../dataset'
import { plain } from '../markdown'
import type { Reader } from '../model/reader'
import type { Span } from '../model/span'
import { nodeOver } from '../model/tree'
import { schemaConcept } from '../schema-concept'
import { levelOf } from '../schema-level'
import { placeIn } from '../schema-places'
import { properties } from '../schema/words'
import { typeWords } from '../type-words'

/** What a property of a schema is for and the concept behind it, when the offset is on its key; and what a type is, when it is on one. As Markdown. */
export function hoverSchema(
  { tree: described }: Dataset,
  offset: number,
  reader: Reader,
): { readonly markdown: string; readonly span: Span } | undefined {
  if (!described) return undefined
  const node = nodeOver(described.tree, offset)
  const place = node && placeIn(described.schemas, node)
  const name = node?.key?.name
  if (!node?.key || !place || name === undefined) return undefined
  const { language } = reader
  if (offset > node.key.span.end) {
    const { value } = node
    if (name !== 'type' || typeof value !== 'string' || !Object.hasOwn(typeWords, value)) return undefined
    return {
      markdown: `**${plain(value)}** — ${typeWords[value as keyof typeof typeWords][language]}`,
      span: node.span,
    }
  }
  const level = levelOf(place.path.slice(0, -1))
  const property = level && Object.hasOwn(properties[level], name) ? properties[level][name] : undefined
  if (!level || !property) return undefined
  const concept = schemaConcept(level, name)
  const parts = [`**${plain(name)}** — ${property.words[language]}`]
  if (concept) parts.push(conceptMarkdown(concept, reader))
  return { markdown: parts.join('\n\n'), span: node.key.span }
}
