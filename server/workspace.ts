import { describedByCsvw } from './described/csvw-metadata'
import { filesOf, packagesAbove } from './described/data-package'
import { isAddress } from './described/files'
import type { AppliedSchema } from './engine/dataset'
import type { Severities } from './engine/model/loudness'
import type { Acceptance } from './engine/model/acceptance'
import type { Preset } from './engine/model/diagnostic'
import type { Judge } from './engine/model/judge'
import type { SchemaSource } from './engine/model/schema'
import type { SchemaDefect } from './engine/model/schema-defect'
import type { SchemaFault } from './engine/model/schema-fault'
import { bundledSchema } from './engine/schema/catalogue'
import { readSchema, readSchemaText, type SchemaReading } from './engine/schema/table-schema'
import type { Problem } from './files/files'
import { matchesGlob } from './files/glob'
import { insidePath, leavesByLink } from './files/inside'
import type { RemoteSchema } from './network/remote-schemas'
import { folderOf, nameOf, resolved, within } from './files/path'
import { type Around, withResources } from './described/resources'

/** Defects that leave a part of the schema unchecked. */
const GRAVE: ReadonlySet<SchemaDefect['kind']> = new Set([
  'no-name',
  'unknown-type',
  'unknown-format',
  'bad-pattern',
  'bad-bound',
  'unknown-field',
  'unfit-constraint',
  'bad-json-schema',
  'unequal-keys',
  'unknown-match',
])

/** What a project or a person asks of the tool, as `vigie.json` and the editor's settings write it. */
export interface Settings {
  /** The folder from which patterns and paths are read. */
  readonly folder: string
  readonly preset?: Preset
  /** The least number of persons that is published. */
  readonly smallCount?: number
  readonly rules: Severities
  readonly schemas: readonly { readonly files: string; readonly schema: string }[]
  /** What holds for some files only; of several entries that fit, the last goes before. */
  readonly overrides: readonly Override[]
  /** Deviations that somebody has accepted in some files. */
  readonly accepted: readonly (Acceptance & { readonly files: string })[]
  /** What they say without effect, which a person should know. */
  readonly notice?: Problem
}

/** What a project asks of the files that a glob fits. */
export interface Override {
  readonly files: string
  readonly preset?: Preset
  readonly rules: Severities
  /** By label, or by name of field. */
  readonly columns: Readonly<Record<string, Severities>>
}

/** A schema that was named and cannot be used. */
interface UnusableSchema {
  readonly source: SchemaSource
  readonly because: 'missing' | 'broken' | 'on-network'
  readonly problem: Problem
}

/** A schema that can be used, with the paths of the tables that it refers to; `notice` says what a person should know of it. */
interface FoundSchema extends AppliedSchema {
  readonly refersTo?: readonly string[]
  readonly notice?: Problem
}

/** The schema in force for a file; undefined when nothing names one, so that it is recognised from the header. */
export type SchemaFound = FoundSchema | 'none' | UnusableSchema | undefined

/** What the search for a schema goes by. */
export interface SchemaSearch extends Around {
  /** What a flag names: a catalogue id, a path, or `none`. */
  readonly explicit?: string | undefined
  /** The folder from which the flag's path is read. */
  readonly folder?: string
  readonly settings?: Settings | undefined
  /** Reads a schema by its web address, which `source` names, if that is agreed to; absent where there is no network. */
  readonly remote?: ((url: string, source: SchemaSource) => Promise<RemoteSchema>) | undefined
  /** Tries the patterns of a schema that can run away; without one they are not checked. */
  readonly judge?: Judge | undefined
}

/**
 * Flag, then settings, then `datapackage.json`, then `NAME.schema.json` or metadata of CSVW beside the file: the first
 * that speaks decides.
 */
export async function schemaFor(file: string, search: SchemaSearch): Promise<SchemaFound> {
  const found = await namedSchema(file, search)
  return isApplied(found) ? withResources(found, file, search) : found
}

/** True for a schema that can be used. */
export function isApplied(found: SchemaFound): found is AppliedSchema {
  return typeof found === 'object' && 'schema' in found
}

async function namedSchema(file: string, search: SchemaSearch): Promise<SchemaFound> {
  const { explicit, folder = '', settings } = search
  if (explicit !== undefined) return referred(explicit, folder, 'flag', search)
  const bound = settings?.schemas.find(entry => matchesGlob(within(settings.folder, file), entry.files))
  if (bound) return referred(bound.schema, settings!.folder, 'config', search)
  return (await packaged(file, search)) ?? (await neighbour(file, search)) ?? (await ofCsvw(file, search))
}

/** What the data is told of a schema that stands beside it: nothing of one that the person has just named. */
export function schemaFault(found: SchemaFound): SchemaFault | undefined {
  if (typeof found !== 'object' || found.source === 'flag') return undefined
  if ('problem' in found) return { kind: 'unusable', because: found.because, problem: found.problem }
  return found.defects ? { kind: 'defects', schema: found.schema.id, count: found.defects } : undefined
}

/** True for a schema that was named and cannot be used. */
export function isUnusable(found: SchemaFound): found is UnusableSchema {
  return typeof found === 'object' && 'problem' in found
}

async function referred(
  reference: string,
  folder: string,
  source: SchemaSource,
  { files, judge, remote }: SchemaSearch,
): Promise<SchemaFound> {
  if (reference === 'none') return 'none'
  const bundled = bundledSchema(reference)
  if (bundled) return { schema: bundled, source }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(reference) && !reference.startsWith('file://'))
    return remote
      ? fetched(await remote(reference, source), { reference, source, judge })
      : { source, because: 'on-network', problem: fromNetwork(reference) }
  const file = resolved(folder, reference)
  const bytes = await files.read(file)
  if (!bytes) return { source, because: 'missing', problem: missing(reference) }
  return applied(readSchemaText(new TextDecoder().decode(bytes), reference, judge), reference, source, {
    file,
    pointer: '',
  })
}

function fetched(
  found: RemoteSchema,
  { reference, source, judge }: { reference: string; source: SchemaSource; judge: Judge | undefined },
): SchemaFound {
  if ('problem' in found) return { source, because: 'on-network', problem: found.problem }
  const read = applied(readSchemaText(new TextDecoder().decode(found.bytes), reference, judge), reference, source)
  return 'problem' in read || !found.notice ? read : { ...read, notice: found.notice }
}

async function packaged(file: string, search: SchemaSearch): Promise<SchemaFound> {
  for await (const found of packagesAbove(file, search.files)) {
    const index = found.resources.findIndex(resource => filesOf(found, resource).includes(file))
    const schema = found.resources[index]?.['schema']
    if (typeof schema === 'string') return schemaInPackage(schema, found.folder, search)
    const id = `datapackage.json#/resources/${index}/schema`
    const at = { file: `${found.folder}/datapackage.json`, pointer: `/resources/${index}/schema` }
    if (schema !== undefined) return applied(readSchema(schema, id, search.judge), id, 'datapackage', at)
    if (index >= 0) return undefined
  }
  return undefined
}

/** The schema that a data package in a folder names. */
export async function schemaInPackage(schema: string, folder: string, search: SchemaSearch): Promise<SchemaFound> {
  const isPath = !isAddress(schema) && !bundledSchema(schema)
  const path = isPath ? insidePath(folder, schema) : schema
  if (path === undefined || (isPath && (await leavesByLink(search.files, folder, path))))
    return { source: 'datapackage', because: 'missing', problem: outside(schema) }
  return referred(schema, folder, 'datapackage', search)
}

/** Where the schema of a file is looked for beside it: `NAME.schema.json`. */
export function neighbourOf(file: string): string {
  const folder = folderOf(file)
  const name = `${nameOf(file).replace(/\.[^.]*$/, '')}.schema.json`
  return file.includes('/') ? `${folder}/${name}` : name
}

async function neighbour(file: string, { files, judge }: SchemaSearch): Promise<SchemaFound> {
  const path = neighbourOf(file)
  const name = nameOf(path)
  const bytes = await files.read(path)
  return (
    bytes &&
    applied(readSchemaText(new TextDecoder().decode(bytes), name, judge), name, 'neighbour', {
      file: path,
      pointer: '',
    })
  )
}

async function ofCsvw(file: string, { files, judge }: SchemaSearch): Promise<SchemaFound> {
  const found = await describedByCsvw(file, files)
  if (!found?.schema) return undefined
  const name = nameOf(found.document)
  const read = applied(readSchema(found.schema, name, judge), name, 'neighbour', found.at)
  return 'problem' in read ? read : { ...read, resourcesIn: folderOf(found.document) }
}

function applied(
  { schema, defects }: SchemaReading,
  name: string,
  source: SchemaSource,
  at?: AppliedSchema['at'],
): AppliedSchema | UnusableSchema {
  if (!schema) return { source, because: 'broken', problem: broken(name, defects[0]) }
  const count = defects.filter(({ kind }) => GRAVE.has(kind)).length
  return { schema, source, ...(at && { at }), ...(count > 0 && { defects: count }) }
}

function missing(reference: string): Problem {
  return {
    fr: `Le schéma ${reference} est introuvable : ce n’est ni un fichier qui se lit, ni un schéma du catalogue, que « vigie schemas » énumère.`,
    en: `The schema ${reference} is not found: it is neither a file that can be read nor a schema of the catalogue, which “vigie schemas” lists.`,
  }
}

function outside(reference: string): Problem {
  return {
    fr: `Le schéma ${reference} n’est pas lu : datapackage.json le cherche hors de son dossier, ce que la norme interdit.`,
    en: `The schema ${reference} is not read: datapackage.json looks for it outside of its folder, which the standard forbids.`,
  }
}

function fromNetwork(reference: string): Problem {
  return {
    fr: `Le schéma ${reference} n’est pas lu : rien ne peut être lu sur le réseau d’ici, enregistrez-le d’abord dans un fichier.`,
    en: `The schema ${reference} is not read: nothing can be read from the network here, save it to a file first.`,
  }
}

function broken(name: string, defect: SchemaDefect | undefined): Problem {
  if (defect?.kind === 'syntax')
    return {
      fr: `Le schéma ${name} ne peut pas servir : ce n’est pas du JSON bien formé (caractère ${defect.offset + 1}).`,
      en: `The schema ${name} cannot be used: it is not well-formed JSON (character ${defect.offset + 1}).`,
    }
  if (defect?.kind === 'bad-json-schema')
    return {
      fr: `Le schéma ${name} ne peut pas servir : ce schéma JSON est mal formé, trop grand, ou renvoie à un autre fichier, que Vigie n’ouvre pas.`,
      en: `The schema ${name} cannot be used: this JSON Schema is malformed, too large, or refers to another file, which Vigie does not open.`,
    }
  return {
    fr: `Le schéma ${name} ne peut pas servir : il ne déclare aucun champ.`,
    en: `The schema ${name} cannot be used: it declares no field.`,
  }
}
