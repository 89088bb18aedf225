import { inSlices } from './check'
import { inferInSteps, schemaText } from './engine/infer'
import type { InferredSchema } from './engine/schema/infer/inferred-schema'
import type { OpenFile } from './open-file'

/** The schema that a file's text allows, as the text of a schema file; undefined when it is no table. Edits begin it again. */
export async function inferredText(file: OpenFile): Promise<string | undefined> {
  for (;;) {
    const reading = await file.reading()
    const { dataset } = reading?.source ?? {}
    if (!reading || !dataset?.readable || reading.disk?.readable === false) return undefined
    let schema: InferredSchema | undefined
    const steps = (function* () {
      schema = yield* inferInSteps(dataset)
    })()
    const isStale = () => file.generation !== reading.generation
    if ((await inSlices(steps, isStale)) && schema) return schemaText(schema)
  }
}
