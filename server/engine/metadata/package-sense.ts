import type { DocumentFault } from '../model/document-fault'
import type { Node } from '../model/tree'
import { documentFault, entries, member, namesakes } from './reading'

/** What a data package says against itself: two resources of one name, data in two places, a schema that is not in its place. */
export function packageFaults(root: Node | undefined): readonly DocumentFault[] {
  const resources = entries(member(root, 'resources')).filter(({ kind }) => kind === 'object')
  return [...astray(root), ...namesakes(resources), ...resources.flatMap(resourceFaults)]
}

/** The same of a resource, alone or in its package. */
export function resourceFaults(resource: Node | undefined): readonly DocumentFault[] {
  const data = member(resource, 'data')
  return [
    ...(data && member(resource, 'path') ? [documentFault(data, { kind: 'twofold', other: 'path' })] : []),
    ...astray(resource),
  ]
}

/** Members of a Table Schema, which nothing reads beside it. */
const OF_SCHEMA = ['fields', 'missingValues', 'primaryKey', 'foreignKeys']

function astray(node: Node | undefined): readonly DocumentFault[] {
  return OF_SCHEMA.flatMap(name => {
    const found = member(node, name)
    return found ? [documentFault(found, { kind: 'astray', home: 'schema' })] : []
  })
}
