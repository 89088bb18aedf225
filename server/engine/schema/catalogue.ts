import budget from '../../../schemas/scdl/budget.json'
import datasets from '../../../schemas/scdl/catalogue.json'
import deliberations from '../../../schemas/scdl/deliberations.json'
import equipements from '../../../schemas/scdl/equipements.json'
import menus from '../../../schemas/scdl/menus-collectifs.json'
import plats from '../../../schemas/scdl/plats-menus-collectifs.json'
import prenoms from '../../../schemas/scdl/prenoms.json'
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
  bundled('scdl/budget', budget),
  bundled('scdl/catalogue', datasets),
  bundled('scdl/deliberations', deliberations),
  bundled('scdl/equipements', equipements),
  bundled('scdl/menus-collectifs', menus),
  bundled('scdl/plats-menus-collectifs', plats),
  bundled('scdl/prenoms', prenoms),
  bundled('scdl/subventions', subventions),
]

/** The bundled schema of an id such as `scdl/subventions`. */
export function bundledSchema(id: string): Schema | undefined {
  return catalogue.find(entry => entry.id === id)?.schema
}

interface Descriptor {
  readonly version: string
  readonly title: string
  readonly 'title@en': string
}

function bundled(id: string, descriptor: Descriptor): BundledSchema {
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
