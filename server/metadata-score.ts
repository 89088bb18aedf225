import { consulted } from './consulted'
import { filesOf, packagesAbove } from './data-package'
import { type QualityScore, scoresIn } from './engine/quality-score'
import { openTree } from './engine/tree-dataset'
import { folderOf, within } from './path'
import type { Around } from './resources'
import { today } from './today'

/** The score on data.gouv.fr of the document that describes a file, and its path seen from there; undefined when none does. */
export async function metadataScore(
  file: string,
  { files, shown }: Around,
): Promise<{ readonly score: QualityScore; readonly document: string } | undefined> {
  const documents = consulted(files, shown).files
  for await (const found of packagesAbove(file, documents)) {
    if (!found.resources.some(resource => filesOf(found, resource).includes(file))) continue
    const path = `${found.folder}/datapackage.json`
    const bytes = await documents.read(path)
    const [score] = bytes ? scoresIn(openTree(bytes, 'data-package'), today()) : []
    return score && { score, document: within(folderOf(file), path) }
  }
  return undefined
}
