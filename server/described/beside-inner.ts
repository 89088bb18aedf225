import { isObject } from '../engine/schema/json-value'
import type { InnerBeside } from '../engine/inner-tables'
import type { TreeKind } from '../engine/model/described-tree'
import type { Resource } from '../engine/model/reference'
import type { Schema } from '../engine/model/schema'
import type { SchemaFault } from '../engine/model/schema-fault'
import { readTree } from '../engine/json/read'
import { readSchema } from '../engine/schema/table-schema'
import { type DataPackage, resourcesIn } from './data-package'
import { folderOf } from '../files/path'
import { withResources } from './resources'
import { isApplied, isUnusable, type SchemaFound, schemaFault, schemaInPackage, type SchemaSearch } from '../workspace'

/** The same, with the paths of the tables. */
interface BesideFound extends InnerBeside {
  readonly paths: readonly string[]
}

/** What concerns the tables inside a document and lies beside it: schemas that it names, tables to which its own refer. */
export async function besideInner(
  file: string,
  { bytes, kind }: { readonly bytes: Uint8Array; readonly kind: TreeKind | undefined },
  search: SchemaSearch,
): Promise<BesideFound | undefined> {
  const resources = resourcesOf(bytes, kind).filter(({ data, schema }) => data !== undefined && schema !== undefined)
  if (resources.length === 0) return undefined
  const schemas = new Map<string, Schema | SchemaFault>()
  const tables = new Map<string, Resource>()
  const paths: string[] = []
  for (const { schema: written } of resources) {
    const found = await schemaFound(written, folderOf(file), search)
    const fault = schemaFault(found)
    if (typeof written === 'string' && isApplied(found)) schemas.set(written, found.schema)
    // A file that is not there is told as such.
    else if (typeof written === 'string' && isUnusable(found) && fault && found.because !== 'missing')
      schemas.set(written, fault)
    if (!isApplied(found)) continue
    const { resources: named, refersTo = [] } = await withResources(found, file, search)
    for (const [name, table] of named ?? []) tables.set(name, table)
    paths.push(...refersTo)
  }
  return { schemas, resources: tables, paths }
}

/** The schema of a resource, which stands in it or is named there. */
async function schemaFound(written: unknown, folder: string, search: SchemaSearch): Promise<SchemaFound> {
  if (typeof written === 'string') return schemaInPackage(written, folder, search)
  const { schema } = readSchema(written, '')
  return schema && { schema, source: 'datapackage' }
}

/** The resources of a package, or one that stands alone; their lists of data seem to be empty. */
function resourcesOf(bytes: Uint8Array, kind: TreeKind | undefined): DataPackage['resources'] {
  if (kind === 'data-package') return resourcesIn(readTree(bytes, 'data of resources'))
  const alone = kind === 'data-resource' ? readTree(bytes, 'data').root?.value : undefined
  return isObject(alone) ? [alone] : []
}
