import { packageAround, type SelfDescribed } from './describe'
import { applyEdits } from './fix'
import { treeEdits } from './json/edits'
import { readTree } from './json/read'
import type { TreeChange } from './model/change'
import type { Language } from './model/language'
import { pointer } from './model/pointer'
import { child, type Node, nodeAt } from './model/tree'

/**
 * The text of a package that describes a dataset: a new one, or the one that is there with what it lacks, where all that
 * stands in it stays as it is written. Undefined when that is no JSON object that could be added to.
 */
export function packageText(
  existing: Uint8Array | undefined,
  described: SelfDescribed,
  language: Language,
): string | undefined {
  const whole = packageAround(described, language)
  if (!existing) return `${JSON.stringify(whole, undefined, 2)}\n`
  const tree = readTree(existing)
  if (tree.root?.kind !== 'object' || tree.flaws.length > 0) return undefined
  const resources = child(tree.root, 'resources')
  if (resources && resources.kind !== 'array') return undefined
  // What the standard does not need is left to those who wrote the document.
  const { $schema: _, name: __, ...wanted } = whole
  const index = resources?.children.findIndex(one => pathOf(one) === described.resource['path']) ?? -1
  const changes = [...lacking(tree.root, '', wanted), ...ofResource(resources, index, described.resource)]
  let text = existing
  // One after the other: several may be added at one place.
  for (const change of changes) text = applyEdits(text, treeEdits(readTree(text), change, text))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
}

function ofResource(
  resources: Node | undefined,
  index: number,
  resource: SelfDescribed['resource'],
): readonly TreeChange[] {
  // A package without a list of resources was given one.
  if (!resources) return []
  if (index < 0) return [{ add: 'item', node: '/resources', value: resource }]
  return lacking(resources.children[index]!, pointer('/resources', index), resource)
}

/** Members that an object lacks; an object in it is gone into when it is there. */
function lacking(node: Node, at: string, wanted: Readonly<Record<string, unknown>>): readonly TreeChange[] {
  return Object.entries(wanted).flatMap(([name, value]): readonly TreeChange[] => {
    const present = child(node, name)
    if (!present) return [{ add: 'member', node: at, name, value }]
    const isOurs = name === 'vigie' && present.kind === 'object'
    return isOurs ? lacking(present, pointer(at, name), value as Readonly<Record<string, unknown>>) : []
  })
}

function pathOf(resource: Node): unknown {
  return resource.kind === 'object' ? nodeAt({ root: resource, flaws: [] }, '/path')?.value : undefined
}
