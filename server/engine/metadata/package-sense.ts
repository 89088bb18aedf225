import type { DocumentFault, SenseBreach } from '../model/document-fault'
import { type Node, pointerOf } from '../model/tree'
import { entries, member, spokenBy } from './reading'

/** What a data package says against itself: two resources of one name, data in two places, a schema that is not in its place. */
export function packageFaults(root: Node | undefined): readonly DocumentFault[] {
  const resources = entries(member(root, 'resources')).filter(({ kind }) => kind === 'object')
  return [...astray(root), ...repeatedNames(resources), ...resources.flatMap(resourceFaults)]
}

/** The same of a resource, alone or in its package. */
export function resourceFaults(resource: Node | undefined): readonly DocumentFault[] {
  const data = member(resource, 'data')
  return [
    ...(data && member(resource, 'path') ? [fault(data, { kind: 'twofold', other: 'path' })] : []),
    ...astray(resource),
  ]
}

function repeatedNames(resources: readonly Node[]): readonly DocumentFault[] {
  const known = new Set<string>()
  return resources.flatMap(resource => {
    const name = spokenBy(resource, 'name')
    if (!name) return []
    const isRepeated = known.has(name.text)
    known.add(name.text)
    return isRepeated ? [fault(name.node, { kind: 'namesake' })] : []
  })
}

/** Members of a Table Schema, which nothing reads beside it. */
const OF_SCHEMA = ['fields', 'missingValues', 'primaryKey', 'foreignKeys']

function astray(node: Node | undefined): readonly DocumentFault[] {
  return OF_SCHEMA.flatMap(name => {
    const found = member(node, name)
    return found ? [fault(found, { kind: 'astray', home: 'schema' })] : []
  })
}

function fault(node: Node, breach: SenseBreach): DocumentFault {
  return { at: pointerOf(node), part: String(node.value), breach }
}
