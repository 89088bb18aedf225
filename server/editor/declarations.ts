import type { Location } from 'vscode-languageserver'
import { rangeOf } from './convert'
import type { AppliedSchema } from '../engine/dataset'
import { Lines } from '../engine/model/lines'
import { flatSource } from '../engine/model/source'
import { namesOf } from '../engine/schema-names'
import { mentionsOf } from '../engine/schema-places'
import { schemaText } from '../engine/schema-text'
import { schemaReading } from './followers'
import type { Session } from './one-client'

/** A field by its name, and the schema that declares it; without one it is only a label of its file. */
export interface Named {
  readonly name: string
  readonly schema: AppliedSchema['at']
  /** The id of a schema of the catalogue, which nobody can edit. */
  readonly bundled?: string
}

/** The places of the schema that name a field, the first of which declares it. */
export async function declarations(session: Session, named: Named): Promise<readonly Location[]> {
  return (await placesIn(session, named))(named.name)
}

const fieldsOf = new WeakMap<AppliedSchema, Promise<ReadonlyMap<string, Location>>>()

/** Where each field of a schema is declared, by its name. */
export function fieldPlaces(session: Session, applied: AppliedSchema): Promise<ReadonlyMap<string, Location>> {
  const known = fieldsOf.get(applied)
  if (known) return known
  const { at, schema } = applied
  const found = placesIn(session, at ? { schema: at } : { schema: undefined, bundled: schema.id }).then(placesOf => {
    const places = schema.fields.map(({ name }) => [name, placesOf(name)[0]] as const)
    return new Map(places.flatMap(([name, place]) => (place ? [[name, place] as const] : [])))
  })
  fieldsOf.set(applied, found)
  return found
}

/** Finds the places of a schema that name a field. */
async function placesIn(
  session: Session,
  { schema, bundled }: Omit<Named, 'name'>,
): Promise<(name: string) => readonly Location[]> {
  if (bundled !== undefined) return placesInBundled(bundled)
  const read = schema && (await schemaReading(session, schema))
  const tree = read?.source.dataset.tree
  if (!schema || !read || !tree) return () => []
  const uri = session.platform.uriOf(schema.file)
  return name => namesOf(tree, schema.pointer, name).map(({ span }) => ({ uri, range: rangeOf(read.source, span) }))
}

/** A schema of the catalogue is shown as a document that cannot be edited; of a field its declaration is enough. */
function placesInBundled(id: string): (name: string) => readonly Location[] {
  const found = schemaText(id)
  if (!found) return () => []
  const lines = new Lines(flatSource(found.bytes))
  return name => {
    const [node] = mentionsOf(found.tree, { at: '', schemas: [] }, name)
    if (!node) return []
    const range = { start: lines.position(node.span.start), end: lines.position(node.span.end) }
    return [{ uri: `vigie-schema:/${id}.json`, range }]
  }
}
