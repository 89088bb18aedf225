import type { Aspect, DescribedResource, Description } from '../model/description'
import { formatNamed, formatOfPath } from '../model/file-format'
import { licences } from '../model/licence'
import type { Node } from '../model/tree'
import { extentOfShape } from './extent'
import { isOfClass, type Linked, linked, said } from './linked'
import { hashIn, type Place, sayings, slotsIn, nothingTold } from './reading'

/** Where a schema.org Dataset says what it says, after the advice of Google Dataset Search; `before`: what stands before each name. */
const slots = (before: string): Readonly<Partial<Record<Aspect, Place>>> => {
  const name = `${before}name`
  return {
    title: { path: [name], values: ['…'] },
    description: { path: [`${before}description`], values: ['…'] },
    licence: { path: [`${before}license`], values: licences.slice(0, 2).map(({ address }) => address) },
    temporal: { path: [`${before}temporalCoverage`], values: ['…/…'] },
    spatial: { path: [`${before}spatialCoverage`], values: [{ '@type': `${before}Place`, [name]: '…' }] },
    steward: {
      path: [`${before}creator`],
      values: [{ '@type': `${before}Organization`, [name]: '…', [`${before}url`]: '…' }],
    },
  }
}

/** What JSON-LD in the vocabulary of schema.org says of datasets, alone, in a graph or in a catalogue. */
export function readSchemaOrg(root: Node | undefined): readonly Description[] {
  const document = linked(root)
  return document.nodes
    .filter(node => isOfClass(node, 'Dataset') && node.children.length > 2)
    .map(node => described(node, document))
}

function described(node: Node, document: Linked): Description {
  const all = (...names: readonly string[]) => document.values(node, ...names).map(said)
  const inside = (names: readonly string[], ...inner: readonly string[]) =>
    document.values(node, ...names).map(one => {
      const [first] = inner.flatMap(name => document.values(one, name)).flatMap(value => said(value) ?? [])
      return first ?? said(one)
    })
  const places = document.values(node, 'spatialCoverage')
  const statements = sayings({
    title: all('name'),
    description: all('description'),
    licence: inside(['license'], 'url', 'name'),
    created: all('dateCreated'),
    issued: all('datePublished'),
    modified: all('dateModified'),
    expires: all('expires'),
    temporal: all('temporalCoverage'),
    spatial: places.map(one => said(one) ?? document.first(one, 'identifier', 'name') ?? placed(one)),
    extent: places.flatMap(one =>
      document.values(one, 'geo').flatMap(geo => document.values(geo, 'box', 'polygon').map(extentOfShape)),
    ),
    contact: inside(['contactPoint', 'creator', 'publisher', 'maintainer'], 'email', 'contactPoint', 'url', 'name'),
    steward: inside(['creator', 'publisher', 'maintainer', 'author'], 'name'),
    provenance: all('isBasedOn', 'measurementTechnique'),
    keyword: all('keywords'),
    identifier: all('identifier'),
    language: all('inLanguage'),
  })
  const files = document.values(node, 'distribution').filter(({ kind }) => kind === 'object')
  return {
    node,
    said: statements,
    slots: slotsIn(node, slots(beforeNames(node)), statements),
    resources: files.map(file => resourceIn(file, document)),
  }
}

/** What stands before the names of the members of an object: their vocabulary where they are whole addresses, which no context need explain. */
function beforeNames({ children }: Node): string {
  return children.flatMap(({ key }) => /^https?:\/\/schema\.org\//.exec(key!.name) ?? []).at(-1) ?? ''
}

/** A place that says where it is by coordinates only. */
function placed(node: Node) {
  return node.kind === 'object' ? { node, text: 'geo' } : undefined
}

function resourceIn(node: Node, document: Linked): DescribedResource {
  const first = (...names: readonly string[]) => document.first(node, ...names)
  const url = first('contentUrl', 'url')
  const format = first('encodingFormat', 'fileFormat')
  return {
    node,
    title: first('name'),
    description: first('description'),
    paths: url ? [url] : [],
    format: format ? formatNamed(format.text) : url && formatOfPath(url.text),
    role: undefined,
    schema: undefined,
    fields: [],
    told: { ...nothingTold, hashes: [hashIn(first('sha256'), 'sha256')].filter(hash => hash !== undefined) },
  }
}
