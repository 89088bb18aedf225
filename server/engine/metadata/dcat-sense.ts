import type { DocumentFault } from '../model/document-fault'
import { type Node, pointerOf } from '../model/tree'
import { badForm } from './dcat-forms'
import { dcatName, isOfDcat } from './dcat-names'
import { idOf, linked, said } from './linked'
import { entries } from './reading'

/** What DCAT-AP 3 asks of the objects of a class beside the form of their values; by the prefixes that it uses. */
interface Shape {
  readonly required?: readonly string[]
  /** What may be told once only. */
  readonly single?: readonly string[]
}

/** The first that names a class of an object is its shape. What a dataset must tell is judged by the rules. */
const SHAPES: Readonly<Record<string, Shape>> = {
  Catalog: {
    required: ['dct:title', 'dct:description', 'dct:publisher'],
    single: ['publisher', 'license', 'issued', 'modified', 'rights', 'homepage'],
  },
  CatalogRecord: {
    required: ['foaf:primaryTopic', 'dct:modified'],
    single: ['primaryTopic', 'modified', 'issued', 'status', 'source'],
  },
  Dataset: {
    single: ['publisher', 'accrualPeriodicity', 'issued', 'modified', 'accessRights', 'temporalResolution', 'version'],
  },
  DatasetSeries: { single: ['publisher', 'accrualPeriodicity', 'issued', 'modified'] },
  Distribution: {
    required: ['dcat:accessURL'],
    single: [
      'license',
      'rights',
      'hasPolicy',
      'format',
      'mediaType',
      'compressFormat',
      'packageFormat',
      'byteSize',
      'checksum',
      'issued',
      'modified',
      'status',
      'availability',
      'temporalResolution',
    ],
  },
  DataService: {
    required: ['dct:title', 'dcat:endpointURL'],
    single: ['publisher', 'license', 'accessRights'],
  },
  Checksum: {
    required: ['spdx:algorithm', 'spdx:checksumValue'],
    single: ['algorithm', 'checksumValue'],
  },
  PeriodOfTime: { single: ['startDate', 'endDate', 'hasBeginning', 'hasEnd'] },
  Location: { single: ['bbox', 'centroid', 'geometry'] },
  Relationship: { required: ['dct:relation', 'dcat:hadRole'] },
  Agent: { required: ['foaf:name'] },
}

/** Where the objects of a document are not as DCAT-AP 3 asks: what is missing, told more than once, or of another form. */
export function dcatFaults(root: Node | undefined): readonly DocumentFault[] {
  const { nodes } = linked(root, dcatName)
  const wholes = wholesOf(nodes)
  return nodes.flatMap(node => {
    const shape = shapeOf(node)
    if (!shape || isReference(node)) return []
    const parts = wholes.get(idOf(node)) ?? [node]
    return [
      ...(shape.required ?? [])
        .filter(name => !parts.some(part => tells(part, dcatName(name))))
        .map(name => fault(node, { kind: 'required', member: name })),
      ...node.children.flatMap(value => [...repetition(value, shape), ...badForms(value)]),
    ]
  })
}

/** The objects of each address: what several places say of one is said of it as a whole. */
function wholesOf(nodes: readonly Node[]): ReadonlyMap<string | undefined, readonly Node[]> {
  const wholes = new Map<string, Node[]>()
  for (const node of nodes) {
    const id = idOf(node)
    if (id === undefined) continue
    const parts = wholes.get(id)
    if (parts) parts.push(node)
    else wholes.set(id, [node])
  }
  return wholes
}

function shapeOf(node: Node): Shape | undefined {
  const name = Object.keys(SHAPES).find(one => isOfDcat(node, one))
  return name === undefined ? undefined : SHAPES[name]
}

/** An object that says its class at most only refers to what is described elsewhere. */
function isReference(node: Node): boolean {
  return node.children.every(({ key }) => /^@?(?:id|type)$/.test(key!.name))
}

function tells(node: Node, name: string): boolean {
  return node.children.some(value => dcatName(value.key!.name) === name && entries(value).some(isTelling))
}

function isTelling(value: Node): boolean {
  return said(value) !== undefined || value.children.some(({ key }) => key && !key.name.startsWith('@'))
}

function repetition(value: Node, { single = [] }: Shape): readonly DocumentFault[] {
  if (!single.includes(dcatName(value.key!.name))) return []
  const different = new Set(entries(value).map(one => said(one)?.text ?? one))
  return different.size > 1 ? [fault(value, { kind: 'many', of: 'items', bound: 1 })] : []
}

function badForms(value: Node): readonly DocumentFault[] {
  return entries(value).flatMap(one => {
    const breach = badForm(dcatName(value.key!.name), one)
    return breach ? [fault(one, breach)] : []
  })
}

function fault(node: Node, breach: DocumentFault['breach']): DocumentFault {
  return { at: pointerOf(node), part: said(node)?.text ?? '', breach }
}
