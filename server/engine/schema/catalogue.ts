import entries from 'bundled-schemas'
import type { Localised } from '../model/field'
import { labelWords } from '../model/identifier'
import { foldLabel } from '../model/label'
import type { Schema } from '../model/schema'
import { readSchemaText } from './table-schema'

/** A schema that comes with the tool. */
interface BundledSchema {
  /** As on schema.data.gouv.fr, or else the repository's owner and name; `vigie/` for our own, which no national schema covers. */
  readonly id: string
  /** Its vintage: the version of the national schema that it follows. */
  readonly version: string
  readonly title: Localised
  /** Read when it is first asked for. */
  readonly schema: Schema
}

/** The schemas that come with the tool: one for each file in an owner's folder of `schemas/`. */
export const catalogue: readonly BundledSchema[] = entries.map(bundled)

/** Schemas that are read for a header: those that share most names with it. */
const FEW = 8

/** The bundled schema of an id such as `scdl/subventions`; case and the word `schema-` in the id do not count. */
export function bundledSchema(id: string): Schema | undefined {
  const looked = foldId(id)
  return catalogue.find(entry => foldId(entry.id) === looked)?.schema
}

/** The descriptor of a bundled schema as JSON text; undefined for an unknown id. */
export function bundledText(id: string): string | undefined {
  return entries.find(entry => entry.id === id)?.text()
}

/** By schema: its names as labels are compared with them, and what each weighs. */
let foldedNames: readonly (readonly { readonly name: string; readonly weight: number }[])[] | undefined

/** The bundled schemas that share most names with the labels, but for case, accents and the like; few, for each must be read. */
export function schemasNaming(labels: readonly string[]): readonly Schema[] {
  const folded = new Set(labels.map(foldLabel))
  foldedNames ??= entries.map(({ names }) => names.map(name => ({ name: foldLabel(name), weight: telling(name) })))
  return foldedNames
    .map((names, index) => ({ index, shared: sum(names.map(({ name, weight }) => (folded.has(name) ? weight : 0))) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((left, right) => right.shared - left.shared)
    .slice(0, FEW)
    .map(({ index }) => catalogue[index]!.schema)
}

function bundled({ id, version, title, text }: (typeof entries)[number]): BundledSchema {
  let schema: Schema | undefined
  return {
    id,
    version,
    title,
    get schema() {
      return (schema ??= ofCatalogue(readSchemaText(text(), id).schema!))
    },
  }
}

function ofCatalogue(schema: Schema): Schema {
  return { ...schema, fields: schema.fields.map(field => ({ ...field, isOfCatalogue: true })) }
}

function foldId(id: string): string {
  return id.toLowerCase().replace('/schema-', '/')
}

/** Names of one plain word, such as nom or date, stand in tables of any kind. */
function telling(name: string): number {
  return labelWords(name).length > 1 ? 2 : 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
