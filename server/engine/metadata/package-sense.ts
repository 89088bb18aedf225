import type { DocumentFault } from '../model/document-fault'
import type { Node } from '../model/tree'
import { documentFault, entries, member, namesakes, spokenBy } from './reading'

/** What a data package says against itself: two resources of one name, keys to none, data in two places, a schema that is not in its place. */
export function packageFaults(root: Node | undefined): readonly DocumentFault[] {
  const resources = entries(member(root, 'resources')).filter(({ kind }) => kind === 'object')
  return [...astray(root), ...namesakes(resources), ...resources.flatMap(resourceFaults), ...dangling(resources)]
}

/** The same of a resource, alone or in its package. */
export function resourceFaults(resource: Node | undefined): readonly DocumentFault[] {
  const data = member(resource, 'data')
  return [
    ...(data && member(resource, 'path') ? [documentFault(data, { kind: 'twofold', other: 'path' })] : []),
    ...astray(resource),
  ]
}

/** Names of resources to which foreign keys refer and that no resource has; an address or another package has its own. */
function dangling(resources: readonly Node[]): readonly DocumentFault[] {
  const names = new Set(resources.flatMap(one => spokenBy(one, 'name')?.text ?? []))
  return resources
    .flatMap(one => entries(member(member(one, 'schema'), 'foreignKeys')))
    .flatMap(key => {
      const reference = member(key, 'reference')
      const resource = spokenBy(reference, 'resource')
      const isOurs = resource && !/[./:]/.test(resource.text) && !member(reference, 'package')
      return isOurs && resource.text !== 'self' && !names.has(resource.text)
        ? [documentFault(resource.node, { kind: 'dangling' })]
        : []
    })
}

/** Members of a Table Schema, which nothing reads beside it, by their names and what is written for these. */
const OF_SCHEMA = /^(?:fields|missing_?values?|(?:primary|foreign|unique)_?keys?)$/i

function astray(node: Node | undefined): readonly DocumentFault[] {
  const members = node?.kind === 'object' ? node.children : []
  return members
    .filter(({ key }) => key && OF_SCHEMA.test(key.name))
    .map(found => documentFault(found, { kind: 'astray', home: 'schema' }))
}
