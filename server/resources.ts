import { packagesAbove, filesOf } from './data-package'
import { type AppliedSchema, type Dataset, openDataset } from './engine/dataset'
import type { Resource, ResourceTrouble } from './engine/model/reference'
import { resourceOf } from './engine/referred'
import { isObject } from './engine/schema/json-value'
import type { Files } from './files'
import { leavesByLink } from './inside'
import { folderOf, nameOf, within } from './path'

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
  const names = new Set(applied.schema.foreignKeys?.map(({ resource }) => resource).filter(name => name !== ''))
  if (names.size === 0 || file === '') return applied
  const found = await Promise.all([...names].map(name => locate(name, file, around)))
  return {
    ...applied,
    resources: new Map(found.flatMap(({ resource }) => (resource ? [[resource.name, resource]] : []))),
    refersTo: found.flatMap(({ paths }) => paths),
  }
}

interface Located {
  readonly resource: Resource | undefined
  readonly paths: readonly string[]
}

/** The table of a name: as a package above the file describes it, else as a file of that name beside it. */
async function locate(name: string, file: string, around: Around): Promise<Located> {
  for await (const found of packagesAbove(file, around.files)) {
    const described = found.resources.find(resource => resource['name'] === name)
    if (!described) continue
    if (Array.isArray(described['data'])) {
      const bytes = inlineTable(described['data'])
      return { resource: resourceOf(name, undefined, () => opened(bytes)), paths: [] }
    }
    const [path, ...others] = filesOf(found, described)
    if (path !== undefined && others.length === 0 && !(await leavesByLink(around.files, found.folder, path)))
      return at(path, name, file, around)
  }
  const beside = /\.[a-z]+$/i.test(name) ? [name] : [`${name}.csv`, `${name}.tsv`]
  for (const path of beside.map(one => `${folderOf(file)}/${one}`)) {
    const located = await at(path, name, file, around)
    if (located.resource?.keys([], []) !== 'missing') return located
  }
  return { resource: undefined, paths: [] }
}

async function at(path: string, name: string, file: string, { files, shown }: Around): Promise<Located> {
  const text = shown?.(path)
  const isLarge = !text && ((await files.size?.(path)) ?? 0) > LARGEST
  const bytes = text ?? (isLarge ? undefined : await files.read(path))
  const open = (): Dataset | ResourceTrouble => (bytes ? opened(bytes) : isLarge ? 'too-large' : 'missing')
  const told = within(folderOf(file), path)
  return { resource: resourceOf(name, told === path ? nameOf(path) : told, open), paths: [path] }
}

function opened(bytes: Uint8Array): Dataset | ResourceTrouble {
  if (bytes.length > LARGEST) return 'too-large'
  return openDataset(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), { schema: 'none' })
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
