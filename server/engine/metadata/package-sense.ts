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

/** Members of a Table Schema, which nothing reads beside it, by their names and what is written for these. */
const OF_SCHEMA = /^(?:fields|missing_?values?|(?:primary|foreign|unique)_?keys?)$/i

function astray(node: Node | undefined): readonly DocumentFault[] {
  const members = node?.kind === 'object' ? node.children : []
  return members
    .filter(({ key }) => key && OF_SCHEMA.test(key.name))
    .map(found => documentFault(found, { kind: 'astray', home: 'schema' }))
}
