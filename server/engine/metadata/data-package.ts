import type { Aspect, DescribedField, DescribedResource, Description, Statement } from '../model/description'
import { folded } from '../model/fold'
import { formatNamed, formatOfPath } from '../model/file-format'
import type { Node } from '../model/tree'
import { allSpoken, entries, hashIn, interval, member, type Place, sayings, slotsIn, spoken, spokenBy } from './reading'

/** The member under which stands what Data Package has no word for; its JSON Schema explains each. */
const NAMESPACE = 'vigie'

/** Frequencies that are offered first: most public data is brought up to date at one of them. */
export const usualFrequencies = ['annual', 'quarterly', 'monthly', 'weekly', 'daily', 'punctual', 'irregular']

/** Where a package says what it says, and what could be written there. */
const places: Readonly<Partial<Record<Aspect, Place>>> = {
  title: { path: ['title'], values: ['…'] },
  description: { path: ['description'], values: ['…'] },
  licence: { path: ['licenses'], values: [licence('lov2'), licence('odc-odbl')] },
  frequency: { path: [NAMESPACE, 'frequency'], values: usualFrequencies },
  collected: { path: [NAMESPACE, 'collectionDate'], values: ['…'] },
  expires: { path: [NAMESPACE, 'expiryDate'], values: ['…'] },
  temporal: { path: [NAMESPACE, 'temporalCoverage'], values: [{ start: '…', end: '…' }] },
  spatial: { path: [NAMESPACE, 'spatialCoverage'], values: [{ code: '…', name: '…' }] },
  extent: { path: [NAMESPACE, 'spatialCoverage', 'bbox'], values: [['…', '…', '…', '…']] },
  contact: { path: ['contributors'], values: [[{ title: '…', email: '…@…', role: 'contact' }]] },
  steward: { path: [NAMESPACE, 'governance'], values: [{ producer: '…', steward: '…', deputy: '…', nextReview: '…' }] },
  provenance: { path: ['sources'], values: [[{ title: '…' }]] },
  purpose: { path: [NAMESPACE, 'purpose'], values: ['…'] },
  'personal-data': { path: [NAMESPACE, 'personalData'], values: ['none', 'anonymised', 'consent', 'legal-obligation'] },
}

/** What a data package says of its dataset (https://datapackage.org, versions 1 and 2), with the members of `vigie`. */
export function readDataPackage(root: Node | undefined): readonly Description[] {
  if (root?.kind !== 'object') return []
  return [described(root, entries(member(root, 'resources')))]
}

/** What a data resource that stands alone says: it has the members of a package itself. */
export function readDataResource(root: Node | undefined): readonly Description[] {
  return root?.kind === 'object' ? [described(root, [root])] : []
}

function described(root: Node, resources: readonly Node[]): Description {
  const ours = member(root, NAMESPACE)
  const governance = member(ours, 'governance')
  const contributors = entries(member(root, 'contributors'))
  const temporal = firstMember(root, ours, 'temporalCoverage', 'temporal_coverage', 'temporal')
  const spatial = firstMember(root, ours, 'spatialCoverage', 'spatial_coverage', 'spatial')
  const all = resources.filter(({ kind }) => kind === 'object')
  const said = sayings({
    title: spokenBy(root, 'title'),
    description: spokenBy(root, 'description'),
    licence: [root, ...all].flatMap(one => entries(member(one, 'licenses', 'license')).map(licenceIn)),
    frequency: spoken(
      firstMember(root, ours, 'frequency', 'accrualPeriodicity', 'updateFrequency', 'update_frequency'),
    ),
    created: spokenBy(root, 'created'),
    modified: spokenBy(root, 'modified', 'updated', 'last_modified', 'lastModified'),
    collected: spoken(firstMember(root, ours, 'collectionDate', 'collection_date')),
    expires: spoken(firstMember(root, ours, 'expiryDate', 'validUntil', 'valid_until')),
    temporal: spoken(temporal) ?? interval(temporal, spokenBy(temporal, 'start'), spokenBy(temporal, 'end')),
    spatial: spoken(spatial) ?? spokenBy(spatial, 'code', 'name', 'text', 'uri') ?? firstSpoken(spatial, 'zones'),
    extent: extentIn(member(spatial, 'bbox')),
    granularity: spoken(firstMember(root, ours, 'granularity')) ?? spokenBy(spatial, 'granularity'),
    contact: [...contributors, ...entries(member(root, 'contact', 'contactPoint', 'maintainers', 'author'))].map(
      one => spokenBy(one, 'email', 'path') ?? spoken(one) ?? spokenBy(one, 'title', 'name', 'organization'),
    ),
    steward: [
      spokenBy(governance, 'steward', 'producer'),
      ...contributors.filter(isSteward).map(one => spokenBy(one, 'title', 'organization', 'email')),
    ],
    provenance: [
      ...[root, ...all].flatMap(one => entries(member(one, 'sources')).map(sourceIn)),
      spokenBy(ours, 'provenance'),
    ],
    purpose: spokenBy(ours, 'purpose') ?? spokenBy(root, 'purpose'),
    policy: spokenBy(ours, 'policy'),
    'personal-data': spokenBy(ours, 'personalData'),
    keyword: allSpoken([member(root, 'keywords')]),
    identifier: spokenBy(root, 'id'),
  })
  return { node: root, said, slots: slotsIn(root, places, said), resources: all.map(resourceIn) }
}

/** A member of the package itself, as many write it, or of the namespace. */
function firstMember(root: Node, ours: Node | undefined, ...names: readonly string[]): Node | undefined {
  return member(ours, ...names) ?? member(root, ...names)
}

function firstSpoken(node: Node | undefined, name: string) {
  return allSpoken([member(node, name)])[0]
}

/** A box as GeoJSON writes it: a list of four numbers. */
function extentIn(node: Node | undefined): Statement | undefined {
  const sides = node?.kind === 'array' ? node.children.map(({ value }) => value) : []
  return node && sides.length === 4 && sides.every(side => typeof side === 'number')
    ? { node, text: sides.join(' ') }
    : undefined
}

function licenceIn(node: Node) {
  return spoken(node) ?? spokenBy(node, 'name', 'path', 'title', ...FORMER.licence)
}

function sourceIn(node: Node) {
  return spoken(node) ?? spokenBy(node, 'title', 'path', ...FORMER.source)
}

/** What the first drafts of Data Package called the name and the address of a licence and of a source. */
const FORMER = { licence: ['type', 'id', 'url'], source: ['name', 'web', 'url'] }

function isSteward(contributor: Node): boolean {
  const roles = allSpoken([member(contributor, 'role', 'roles')]).map(({ text }) => text.toLowerCase())
  return roles.some(role => ['publisher', 'maintainer', 'steward', 'producer'].includes(role))
}

function resourceIn(node: Node): DescribedResource {
  const paths = allSpoken([member(node, 'path')])
  const format = spokenBy(node, 'format', 'mediatype')
  const schema = member(node, 'schema')
  return {
    node,
    title: spokenBy(node, 'title', 'name'),
    description: spokenBy(node, 'description'),
    paths,
    format: format ? formatNamed(format.text) : paths[0] && formatOfPath(paths[0].text),
    role: undefined,
    schema: spoken(schema),
    fields: fieldsIn(schema),
    told: figuresIn(node),
  }
}

/** The fields of a Table Schema. */
function fieldsIn(schema: Node | undefined): readonly DescribedField[] {
  return entries(member(schema, 'fields')).flatMap(node => {
    const name = spokenBy(node, 'name')
    if (!name) return []
    return {
      node,
      name: name.text,
      isExplained: spokenBy(node, 'description') !== undefined || isMore(spokenBy(node, 'title'), name),
    }
  })
}

function licence(name: string): unknown {
  return [
    {
      name: name === 'lov2' ? 'etalab-2.0' : 'ODbL-1.0',
      title: name === 'lov2' ? 'Licence Ouverte 2.0' : 'Open Database License 1.0',
    },
  ]
}

/** Whether a title tells more than the name does. */
function isMore(title: Statement | undefined, name: Statement): boolean {
  return title !== undefined && folded(title.text) !== folded(name.text)
}

/** The encoding, the size, the rows and the hashes of a file, as the resource tells them itself or in the `stats` of Frictionless. */
function figuresIn(node: Node): DescribedResource['told'] {
  const stats = member(node, 'stats')
  const ofStats = ['md5', 'sha256'].map(algorithm => hashIn(spokenBy(stats, algorithm), algorithm))
  return {
    encoding: spokenBy(node, 'encoding'),
    bytes: [spokenBy(node, 'bytes'), spokenBy(stats, 'bytes')].filter(figure => figure !== undefined),
    rows: spokenBy(stats, 'rows') ?? spokenBy(node, 'rows'),
    others: [
      spokenBy(node, 'schema'),
      spokenBy(node, 'dialect'),
      spokenBy(member(node, NAMESPACE), 'formerFile'),
    ].filter(figure => figure !== undefined),
    // A hash without the name of its algorithm is of MD5.
    hashes: [hashIn(spokenBy(node, 'hash'), 'md5'), ...ofStats].flatMap(hash => hash ?? []),
  }
}
