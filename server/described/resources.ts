import { describedDialect } from './dialect'
import { packagesAbove, filesOf } from './data-package'
import { type AppliedSchema, type Dataset, openDataset } from '../engine/dataset'
import type { Dialect } from '../engine/model/dialect'
import { joined } from '../engine/model/joined'
import type { OtherParts, Resource, ResourceTrouble } from '../engine/model/reference'
import { isSame } from '../engine/model/same'
import type { Schema } from '../engine/model/schema'
import { flatSource } from '../engine/model/source'
import { isJson, knownJson } from '../engine/open'
import { resourceOf } from '../engine/referred'
import { isObject } from '../engine/schema/json-value'
import type { Files } from '../files/files'
import { insidePath, leavesByLink } from '../files/inside'
import { folderOf, nameOf, within } from '../files/path'

/** Bytes of a file that is read for its keys. */
const LARGEST = 64 * 1_048_576

/** Where the tables lie that foreign keys name. */
export interface Around {
  readonly files: Files
  /** The text of a file that is open in an editor, which goes before what the disk holds. */
  readonly shown?: ((path: string) => Uint8Array | undefined) | undefined
}

/** A schema with the tables that its foreign keys name, as they are now, and the paths of these; as it is for no file. */
export async function withResources(
  applied: AppliedSchema,
  file: string,
  around: Around,
): Promise<AppliedSchema & { readonly refersTo?: readonly string[] }> {
  if (file === '') return applied
  const names = new Set(applied.schema.foreignKeys?.map(({ resource }) => resource).filter(name => name !== ''))
  const folder = applied.resourcesIn ?? folderOf(file)
  const found = await Promise.all([...names].map(name => locate(name, { file, folder }, around)))
  const others = await otherParts(file, applied.schema, around)
  if (names.size === 0 && !others) return applied
  return {
    ...applied,
    ...(names.size > 0 && {
      resources: new Map(found.flatMap(({ resource }) => (resource ? [[resource.name, resource]] : []))),
    }),
    ...(others && { parts: others.parts }),
    refersTo: [...found.flatMap(({ paths }) => paths), ...(others?.paths ?? [])],
  }
}

/** The other files of the table that a package above a file says to be in several, where a key asks for them. */
async function otherParts(file: string, schema: Schema, around: Around) {
  const { primaryKey, uniqueKeys = [], foreignKeys = [], fields } = schema
  const isKeyed = primaryKey.length + uniqueKeys.length > 0 || fields.some(({ constraints }) => constraints.unique)
  const refersToItself = foreignKeys.some(({ resource }) => resource === '')
  if (!isKeyed && !refersToItself) return undefined
  for await (const found of packagesAbove(file, around.files)) {
    const paths = found.resources.map(resource => filesOf(found, resource)).find(several => several.includes(file))
    if (!paths) continue
    const others = paths.filter(path => path !== file)
    const leaves = await Promise.all(others.map(path => leavesByLink(around.files, found.folder, path)))
    if (others.length === 0 || leaves.includes(true)) return undefined
    const tableOf = async (some: readonly string[]) =>
      some.length > 0 ? (await at(some, '', file, around)).resource : undefined
    const parts: OtherParts = {
      before: isKeyed ? await tableOf(paths.slice(0, paths.indexOf(file))) : undefined,
      all: refersToItself ? await tableOf(others) : undefined,
    }
    return { parts, paths: others }
  }
  return undefined
}

interface Located {
  readonly resource: Resource | undefined
  readonly paths: readonly string[]
}

/** The table of a name: as a package above the file describes it, else as a file of that name in the folder. */
async function locate(
  name: string,
  { file, folder }: { readonly file: string; readonly folder: string },
  around: Around,
): Promise<Located> {
  for await (const found of packagesAbove(file, around.files)) {
    const index = found.resources.findIndex(resource => resource['name'] === name)
    const described = found.resources[index]
    if (!described) continue
    if (Array.isArray(described['data'])) {
      const open = () => opened(inlineTable(found.dataOf(index) as readonly unknown[]))
      return { resource: resourceOf(name, undefined, open), paths: [] }
    }
    const paths = filesOf(found, described)
    const leaves = await Promise.all(paths.map(path => leavesByLink(around.files, found.folder, path)))
    if (paths.length > 0 && !leaves.includes(true)) return at(paths, name, file, around)
  }
  const beside = /\.[a-z]+$/i.test(name) ? [name] : [`${name}.csv`, `${name}.tsv`]
  for (const path of beside.flatMap(one => insidePath(folder, one) ?? [])) {
    if (await leavesByLink(around.files, folder, path)) continue
    const located = await at([path], name, file, around)
    if (located.resource?.keys([], []) !== 'missing') return located
  }
  return { resource: undefined, paths: [] }
}

/** The table that one file holds, or several that follow each other. */
async function at(paths: readonly string[], name: string, file: string, around: Around): Promise<Located> {
  const sizes = await Promise.all(paths.map(path => around.files.size?.(path)))
  const isTooLarge = paths.length > 1 && sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) > LARGEST
  const parts = isTooLarge ? (['too-large'] as const) : await Promise.all(paths.map(path => partAt(path, around)))
  const dialect = paths[0] === undefined ? {} : await describedDialect(paths[0], around.files)
  const trouble = parts.find(part => typeof part === 'string')
  const open = (): Dataset | ResourceTrouble =>
    trouble ?? opened(oneAfterAnother(parts.filter(part => typeof part === 'object')), paths[0], dialect)
  const told = paths.map(path => {
    const inside = within(folderOf(file), path)
    return inside === path ? nameOf(path) : inside
  })
  return { resource: resourceOf(name, told.join(' + '), open, paths.length === 1 ? paths[0] : undefined), paths }
}

async function partAt(path: string, { files, shown }: Around): Promise<Uint8Array | ResourceTrouble> {
  const text = shown?.(path)
  if (text) return text
  if (((await files.size?.(path)) ?? 0) > LARGEST) return 'too-large'
  return (await files.read(path)) ?? 'missing'
}

/**
 * The files of a resource as one text: https://specs.frictionlessdata.io/data-resource/#data-in-multiple-files.
 * A part that begins with the header of the first has its own left out, for not every tool writes it but once.
 */
function oneAfterAnother(parts: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = parts
  if (!first || others.length === 0) return first ?? new Uint8Array()
  const header = lineAt(first)
  return joined([
    first,
    ...others.flatMap(part => [LINE_END, isSame(lineAt(part), header) ? part.subarray(header.length) : part]),
  ])
}

const LINE_END = new Uint8Array([10])

function lineAt(bytes: Uint8Array): Uint8Array {
  const end = bytes.findIndex(byte => byte === 10 || byte === 13)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

/** `path`: of the file that is read, whose name tells JSON. */
function opened(bytes: Uint8Array, path = '', dialect: Partial<Dialect> = {}): Dataset | ResourceTrouble {
  if (bytes.length > LARGEST) return 'too-large'
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const found = isJson(path) ? knownJson(nameOf(path), flatSource(plain)) : undefined
  return openDataset(plain, { schema: 'none', dialect, ...(found && { json: found.json }) })
}

/** Rows that a package holds itself, as lists under a list of labels or as objects. */
function inlineTable(data: readonly unknown[]): Uint8Array {
  const labels = [...new Set(data.flatMap(row => (isObject(row) ? Object.keys(row) : [])))]
  const rows = data.map(row => (isObject(row) ? labels.map(label => row[label]) : Array.isArray(row) ? row : [row]))
  const lines = [...(labels.length > 0 ? [labels] : []), ...rows].map(row => row.map(cellOf).join(','))
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
