import type { Aspect, DescribedResource, Description, Statement } from '../model/description'
import { formatNamed, formatOfPath } from '../model/file-format'
import { frequencies } from '../model/frequency'
import { highValueCategories } from '../model/high-value'
import { licences } from '../model/licence'
import { putIn } from '../model/put-in'
import { type Node, pointerOf } from '../model/tree'
import { usualFrequencies } from './data-package'
import { extentIn } from './extent'
import { dcatName, isOfDcat } from './dcat-names'
import { type Linked, linked, localName, said } from './linked'
import { hashIn, interval, type Place, sayings, slotsIn, nothingTold } from './reading'

const AUTHORITY = 'http://publications.europa.eu/resource/authority/'

/**
 * What JSON-LD says of datasets in the vocabulary of DCAT-AP 3, with the fields of the French profile. What neither names
 * nor explains its dataset is a fragment, of which nothing is asked.
 */
export function readDcat(root: Node | undefined): readonly Description[] {
  const document = linked(root, dcatName)
  const prefixes = prefixesIn(root, document)
  const about: About = {
    services: byGoal(document, 'DataService', 'servesDataset'),
    records: byGoal(document, 'CatalogRecord', 'primaryTopic'),
  }
  return document.nodes
    .filter(node => isOfDcat(node, 'Dataset'))
    .filter(node => document.values(node, 'title', 'description', 'abstract', 'distribution').length > 0)
    .map(node => described(node, document, about, prefixes))
}

/** What a document tells of its datasets elsewhere than in them, by the dataset. */
interface About {
  readonly services: ReadonlyMap<Node, readonly Node[]>
  readonly records: ReadonlyMap<Node, readonly Node[]>
}

/** The objects of a class by what one of their properties refers to: gone through once, however many there are. */
function byGoal(document: Linked, name: string, property: string): ReadonlyMap<Node, readonly Node[]> {
  const found = new Map<Node, Node[]>()
  for (const one of document.nodes.filter(node => isOfDcat(node, name)))
    for (const goal of new Set(document.values(one, property))) putIn(found, goal, one)
  return found
}

function described(node: Node, document: Linked, about: About, prefixes: Prefixes): Description {
  const { dct, dcat, dcatap, foaf, rdfs, vcard } = prefixes
  const all = (...names: readonly string[]) => document.values(node, ...names).map(said)
  const distributions = document.values(node, 'distribution').filter(({ kind }) => kind === 'object')
  const places = document.values(node, 'spatial')
  const [temporal] = document.values(node, 'temporal')
  const services = [
    ...distributions.flatMap(one => document.values(one, 'accessService')),
    ...(about.services.get(node) ?? []),
  ]
  const contacts = document.values(node, 'contactPoint')
  const statements = sayings({
    title: all('title'),
    description: all('description', 'abstract').map(withoutTags),
    licence: [node, ...distributions].flatMap(one =>
      document.values(one, 'license', 'rights').map(value => labelled(document, value)),
    ),
    frequency: all('accrualPeriodicity'),
    created: all('created'),
    issued: all('issued'),
    modified: all('modified'),
    temporal: period(document, temporal),
    spatial: places.map(value => placed(document, value)),
    extent: places.flatMap(value =>
      document.values(value, 'bbox', 'geometry').map(one => extentIn(one, said(one)?.text)),
    ),
    contact: contacts.map(one => document.first(one, 'hasEmail', 'email', 'hasURL', 'fn') ?? said(one)),
    steward: document.values(node, 'publisher', 'creator').map(value => labelled(document, value)),
    provenance: document.values(node, 'provenance', 'source', 'wasGeneratedBy').map(value => labelled(document, value)),
    keyword: all('keyword'),
    identifier: all('identifier'),
    language: all('language'),
    topic: all('theme'),
    resolution: all('spatialResolutionInMeters'),
    conformity: all('conformsTo'),
    access: all('accessRights'),
    legislation: all('applicableLegislation'),
    'high-value-category': all('hvdCategory'),
    api: services.map(said),
    record: (about.records.get(node) ?? []).flatMap(record => document.values(record, 'modified').map(said)),
  })
  const slots = slotsIn(
    node,
    {
      title: place(`${dct}title`, '…'),
      description: place(`${dct}description`, '…'),
      frequency: place(
        `${dct}accrualPeriodicity`,
        ...usualFrequencies.map(code => ref('frequency/', frequencies.find(one => one.code === code)!.european)),
      ),
      temporal: place(`${dct}temporal`, {
        '@type': `${dct}PeriodOfTime`,
        [`${dcat}startDate`]: '…',
        [`${dcat}endDate`]: '…',
      }),
      spatial: place(`${dct}spatial`, { '@id': '…' }),
      contact: place(`${dcat}contactPoint`, {
        '@type': `${vcard}Organization`,
        [`${vcard}fn`]: '…',
        [`${vcard}hasEmail`]: '…',
      }),
      steward: place(`${dct}publisher`, { '@type': `${foaf}Organization`, [`${foaf}name`]: '…' }),
      identifier: place(`${dct}identifier`, '…'),
      language: place(`${dct}language`, ref('language/', 'FRA')),
      topic: place(`${dcat}theme`, ref('data-theme/', '…')),
      provenance: place(`${dct}provenance`, { '@type': `${dct}ProvenanceStatement`, [`${rdfs}label`]: '…' }),
      resolution: place(`${dcat}spatialResolutionInMeters`, '…'),
      conformity: place(`${dct}conformsTo`, { '@id': '…' }),
      extent: extentPlace(node, prefixes),
      'high-value-category': place(
        `${dcatap}hvdCategory`,
        ...highValueCategories.map(({ address }) => ({ '@id': address })),
      ),
      api: { path: [`${dcat}distribution`, `${dcat}accessService`], values: [] },
      record: { path: [`${dcat}record`], values: [] },
      access: place(`${dct}accessRights`, ref('access-right/', 'PUBLIC')),
    },
    statements,
  )
  // A licence belongs to what is downloaded.
  const [file] = distributions
  const licence = {
    path: [`${dct}license`] as const,
    values: licences.slice(0, 2).map(one => ({ '@id': one.address })),
  }
  const ofFile = file ? slotsIn(file, { licence }, statements) : new Map()
  return {
    node,
    said: statements,
    slots: new Map<Aspect, never>([...slots, ...ofFile] as [Aspect, never][]),
    resources: distributions.map(one => resourceIn(one, document)),
  }
}

/** A text without the HTML that map servers write into it: who harvests it takes that away. */
function withoutTags(said: Statement | undefined): Statement | undefined {
  const text = said?.text.replace(/<\/?[a-z][^<>]*>/gi, '').trim()
  return said && text ? { ...said, text } : said
}

/** The place of a box: in the territory that is told as an object. */
function extentPlace(node: Node, { dct, dcat }: Prefixes): Place {
  const spatial = node.children.find(({ key }) => key && dcatName(key.name) === 'spatial')
  const box = 'POLYGON((… …,… …,… …,… …,… …))'
  return spatial?.kind === 'object'
    ? { path: [spatial.key!.name, `${dcat}bbox`], values: [box] }
    : { path: [`${dct}spatial`], values: spatial ? [] : [{ '@type': `${dct}Location`, [`${dcat}bbox`]: box }] }
}

function place(name: string, ...values: readonly unknown[]): Place {
  return { path: [name], values }
}

function ref(list: string, code: string): unknown {
  return { '@id': `${AUTHORITY}${list}${code}` }
}

/** What a value says by its label, else by what it refers to. */
function labelled(document: Linked, value: Node): Statement | undefined {
  const label = document.first(value, 'label', 'prefLabel', 'name', 'title', 'bbox')
  return (
    label ?? said(value) ?? (value.kind === 'object' ? { node: value, text: localName(pointerOf(value)) } : undefined)
  )
}

/** What a place says: its code where it tells one, else its name. */
function placed(document: Linked, value: Node): Statement | undefined {
  const id = said(value)
  if (id && /[:/](?:commune|departement)[:/]/i.test(id.text)) return id
  const codes = document.values(value, 'identifier', 'notation').flatMap(one => said(one) ?? [])
  return codes.find(({ text }) => /^\d{2,5}$|^2[AB]\d*$/i.test(text)) ?? labelled(document, value)
}

function period(document: Linked, node: Node | undefined): Statement | undefined {
  const begin = document.first(node, 'startDate', 'hasBeginning')
  return interval(node, begin, document.first(node, 'endDate', 'hasEnd')) ?? said(node)
}

function resourceIn(node: Node, document: Linked): DescribedResource {
  const first = (...names: readonly string[]) => document.first(node, ...names)
  const paths = document.values(node, 'downloadURL', 'accessURL').flatMap(one => said(one) ?? [])
  const format = first('format', 'mediaType')
  return {
    node,
    title: first('title'),
    description: first('description'),
    paths,
    format: format ? formatNamed(format.text) : paths[0] && formatOfPath(paths[0].text),
    role: document.values(node, 'page').length > 0 ? 'documentation' : undefined,
    schema: first('conformsTo'),
    fields: [],
    told: {
      ...nothingTold,
      bytes: [first('byteSize')].filter(figure => figure !== undefined),
      isAbout: true,
      hashes: document.values(node, 'checksum').flatMap(one => checksumIn(one, document)),
    },
  }
}

/** A hash in the vocabulary of SPDX; its algorithm is named at the end of an address. */
function checksumIn(node: Node, document: Linked) {
  const [value] = document.values(node, 'checksumValue').map(said)
  const [algorithm] = document.values(node, 'algorithm').map(said)
  return hashIn(value, localName(algorithm?.text ?? '').replace('checksumAlgorithm_', '')) ?? []
}

/** What stands before the names of each vocabulary. */
type Prefixes = typeof NAMESPACES

const NAMESPACES = {
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
}

/** How a document writes the names of these vocabularies: by what its context or its own keys say. */
function prefixesIn(root: Node | undefined, { nodes }: Linked): Prefixes {
  const context = root?.children.find(({ key }) => key?.name === '@context')
  if (!context && nodes.some(({ children }) => children.some(({ key }) => isWhole(key!.name)))) return NAMESPACES
  const names = (context?.children ?? []).flatMap(inner => (inner.kind === 'object' ? inner.children : [inner]))
  const prefix = (namespace: RegExp, usual: string) => {
    const found = names.find(({ value }) => typeof value === 'string' && namespace.test(value))
    return found?.key ? `${found.key.name}:` : usual
  }
  // A context of another address gives the names without prefixes.
  const isElsewhere = typeof context?.value === 'string'
  return {
    dct: prefix(/^https?:\/\/purl\.org\/dc\/terms\/$/, isElsewhere ? '' : 'dct:'),
    dcat: prefix(/^https?:\/\/www\.w3\.org\/ns\/dcat#$/, isElsewhere ? '' : 'dcat:'),
    dcatap: 'dcatap:',
    foaf: 'foaf:',
    rdfs: 'rdfs:',
    vcard: 'vcard:',
  }
}

/** Whether a name is a whole address, which no context need explain. */
function isWhole(name: string): boolean {
  return name.startsWith(NAMESPACES.dct) || name.startsWith(NAMESPACES.dcat)
}
