import deliberations from '../../../schemas/scdl/deliberations.json'
import equipements from '../../../schemas/scdl/equipements.json'
import subventions from '../../../schemas/scdl/subventions.json'
import type { Localised } from '../model/field'
import type { Schema } from '../model/schema'
import { readSchema } from './table-schema'

/** A schema that comes with the tool. */
export interface BundledSchema {
  readonly id: string
  /** Its vintage: the version of the national schema that it follows. */
  readonly version: string
  readonly title: Localised
  /** Read when it is first asked for. */
  readonly schema: Schema
}

/** The schemas that come with the tool. */
export const catalogue: readonly BundledSchema[] = [
  bundled('scdl/deliberations', deliberations),
  bundled('scdl/equipements', equipements),
  bundled('scdl/subventions', subventions),
]

/** The bundled schema of an id such as `scdl/subventions`. */
export function bundledSchema(id: string): Schema | undefined {
  return catalogue.find(entry => entry.id === id)?.schema
}

function bundled(
  id: string,
  descriptor: typeof deliberations | typeof equipements | typeof subventions,
): BundledSchema {
  let schema: Schema | undefined
  return {
    id,
    version: descriptor.version,
    title: { fr: descriptor.title, en: descriptor['title@en'] },
    get schema() {
      return (schema ??= readSchema(descriptor, id).schema!)
    },
  }
}
