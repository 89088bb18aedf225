import { isUtf8 } from 'node:buffer'
import { readsFormer } from '../engine/checkup'
import { isJson } from '../engine/open'
import type { Dialect } from '../engine/model/dialect'
import { ruleById } from '../engine/rules/by-id'
import { schemaError } from '../engine/rules/schema-error'
import { jsonValue } from '../engine/schema/json-value'
import { besideInner } from '../described/beside-inner'
import { cacheFolder } from '../files/cache-folder'
import { contentAt } from '../files/content'
import { forgottenBy, namedKind } from '../described/data-package'
import { describedDialect } from '../described/dialect'
import { describedFiles } from '../described/files'
import { readDialect } from '../described/dialect-file'
import { formerTable } from '../files/former'
import { rememberingAbsent } from '../files/absent'
import { absolute, disk, tablesAt } from '../files/disk'
import { threadJudge } from '../threads/judge'
import { diskCache } from '../network/disk-cache'
import { remoteSchemas } from '../network/remote-schemas'
import { listsBeside } from '../files/lists-file'
import type { Order } from './options'
import { withResources } from '../described/resources'
import { askedOfRules, settingsFor } from '../settings'
import type { Files, Problem } from '../files/files'
import type { Input } from '../files/input'
import { temporarySpill } from '../files/temporary-spill'
import { today } from '../today'
import { hasWildcard } from './wildcards'
import {
  isApplied,
  isUnusable,
  type SchemaFound,
  type SchemaSearch,
  type Settings,
  schemaFault,
  schemaFor,
} from '../workspace'

/** For a check, which writes nothing; any other order looks again. */
const unchanging = rememberingAbsent(disk)

function filesFor({ verb }: Order): Files {
  return verb === 'lint' ? unchanging : disk
}

/** One for all files of an order; its thread begins when a pattern asks for it. */
const judge = threadJudge()

/** Schemas on the network, and the copies that this machine keeps of them. */
const remote = remoteSchemas({
  fetch: async url => (await import('../network/node-fetch')).nodeFetch(url),
  cache: diskCache(cacheFolder('schemas', process.env)),
})

/** Who names an address on the command line wants it fetched; who runs a folder of somebody else’s need not. */
function remoteFor({ allowNetwork }: Order): SchemaSearch['remote'] {
  return (url, source) => remote(url, source === 'flag' || allowNetwork)
}

/** Says one line of what went wrong; `serious` makes the command end with 2. */
export type Complain = (problem: Problem, weight: 'serious' | 'mild') => void

/** A path that an order names, and the files that it stands for. */
export interface Given {
  readonly path: string
  readonly files: readonly string[]
}

/** Looks through the folders of an order. */
export function givenBy({ paths }: Order): Promise<readonly Given[]> {
  return Promise.all(paths.map(async path => ({ path, files: await tablesAt(path) })))
}

/** The files of an order in the order given; what cannot be read is complained of, and the others go on. */
export async function* inputsOf(
  order: Order,
  shared: Shared,
  complain: Complain,
  given?: readonly Given[],
): AsyncGenerator<Input> {
  const toldOnce = once(complain)
  let isExplained = false
  const complained: Complain = (problem, weight) => {
    isExplained = true
    toldOnce(problem, weight)
  }
  for (const { path: named, files } of given ?? (await givenBy(order))) {
    let count = 0
    isExplained = false
    for (const path of files) {
      const input = await inputAt(path, order, shared, complained, path === named ? 'named' : 'in-folder')
      if (!input && path !== named) continue
      count++
      if (input) yield input
    }
    if (count === 0 && !isExplained) complain(emptyFolder(named), judging.has(order.verb) ? 'mild' : 'serious')
  }
}

/** In a folder without data there is nothing to find fault with; whoever wants something made of it gets nothing. */
const judging: ReadonlySet<string | undefined> = new Set(['lint', 'fix'])

/** Says the same thing of several files once. */
export function once(complain: Complain): Complain {
  const told = new Set<string>()
  return (problem, weight) => {
    if (!told.has(problem.en)) complain(problem, weight)
    told.add(problem.en)
  }
}

/** That a folder was looked through for nothing. */
export function emptyFolder(path: string): Problem {
  return { fr: `${path} ne contient aucun jeu de données.`, en: `${path} holds no dataset.` }
}

/** What an order says of all its files. */
export interface Shared extends Pick<Input, 'open'> {
  /** Threads besides this one that may read a large file; default: none. */
  readonly helpers?: number
  /** Set for who could not begin a file anew once it turns out not to be UTF-8. */
  readonly tried?: 'before'
}

/** What holds for all files; undefined, and complained of, when the order cannot be carried out at all. */
export async function sharedBy(order: Order, complain: Complain): Promise<Shared | undefined> {
  const folder = absolute('.')
  if (order.paths.length === 0) {
    complain(
      { fr: `Il manque un chemin : vigie ${order.verb} CHEMIN…`, en: `A path is missing: vigie ${order.verb} PATH…` },
      'serious',
    )
    return undefined
  }
  for (const id of Object.keys(order.rules))
    if (!ruleById(id))
      complain({ fr: `Cette version n’a pas de règle ${id}.`, en: `This version has no rule ${id}.` }, 'mild')
  const settings = order.config === undefined ? undefined : await settingsOfFile('', order, seriously(complain))
  if (settings === 'unusable') return undefined
  const told = await toldDialect(order)
  if ('problem' in told) return void complain(told.problem, 'serious')
  const found =
    order.schema === undefined
      ? undefined
      : await schemaFor('', { files: disk, judge, remote: remoteFor(order), explicit: order.schema, folder })
  if (isUnusable(found)) return void complain(found.problem, 'serious')
  if (typeof found === 'object' && found.notice) complain(found.notice, 'mild')
  if (isApplied(found) && found.defects) complain(defective(found.schema.id, found.defects), 'mild')
  return {
    open: {
      dialect: told,
      isUtf8,
      lists: listsBeside,
      ...(order.encoding !== undefined && { encoding: order.encoding }),
      ...(order.decimal !== undefined && { decimal: order.decimal }),
      ...(found !== undefined && { schema: found }),
    },
  }
}

/** That a schema which was named asks for more than can be checked: there is no finding about it. */
function defective(schema: string, count: number): Problem {
  const facts = { kind: 'defects', schema, count } as const
  return { fr: schemaError.message.fr(facts), en: schemaError.message.en(facts) }
}

async function toldDialect(order: Order): Promise<Partial<Dialect> | { readonly problem: Problem }> {
  const { dialect: file, delimiter, headerRows } = order
  const bytes = file === undefined ? undefined : await disk.read(file)
  const read = bytes && readDialect(jsonValue(new TextDecoder().decode(bytes)))
  if (file !== undefined && !read)
    return {
      problem: {
        fr: `Le dialecte ${file} ne peut pas servir : il y faut un fichier Table Dialect (JSON).`,
        en: `The dialect ${file} cannot be used: it must be a Table Dialect file (JSON).`,
      },
    }
  return { ...read, ...(delimiter !== undefined && { delimiter }), ...(headerRows && { headerRows }) }
}

/** What reads a file from its beginning to its end, once or twice, and holds none of it. */
const inPages: ReadonlySet<string | undefined> = new Set(['lint', 'report', 'profile', 'infer', 'describe'])

/** What tells how a file differs from its former version. */
const comparing: ReadonlySet<string | undefined> = new Set(['lint', 'report'])

/** Whether the report of a file depends on those before it, and changes those after it. */
export function isCountedTogether({ format, baseline, writeBaseline }: Order): boolean {
  // SARIF numbers its rules in the order in which they come up, and a baseline is one for all files.
  return format === 'sarif' || baseline !== undefined || writeBaseline !== undefined
}

/** One file of an order; undefined when it is left alone or, as was complained then, cannot be read. */
export async function inputAt(
  path: string,
  order: Order,
  shared: Shared,
  complain: Complain,
  as: 'named' | 'in-folder',
): Promise<Input | undefined> {
  const file = absolute(path)
  const files = filesFor(order)
  const dialect = await describedDialect(file, files)
  const isOnce = order.verb === 'lint' && shared.tried !== 'before' && !isCountedTogether(order)
  const content = await contentAt(path === '-' ? path : file, {
    how: !inPages.has(order.verb) ? 'whole' : isOnce ? 'in-pages-once' : 'in-pages',
    encoding: shared.open.encoding,
    declared: dialect.encoding,
    named: () => namedKind(file, files),
    property: { ...dialect, ...shared.open.dialect }.records?.property,
    helpers: shared.helpers,
  })
  if (!content) return void complain(await unreadable(path), 'serious')
  const { bytes, paged, tree, table } = content
  // Of the JSON in a folder, which may be anything, only what is surely data or its description is looked at.
  if (isJson(path) && !tree && !(as === 'in-folder' ? table?.isSure : table)) {
    paged?.close()
    if (as === 'named') complain(unknownJson(path), 'serious')
    return undefined
  }
  const settings = await settingsOfFile(file, order, complain)
  // What they turn off or accept would be written anew.
  if (settings === 'unusable' && order.verb === 'fix') return undefined
  const told = tree ? 'none' : shared.open.schema
  // A schema beside the data that cannot be used is told there, and the file is checked without one.
  const found = isApplied(told)
    ? await withResources(told, file, { files })
    : (told ??
      (await schemaOfFile(path, { files, file, settings: usable(settings), remote: remoteFor(order) }, complain)))
  const schema = isUnusable(found) ? 'none' : found
  const fault = schemaFault(found)
  const asked = askedOfRules(usable(settings), file)
  const described = tree && (await describedFiles(file, bytes, { files }))
  const beside = await besideInner(file, { bytes, kind: tree }, { files, judge, remote: remoteFor(order) })
  const preset = order.preset ?? asked.preset
  const lint = {
    ...(preset !== undefined && { preset }),
    severities: { ...asked.severities, ...order.rules },
    columns: asked.columns,
    accepted: asked.accepted,
    conventions: asked.conventions,
    onlySchema: order.onlySchema,
    today: order.today ?? today(),
    spill: () => temporarySpill(),
  }
  const open = {
    ...shared.open,
    dialect: { ...dialect, ...shared.open.dialect },
    ...(schema !== undefined && { schema }),
  }
  // A note on two versions tells by itself what has changed.
  const isCompared =
    comparing.has(order.verb) && order.before === undefined && !tree && path !== '-' && readsFormer(lint)
  const former = isCompared && (await formerTable(file, { files, present: paged ? undefined : bytes, open }))
  return {
    path,
    bytes,
    paged,
    open: {
      ...open,
      ...(former && { former }),
      ...(fault && { schemaFault: fault }),
      heard: lint,
      ...(!tree && { forgottenBy: await forgottenBy(file, { files }) }),
      ...(tree && { tree, judge, files: described, beside }),
      ...(table && { json: table.json }),
    },
    lint,
  }
}

function unknownJson(path: string): Problem {
  return {
    fr: `${path} n’est pas vérifié : ce fichier n’est pas du JSON qui soit un jeu de données (une liste d’objets, une collection GeoJSON, JSON Lines), ni une fiche ou un schéma que cette version connaît.`,
    en: `${path} is not checked: this file is no JSON that is a dataset (a list of objects, a GeoJSON collection, JSON Lines), nor a document that this version knows.`,
  }
}

/** Why a file gives no bytes: Node holds no more than 2 GiB of one. */
async function unreadable(path: string): Promise<Problem> {
  const size = await disk.size(path)
  if (size === undefined && hasWildcard(path))
    return { fr: `Aucun fichier ne répond à ${path}.`, en: `No file matches ${path}.` }
  if ((size ?? 0) < 2 ** 31) return { fr: `${path} ne peut pas être lu.`, en: `${path} cannot be read.` }
  return {
    fr: `${path} dépasse 2 Gio, plus que la mémoire n’en tient : coupez-le. En UTF-8, « vigie lint », « profile », « infer » et « describe » le lisent par morceaux.`,
    en: `${path} exceeds 2 GiB, more than memory holds: cut it. In UTF-8, vigie lint, profile, infer and describe read it piece by piece.`,
  }
}

async function settingsOfFile(
  file: string,
  order: Order,
  complain: Complain,
): Promise<Settings | 'unusable' | undefined> {
  if (!order.useConfig && order.config === undefined) return undefined
  const config = order.config === undefined ? undefined : absolute(order.config)
  const found = await settingsFor(file, { files: filesFor(order), config })
  if (!found || !('problem' in found)) {
    if (found?.notice) complain(found.notice, 'mild')
    return found
  }
  complain(found.problem, 'serious')
  return 'unusable'
}

/** Leaves out what is said again of each file. */
function seriously(complain: Complain): Complain {
  return (problem, weight) => weight === 'serious' && complain(problem, weight)
}

function usable(settings: Settings | 'unusable' | undefined): Settings | undefined {
  return settings === 'unusable' ? undefined : settings
}

/** A schema beside the data; what the person should know of it is said once. */
async function schemaOfFile(
  path: string,
  { files, file, settings, remote }: Pick<SchemaSearch, 'files' | 'settings' | 'remote'> & { readonly file: string },
  complain: Complain,
): Promise<SchemaFound> {
  const found = await schemaFor(file, { files, judge, settings, remote })
  const said = typeof found === 'object' && !isUnusable(found) ? found.notice : undefined
  if (said) complain({ fr: `${path} : ${said.fr}`, en: `${path}: ${said.en}` }, 'mild')
  return found
}
