import type { Field } from '../../../server/engine/model/field'
import { readSchema } from '../../../server/engine/schema/table-schema'

/** The only field of a schema that declares it, of type string unless said. */
export function fieldOf(descriptor: Readonly<Record<string, unknown>>): Field {
  return readSchema({ fields: [{ name: 'x', type: 'string', ...descriptor }] }, 'test').schema!.fields[0]!
}
