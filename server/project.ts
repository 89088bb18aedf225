import { besideInner } from './described/beside-inner'
import { consulted } from './files/consulted'
import { declaredFormer, forgottenBy, namedKind } from './described/data-package'
import { describedDialect } from './described/dialect'
import { copyOf, describedFiles } from './described/files'
import type { LintOptions } from './engine/checkup'
import type { Loudness } from './engine/model/loudness'
import type { TreeKind } from './engine/model/described-tree'
import type { DescribedFile } from './engine/model/described-file'
import type { Dialect } from './engine/model/dialect'
import type { Judge } from './engine/model/judge'
import type { Lists } from './engine/model/lists'
import type { Language } from './engine/model/language'
import type { Conventions } from './engine/model/conventions'
import type { Preset } from './engine/model/diagnostic'
import type { OpenOptions } from './engine/dataset'
import type { InnerBeside } from './engine/inner-tables'
import { isJson, knownTree } from './engine/open'
import type { Files, Problem } from './files/files'
import { matchesGlob } from './files/glob'
import { folderOf, nameOf, resolved, within } from './files/path'
import type { Settings as EditorSettings } from './protocol'
import type { Around } from './described/resources'
import { askedOfRules, settingsFor, settingsOf } from './settings'
import { today } from './today'
import { isApplied, isUnusable, type SchemaSearch, type Settings, schemaFault, schemaFor } from './workspace'

/** What stands around all files of a session. */
export interface Surroundings {
  readonly files: Files
  /** The path by which `files` reads an address; addresses that are not on disk stay as they are. */
  readonly pathOf: (uri: string) => string
  /** Tries the patterns of schemas that can run away; without one they are not checked. */
  readonly judge?: Judge
  /** Reads schemas on the network, where the platform can and the person agrees. */
  readonly remote?: SchemaSearch['remote']
  /** The official lists; undefined where there are none yet. */
  readonly lists: () => Lists | undefined
  readonly settings: () => EditorSettings
  /** The text of a file that the editor shows. */
  readonly shown?: (path: string) => Uint8Array | undefined
  /** Paths of the folders in the editor. */
  readonly folders: () => readonly string[]
}

/** What the project and the person ask for one file. */
export interface Project {
  readonly preset: Preset | undefined
  readonly loudness: Loudness
  readonly conventions: Conventions
  /** How a descriptor beside the file says that it is written. */
  readonly dialect: Partial<Dialect>
  /** What a package above says that a JSON file is to it. */
  readonly kind: TreeKind | undefined
  /** What lies where a metadata document says that its files do; undefined for other files. */
  readonly described: ReadonlyMap<string, DescribedFile> | undefined
  /** What lies beside such a document and concerns the tables inside it. */
  readonly beside: InnerBeside | undefined
  /** The document of the folder that describes other files and not this one. */
  readonly forgottenBy: OpenOptions['forgottenBy']
  /** Undefined: recognised from the header. */
  readonly schema: OpenOptions['schema']
  /** Paths of the documents that say how it is to be judged, there or not, and of the tables that it refers to. */
  readonly refersTo: readonly string[]
  readonly schemaFault: OpenOptions['schemaFault']
  /** What named a schema or settings that cannot be used. */
  readonly problem: Problem | undefined
  /** Why the settings cannot be used: what they turn off or accept is not known then. */
  readonly unsettled: Problem | undefined
  /** What the person should know of the schema in force. */
  readonly notice: Problem | undefined
}

/** Gathers the settings and the schema of a file: `vigie.json` goes before the editor's settings. */
export async function projectOf(uri: string, chosen: string | undefined, around: Surroundings): Promise<Project> {
  const file = around.pathOf(uri)
  const { files } = around
  const folder = around.folders().find(path => file.startsWith(`${path}/`)) ?? folderOf(file)
  const { preset, rules, schemas, smallCount } = around.settings()
  const editor = settingsOf({ preset, rules, schemas, smallCount }, folder, 'vigie')
  const project = await settingsFor(file, { files, seenFrom: folder })
  const person = 'problem' in editor ? undefined : editor
  const own = project && !('problem' in project) ? project : undefined
  const binds = own?.schemas.some(entry => matchesGlob(within(own.folder, file), entry.files))
  const documents = consulted(files, around.shown)
  const search: SchemaSearch = {
    files: documents.files,
    judge: around.judge,
    shown: around.shown,
    remote: around.remote,
  }
  const found = await schemaFor(file, {
    ...search,
    explicit: chosen,
    folder: folderOf(file),
    settings: binds ? own : person,
  })
  const unusable = isUnusable(found)
  const unsettled = problemOf(project) ?? problemOf(editor)
  const beside: Around = { files, shown: around.shown }
  const text = isJson(file) ? (around.shown?.(file) ?? (await files.read(file))) : undefined
  const described = text && (await describedFiles(file, text, beside))
  const ofInner = text && (await besideInner(file, { bytes: text, kind: knownTree(nameOf(file), text) }, search))
  const asked = askedOfRules(own, file)
  const former = await declaredFormer(file, documents.files)
  return {
    preset: asked.preset ?? person?.preset,
    conventions: { ...(person?.smallCount !== undefined && { leastCount: person.smallCount }), ...asked.conventions },
    loudness: {
      columns: asked.columns,
      accepted: asked.accepted,
      severities: { ...person?.rules, ...asked.severities },
    },
    schema: unusable ? undefined : found,
    dialect: await describedDialect(file, documents.files),
    kind: isJson(file) ? await namedKind(file, documents.files) : undefined,
    described,
    beside: ofInner,
    forgottenBy: await forgottenBy(file, documents),
    refersTo: [
      ...documents.paths(),
      ...(former === undefined ? [] : [former]),
      ...(isApplied(found) ? (found.refersTo ?? []) : []),
      ...(ofInner?.paths ?? []),
      ...[...(described?.keys() ?? [])].map(path => copyOf(folderOf(file), path) ?? resolved(folderOf(file), path)),
    ],
    notice: typeof found === 'object' && !unusable ? found.notice : undefined,
    schemaFault: schemaFault(found),
    problem: unusable ? found.problem : unsettled,
    unsettled,
  }
}

/** Which rules run on a file, how loud, and by what. */
export function lintOptionsOf({ preset, conventions, loudness }: Project): LintOptions {
  return { ...(preset && { preset }), conventions, ...loudness, today: today() }
}

function problemOf(
  settings: Settings | { readonly problem: Problem } | undefined,
): Readonly<Record<Language, string>> | undefined {
  return settings && 'problem' in settings ? settings.problem : undefined
}
