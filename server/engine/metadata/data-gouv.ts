import type { Aspect, DescribedResource, Description } from '../model/description'
import { formatNamed, formatOfPath } from '../model/file-format'
import type { Node } from '../model/tree'
import { usualFrequencies } from './data-package'
import { extentOf } from './extent'
import {
  allSpoken,
  entries,
  hashIn,
  interval,
  member,
  type Place,
  sayings,
  slotsIn,
  spoken,
  spokenBy,
  nothingTold,
} from './reading'

/** Where a dataset of data.gouv.fr says what it says; what its form has no place for is not asked. */
const places: Readonly<Partial<Record<Aspect, Place>>> = {
  title: { path: ['title'], values: ['…'] },
  description: { path: ['description'], values: ['…'] },
  licence: { path: ['license'], values: ['lov2', 'odc-odbl'] },
  frequency: { path: ['frequency'], values: usualFrequencies },
  temporal: { path: ['temporal_coverage'], values: [{ start: '…', end: '…' }] },
  spatial: { path: ['spatial'], values: [{ zones: ['fr:commune:…'], granularity: 'fr:commune' }] },
  // An entry of the list of resources, of which only a person knows what to say.
  api: { path: ['resources'], values: [] },
  contact: { path: ['contact_points'], values: [[{ name: '…', email: '…@…', role: 'contact' }]] },
}

/** What datasets say as the API of data.gouv.fr gives and takes them (versions 1 and 2), one or a page of them. */
export function readDataGouv(root: Node | undefined): readonly Description[] {
  const page = member(root, 'data')
  const all = page?.kind === 'array' && !member(root, 'title') ? page.children : root ? [root] : []
  return all.filter(({ kind }) => kind === 'object').map(described)
}

function described(node: Node): Description {
  const temporal = member(node, 'temporal_coverage')
  const spatial = member(node, 'spatial')
  const geometry = member(spatial, 'geom')
  const organization = member(node, 'organization', 'owner')
  const resources = entries(member(node, 'resources')).filter(({ kind }) => kind === 'object')
  const said = sayings({
    title: spokenBy(node, 'title'),
    description: spokenBy(node, 'description'),
    licence: either(node, 'license', 'id', 'title', 'url'),
    frequency: either(node, 'frequency', 'id', 'label'),
    created: spokenBy(node, 'created_at'),
    modified: spokenBy(node, 'last_modified', 'last_update'),
    temporal: spoken(temporal) ?? interval(temporal, spokenBy(temporal, 'start'), spokenBy(temporal, 'end')),
    spatial: [
      ...entries(member(spatial, 'zones')).map(zone => spoken(zone) ?? spokenBy(zone, 'id', 'name')),
      geometry?.kind === 'object' ? { node: geometry, text: 'geom' } : undefined,
    ],
    extent: extentOf(geometry, geometry?.value),
    granularity: either(spatial, 'granularity', 'id', 'label'),
    contact: entries(member(node, 'contact_points', 'contact_point')).map(one =>
      spokenBy(one, 'email', 'contact_form', 'name'),
    ),
    steward: organization && (spokenBy(organization, 'name', 'slug', 'id') ?? spoken(organization)),
    keyword: allSpoken([member(node, 'tags')]),
    identifier: spokenBy(node, 'id'),
    api: resources.filter(one => either(one, 'type', 'id')?.text === 'api').map(one => spokenBy(one, 'url')),
  })
  return { node, said, slots: slotsIn(node, places, said), resources: resources.map(resourceIn) }
}

/** What a member says that is a text in one version of the API and an object in the other. */
function either(node: Node | undefined, name: string, ...inside: readonly string[]) {
  const value = member(node, name)
  return spoken(value) ?? spokenBy(value, ...inside)
}

function resourceIn(node: Node): DescribedResource {
  const url = spokenBy(node, 'url')
  const format = spokenBy(node, 'format', 'mime')
  const schema = member(node, 'schema')
  return {
    node,
    title: spokenBy(node, 'title'),
    description: spokenBy(node, 'description'),
    paths: url ? [url] : [],
    format: format ? formatNamed(format.text) : url && formatOfPath(url.text),
    role: either(node, 'type', 'id')?.text,
    schema: spokenBy(schema, 'name', 'url'),
    fields: [],
    told: {
      ...nothingTold,
      bytes: [spokenBy(node, 'filesize')].filter(figure => figure !== undefined),
      hashes: [checksumIn(member(node, 'checksum'))].filter(hash => hash !== undefined),
    },
  }
}

/** A hash; `sha2` names a family, which its length tells apart. */
function checksumIn(node: Node | undefined) {
  const value = spokenBy(node, 'value')
  const type = spokenBy(node, 'type')?.text ?? ''
  return hashIn(value, type === 'sha2' ? `sha${4 * (value?.text.length ?? 0)}` : type)
}
