import type { DescribedFile } from '../engine/model/described-file'
import { type DescribedResource, statements } from '../engine/model/description'
import { hasDescriptions } from '../engine/metadata/descriptions'
import { knownTree } from '../engine/open'
import { bundledSchema } from '../engine/schema/catalogue'
import { openTree } from '../engine/tree-dataset'
import type { Files } from '../files/files'
import { factsAt } from './file-facts'
import { insidePath, leavesByLink } from '../files/inside'
import { folderOf, nameOf } from '../files/path'
import type { Around } from './resources'

/** Files of one document that are looked at. */
const MOST = 200
/** Files of one document of which the versions kept are asked. */
const MOST_DATED = 20

/** What a document is told of the files that it describes, by the path as it writes it; undefined for other documents. */
export async function describedFiles(
  file: string,
  document: Uint8Array,
  around: Around,
): Promise<ReadonlyMap<string, DescribedFile> | undefined> {
  const kind = knownTree(nameOf(file), document)
  if (!kind || !hasDescriptions(kind)) return undefined
  const { descriptions } = openTree(document, kind).tree!
  const resources = descriptions.flatMap(description => description.resources)
  if (kind !== 'data-package' && kind !== 'data-resource' && kind !== 'csvw')
    return copiesOf(resources, folderOf(file), around)
  const isDated = descriptions.some(description => statements(description, 'modified').length > 0)
  const asked = { ...around, files: askedOfDates(around.files, isDated ? MOST_DATED : 0) }
  const found = new Map<string, DescribedFile>()
  for (const resource of resources)
    for (const { text } of resource.paths)
      if (!isAddress(text) && !found.has(text) && found.size < MOST)
        found.set(text, await factsOf(text, resource, folderOf(file), asked))
  // Of a schema, a dialect or a former version only whether it is there.
  for (const { text } of resources.flatMap(({ told }) => told.others))
    if (!isAddress(text) && !bundledSchema(text) && !found.has(text) && found.size < MOST) {
      const { is } = await factsOf(text, undefined, folderOf(file), around)
      found.set(text, { is })
    }
  return found
}

/** The same files, of which the day of the last change is asked so many times at most: each time may take long. */
function askedOfDates(files: Files, most: number): Files {
  let left = most
  return { ...files, changed: async path => (left-- > 0 ? files.changed?.(path) : undefined) }
}

/** What is told of files whose addresses a catalogue knows: by what lies beside the document, of the same name. */
async function copiesOf(
  resources: readonly DescribedResource[],
  folder: string,
  around: Around,
): Promise<ReadonlyMap<string, DescribedFile>> {
  const undated = { ...around, files: askedOfDates(around.files, 0) }
  const found = new Map<string, DescribedFile>()
  for (const resource of resources.slice(0, MOST)) {
    let copy: DescribedFile | undefined
    for (const one of resource.paths) {
      if (found.has(one.text)) continue
      const path = copyOf(folder, one.text)
      const isOutside = path === undefined ? isPath(one.text) : await leavesByLink(around.files, folder, path)
      if (isOutside && !isAddress(one.text)) found.set(one.text, { is: 'outside' })
      if (copy || isOutside || path === undefined) continue
      const facts = await factsAt(path, { ...resource, paths: [one] }, undated)
      if (facts.is === 'there') found.set(one.text, (copy = facts))
    }
  }
  return found
}

/** The file in a folder that what stands for a path means: its own, or the one of the same name as an address. */
export function copyOf(folder: string, written: string): string | undefined {
  if (!isAddress(written)) return isPath(written) ? insidePath(folder, written) : undefined
  const [, name] = /^[^?#]*\/([^/?#]+\.[a-z]+)(?:[?#]|$)/i.exec(written) ?? []
  return name === undefined ? undefined : insidePath(folder, decoded(name))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Whether what stands for one is a path rather than a name of another kind: an address, or a node of JSON-LD without one. */
function isPath(written: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]+|_):/i.test(written)
}

/** Whether what stands for a path is an address on the network. */
export function isAddress(path: string): boolean {
  return /^(?:https?|ftp):\/\//i.test(path)
}

async function factsOf(
  written: string,
  resource: DescribedResource | undefined,
  folder: string,
  around: Around,
): Promise<DescribedFile> {
  const path = insidePath(folder, written)
  if (path === undefined || (await leavesByLink(around.files, folder, path))) return { is: 'outside' }
  if (!resource) return { is: (await around.files.read(path)) ? 'there' : 'missing' }
  return factsAt(path, resource, around)
}
