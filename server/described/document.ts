import { consulted } from '../files/consulted'
import { filesOf, packagesAbove } from './data-package'
import type { Dataset } from '../engine/dataset'
import { openTree } from '../engine/tree-dataset'
import { folderOf, within } from '../files/path'
import { sameBytes } from '../files/same-bytes'
import type { Around } from './resources'

/** A document that describes a file. */
export interface Describing {
  readonly dataset: Dataset
  /** Its path, seen from the file. */
  readonly document: string
}

/** The nearest package above a file that names it; undefined when none does. */
export async function describedBy(file: string, { files, shown }: Around): Promise<Describing | undefined> {
  const documents = consulted(files, shown).files
  for await (const found of packagesAbove(file, documents)) {
    if (!found.resources.some(resource => filesOf(found, resource).includes(file))) continue
    const path = `${found.folder}/datapackage.json`
    const bytes = await documents.read(path)
    return bytes && { dataset: opened(bytes), document: within(folderOf(file), path) }
  }
  return undefined
}

/** The package that was opened last: it describes the next file of a folder as well. */
let last: { readonly bytes: Uint8Array; readonly dataset: Dataset } | undefined

function opened(bytes: Uint8Array): Dataset {
  if (!last || !sameBytes(last.bytes, bytes)) last = { bytes, dataset: openTree(bytes, 'data-package') }
  return last.dataset
}
