import { readDialect } from './dialect-file'
import type { TreeKind } from '../engine/model/described-tree'
import type { Dialect } from '../engine/model/dialect'
import type { Tree } from '../engine/model/tree'
import { readTree } from '../engine/json/read'
import { isObject, jsonValue } from '../engine/schema/json-value'
import type { Files } from '../files/files'
import { insidePath, leavesByLink } from '../files/inside'
import { folderOf, foldersAbove, within } from '../files/path'
import { sameBytes } from '../files/same-bytes'

/** A `datapackage.json` and what it says of its resources, as it is written. */
export interface DataPackage {
  readonly folder: string
  /** Lists of data that stand in them seem to be empty. */
  readonly resources: readonly Readonly<Record<string, unknown>>[]
  /** The data that stand in the resource of a number. */
  readonly dataOf: (index: number) => unknown
}

/** The packages of the folders in which a file lies, the nearest first. */
export async function* packagesAbove(file: string, files: Files): AsyncGenerator<DataPackage> {
  for (const folder of foldersAbove(file)) {
    const bytes = await files.read(`${folder}/datapackage.json`)
    if (!bytes) continue
    yield packageOf(folder, bytes)
  }
}

/** Packages that are remembered, and the most bytes that one of them has. */
const REMEMBERED = 8
const LONGEST = 1 << 22

/** The last ones that were read, by folder: each file in it asks for the same one several times. */
const known = new Map<string, { readonly bytes: Uint8Array; readonly found: DataPackage }>()

function packageOf(folder: string, bytes: Uint8Array): DataPackage {
  const before = known.get(folder)
  if (before && sameBytes(before.bytes, bytes)) return before.found
  // A document under edit is read as it is meant.
  const resources = resourcesIn(readTree(bytes, 'data of resources'))
  const found: DataPackage = { folder, resources, dataOf: index => resourcesIn(readTree(bytes))[index]?.['data'] }
  if (known.size >= REMEMBERED) known.clear()
  if (bytes.length <= LONGEST) known.set(folder, { bytes, found })
  return found
}

/** The resources of a package, as they are written; one that is no object is taken for one without members. */
export function resourcesIn({ root }: Tree): DataPackage['resources'] {
  const value = root?.value
  const resources: readonly unknown[] = isObject(value) && Array.isArray(value['resources']) ? value['resources'] : []
  return resources.map(resource => (isObject(resource) ? resource : {}))
}

/** The paths of the files of a resource, seen from the root; without those that leave the folder of the package. */
export function filesOf({ folder }: DataPackage, resource: DataPackage['resources'][number]): readonly string[] {
  const before = pathsOf.get(resource)
  if (before?.folder === folder) return before.paths
  const paths = [resource['path']]
    .flat()
    .flatMap(part => (typeof part === 'string' ? (insidePath(folder, part) ?? []) : []))
  pathsOf.set(resource, { folder, paths })
  return paths
}

/** Each file of a package looks for itself among the paths of all of them. */
const pathsOf = new WeakMap<object, { readonly folder: string; readonly paths: readonly string[] }>()

/** The nearest package above a file when it describes files and not this one; undefined when there is none or it does. */
export async function forgottenBy(file: string, { files }: { readonly files: Files }): Promise<string | undefined> {
  for await (const found of packagesAbove(file, files)) {
    const described = found.resources.flatMap(resource => filesOf(found, resource))
    const isNamed = described.length === 0 || described.includes(file)
    return isNamed ? undefined : within(folderOf(file), `${found.folder}/datapackage.json`)
  }
  return undefined
}

/** The file that a package above another declares to be its version before, by `formerFile` in the namespace `vigie` of the resource. */
export async function declaredFormer(file: string, files: Files): Promise<string | undefined> {
  for await (const found of packagesAbove(file, files)) {
    const resource = found.resources.find(one => filesOf(found, one).includes(file))
    if (!resource) continue
    const { vigie } = resource
    const written = isObject(vigie) ? vigie['formerFile'] : undefined
    const path = typeof written === 'string' ? insidePath(found.folder, written) : undefined
    return path === undefined || (await leavesByLink(files, found.folder, path)) ? undefined : path
  }
  return undefined
}

/** What a JSON file is to the packages above it, which name it as a schema or as a dialect. */
export async function namedKind(file: string, files: Files): Promise<TreeKind | undefined> {
  for await (const { folder, resources } of packagesAbove(file, files)) {
    const names = (member: string) =>
      resources.some(({ [member]: path }) => typeof path === 'string' && insidePath(folder, path) === file)
    if (names('schema')) return 'table-schema'
    if (names('dialect')) return 'table-dialect'
  }
  return undefined
}

/** How a package above a file says that it is written: by the `dialect` and the `encoding` of its resource. */
export async function packagedDialect(file: string, { files }: { readonly files: Files }): Promise<Partial<Dialect>> {
  for await (const found of packagesAbove(file, files)) {
    const resource = found.resources.find(one => filesOf(found, one).includes(file))
    if (!resource) continue
    const { dialect, encoding } = resource
    return { ...(await dialectIn(dialect, found.folder, files)), ...(typeof encoding === 'string' && { encoding }) }
  }
  return {}
}

/** A dialect that stands in a resource, or in a file that it names. */
async function dialectIn(written: unknown, folder: string, files: Files): Promise<Partial<Dialect> | undefined> {
  if (isObject(written)) return readDialect(written)
  const path = typeof written === 'string' ? insidePath(folder, written) : undefined
  if (path === undefined || (await leavesByLink(files, folder, path))) return undefined
  const bytes = await files.read(path)
  return bytes && readDialect(jsonValue(new TextDecoder().decode(bytes)))
}
