import { inSlices } from '../slices'
import { inferInSteps, schemaText } from '../engine/infer'
import type { OpenFile } from './open-file'

/** The schema that a file's text allows, as the text of a schema file; undefined when it is no table. Edits begin it again. */
export async function inferredText(file: OpenFile): Promise<string | undefined> {
  for (;;) {
    const reading = await file.reading()
    const { dataset } = reading?.source ?? {}
    if (!reading || !dataset?.readable || reading.disk?.readable === false) return undefined
    const inferred = await inSlices(inferInSteps(dataset), () => file.generation !== reading.generation)
    if (inferred) return schemaText(inferred.outcome)
  }
}
