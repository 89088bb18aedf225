import { canonical } from '../model/canonical'
import type { DocumentFault } from '../model/document-fault'
import type { Node } from '../model/tree'
import { badForm } from './dcat-forms'
import { dcatName, isOfDcat } from './dcat-names'
import { idOf, linked, said } from './linked'
import { documentFault, entries } from './reading'

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
  const isEuropean = !followsAmerican(root)
  const wholeOf = wholesOf(nodes)
  return nodes.flatMap(node => {
    const shape = shapeOf(node)
    if (!shape || onlyRefers(node)) return []
    const whole = wholeOf(node)
    return [
      ...(shape.required ?? [])
        .filter(name => isEuropean && !whole.has(dcatName(name)))
        .map(name => fault(node, { kind: 'required', member: name })),
      ...node.children.flatMap(value => [...repetition(value, shape, whole), ...badForms(value)]),
    ]
  })
}

/**
 * Whether a document says that it follows the profile of the United States, as the catalogues of ArcGIS Hub do:
 * https://resources.data.gov/resources/dcat-us/. It requires other members.
 */
function followsAmerican(root: Node | undefined): boolean {
  return (root?.children ?? []).some(
    ({ key, value }) =>
      /^(?:@context|conformsTo|dct:conformsTo)$/.test(key?.name ?? '') &&
      typeof value === 'string' &&
      /project-open-data\.cio\.gov|\/dcat-us\//.test(value),
  )
}

/** The first value of each member that tells something. */
type Whole = ReadonlyMap<string, Node>

/** What several places say of the object of one address is said of it as a whole. */
function wholesOf(nodes: readonly Node[]): (node: Node) => Whole {
  const wholes = new Map<string | Node, Map<string, Node>>()
  for (const node of nodes) {
    const whole = wholes.get(keyOf(node)) ?? new Map<string, Node>()
    wholes.set(keyOf(node), whole)
    for (const value of node.children) {
      const name = dcatName(value.key!.name)
      if (!whole.has(name) && tells(value)) whole.set(name, value)
    }
  }
  return node => wholes.get(keyOf(node))!
}

/** The address of an object; of one without, the object itself. */
function keyOf(node: Node): string | Node {
  return idOf(node) ?? node
}

function shapeOf(node: Node): Shape | undefined {
  const name = Object.keys(SHAPES).find(one => isOfDcat(node, one))
  return name === undefined ? undefined : SHAPES[name]
}

/** An object that says its class at most only refers to what is described elsewhere. */
function onlyRefers(node: Node): boolean {
  return node.children.every(({ key }) => /^@?(?:id|type)$/.test(key!.name))
}

function tells(value: Node): boolean {
  return entries(value).some(isTelling)
}

function isTelling(value: Node): boolean {
  return said(value) !== undefined || value.children.some(({ key }) => key && !key.name.startsWith('@'))
}

function repetition(value: Node, { single = [] }: Shape, whole: Whole): readonly DocumentFault[] {
  const name = dcatName(value.key!.name)
  if (!single.includes(name)) return []
  if (differ(value)) return [fault(value, { kind: 'many', of: 'items', bound: 1 })]
  const first = whole.get(name)
  return first && tells(value) && differ(first, value) ? [fault(value, { kind: 'elsewhere' })] : []
}

/** Whether values say more than one thing; objects without an address are the same when they say the same. */
function differ(...values: readonly Node[]): boolean {
  return new Set(values.flatMap(entries).map(one => said(one)?.text ?? canonical(one.value))).size > 1
}

function badForms(value: Node): readonly DocumentFault[] {
  return entries(value).flatMap(one => {
    const breach = badForm(dcatName(value.key!.name), one)
    return breach ? [fault(one, breach)] : []
  })
}

function fault(node: Node, breach: DocumentFault['breach']): DocumentFault {
  return documentFault(node, breach, said(node)?.text)
}
