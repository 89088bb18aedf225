import { isObject, jsonValue } from './engine/schema/json-value'
import type { Files } from './files'
import { foldersAbove, resolved } from './path'

/** A `datapackage.json` and what it says of its resources, as it is written. */
export interface DataPackage {
  readonly folder: string
  readonly resources: readonly Readonly<Record<string, unknown>>[]
}

/** The packages of the folders in which a file lies, the nearest first. */
export async function* packagesAbove(file: string, files: Files): AsyncGenerator<DataPackage> {
  for (const folder of foldersAbove(file)) {
    const bytes = await files.read(`${folder}/datapackage.json`)
    if (!bytes) continue
    const value = jsonValue(new TextDecoder().decode(bytes))
    const resources = isObject(value) && Array.isArray(value['resources']) ? value['resources'] : []
    yield { folder, resources: resources.map(resource => (isObject(resource) ? resource : {})) }
  }
}

/** The paths of the files of a resource, seen from the root. */
export function filesOf({ folder }: DataPackage, { path }: Readonly<Record<string, unknown>>): readonly string[] {
  return [path].flat().flatMap(part => (typeof part === 'string' ? [resolved(folder, part)] : []))
}
