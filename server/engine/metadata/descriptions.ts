import type { TreeKind } from '../model/described-tree'
import type { Description } from '../model/description'
import type { Node, Tree } from '../model/tree'
import { readCsvw } from './csvw'
import { readDataGouv } from './data-gouv'
import { readDcat } from './dcat'
import { readDataPackage, readDataResource } from './data-package'
import { readSchemaOrg } from './schema-org'

/** The reader of each format: what a document says of its datasets. Another format is one more line. */
const readers: Readonly<Partial<Record<TreeKind, (root: Node | undefined) => readonly Description[]>>> = {
  'data-package': readDataPackage,
  'data-resource': readDataResource,
  csvw: readCsvw,
  dcat: readDcat,
  'data-gouv': readDataGouv,
  'schema-org': readSchemaOrg,
}

/** What a document says of datasets, one description for each; none for a document that describes no dataset. */
export function readDescriptions({ root }: Tree, kind: TreeKind): readonly Description[] {
  return readers[kind]?.(root) ?? []
}

/** Whether documents of a kind describe datasets, rather than only how a table is built. */
export function hasDescriptions(kind: TreeKind): boolean {
  return readers[kind] !== undefined
}
