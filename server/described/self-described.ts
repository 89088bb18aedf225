import { inSlices } from '../slices'
import { packageText } from '../engine/package-text'
import { describeInSteps } from '../engine/describe'
import type { Language } from '../engine/model/language'
import type { Files } from '../files/files'
import type { OpenFile } from '../editor/open-file'
import { nameOf } from '../files/path'

/** What a description is made with. */
interface Asked {
  /** The path of the file, by which `files` reads it. */
  readonly path: string
  /** The text of the document that stands beside it. */
  readonly existing: string | undefined
  readonly language: Language
  readonly files: Files
}

/**
 * The text of the `datapackage.json` that describes a file, completed where there is one; undefined when the file is no
 * table, or the document cannot be added to. Edits begin it again.
 */
export async function describedText(
  file: OpenFile,
  { path, existing, language, files }: Asked,
): Promise<string | undefined> {
  for (;;) {
    const reading = await file.reading()
    const { dataset } = reading?.source ?? {}
    if (!reading || !dataset?.readable || dataset.tree || reading.disk?.readable === false) return undefined
    const bytes = await files.read(path)
    const known = {
      path: nameOf(path),
      bytes: bytes?.length ?? dataset.source.length,
      sha256: bytes && (await files.hash?.('sha256', bytes)),
    }
    const described = await inSlices(describeInSteps(dataset, known), () => file.generation !== reading.generation)
    if (!described) continue
    const before = existing === undefined ? undefined : new TextEncoder().encode(existing)
    return packageText(before, described.outcome, language)
  }
}
