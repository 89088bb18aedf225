import { describedFiles } from '../server/described/files'
import { disk } from '../server/files/disk'
import { openDataset } from '../server/engine/dataset'
import { formerInSteps } from '../server/engine/former'
import type { TreeKind } from '../server/engine/model/described-tree'
import type { FormerTable } from '../server/engine/model/former'
import type { Resource, Resources } from '../server/engine/model/reference'
import type { Schema } from '../server/engine/model/schema'
import { type OpenAs, openFile } from '../server/engine/open'
import { resourceOf } from '../server/engine/referred'
import { readSchema } from '../server/engine/schema/table-schema'
import { officialLists } from './unit/lists/official-lists'

/** The folder of the rules and their pages. */
export const FOLDER = 'server/engine/rules'
/** The day on which the examples are read. */
export const TODAY = '2025-06-30'

/** A block of a rule's page, read. */
export interface Example {
  readonly info: string
  readonly body: string
  readonly schema: Schema | undefined
  readonly resources: Resources
  readonly former: FormerTable | undefined
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly isFixed: boolean
}

/**
 * The `csv` blocks of a page, each with the schema that stands above it: a `json schema` block or `name:type` words; its
 * other `json` blocks, which are Table Schemas or, under `package`, `data-gouv` and the like, such documents, or, under `table` and `lines`, datasets. Under `in-folder` it stands beside the blocks under `file=name`. Under `declared=encoding` a description says so of the bytes. Under `recognised` the catalogue is asked for the schema instead. A block under `resource=name` is a table that the foreign keys after it refer to; one under `former` is the version before of those after it.
 */
export function* examplesOf(page: string): Generator<Example> {
  let schema: Schema | undefined
  let resources: Resources = new Map()
  let former: FormerTable | undefined
  const files = new Map<string, Uint8Array>()
  for (const [, info = '', body = ''] of page.matchAll(/^```(csv.*|json.*)\n([^]*?)\n?^```$/gm)) {
    if (info === 'json schema') schema = readSchema(JSON.parse(body), 'example').schema
    else if (info.includes(' resource=')) resources = new Map([...resources, resourceIn(info, body)])
    else if (words(info).includes('former')) former = formerIn(info, body)
    else if (info.includes(' file=')) files.set(/file=(\S+)/.exec(info)![1]!, bytesOf(body, info))
    else
      yield {
        info,
        body,
        schema: shortSchema(info) ?? (words(info).includes('recognised') ? undefined : schema),
        resources,
        former,
        files,
        isFixed: words(info).includes('fixed'),
      }
  }
}

/** What a document is told of the files that a page shows under `file=name`, when it stands beside them. */
export function filesBeside(document: Uint8Array, { info, files }: Pick<Example, 'info' | 'files'>) {
  const read = async (path: string) => files.get(path.replace('/folder/', ''))
  return describedFiles(`/folder/${words(info).includes('package') ? 'datapackage' : 'document'}.json`, document, {
    files: { read, hash: disk.hash },
  })
}

function resourceIn(info: string, body: string): [string, Resource] {
  const name = /resource=(\S+)/.exec(info)![1]!
  return [name, resourceOf(name, `${name}.csv`, () => openDataset(bytesOf(body, info), { schema: 'none' }))]
}

function formerIn(info: string, body: string): FormerTable | undefined {
  const steps = formerInSteps(openFile(bytesOf(body, info), optionsOf(info, undefined, new Map())))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

export function words(info: string): string[] {
  return info.split(' ').slice(1)
}

/** `name:type:format!`: a field, required when it ends with `!`. */
function shortSchema(info: string): Schema | undefined {
  const declared = words(info).filter(word => /^\S+:\w/.test(word))
  if (declared.length === 0) return undefined
  const fields = declared.map(word => {
    const [name, type, ...format] = word.replace(/!$/, '').split(':')
    return {
      name,
      type,
      ...(format.length > 0 ? { format: format.join(':') } : {}),
      constraints: { required: word.endsWith('!') },
    }
  })
  return readSchema({ fields }, 'example').schema
}

export function optionsOf(info: string, schema: Schema | undefined, resources: Resources): OpenAs {
  const isTable = words(info).includes('table') || words(info).includes('lines')
  if (info.startsWith('json') && isTable)
    return {
      json: words(info).includes('lines') ? 'lines' : 'one-value',
      schema: schema ? ({ schema, source: 'flag', resources } as const) : ('none' as const),
      lists: officialLists,
    }
  if (info.startsWith('json')) return { tree: KINDS[words(info)[0] ?? ''] ?? 'table-schema', lists: officialLists }
  const delimiter = words(info).find(word => /^[,;|]$/.test(word)) ?? (words(info).includes('tab') ? '\t' : ',')
  const [, encoding] = / declared=(\S+)/.exec(info) ?? []
  return {
    dialect: { ...(!words(info).includes('sniffed') && { delimiter }), ...(encoding !== undefined && { encoding }) },
    ...(schema
      ? { schema: { schema, source: 'flag', resources } as const }
      : !words(info).includes('recognised') && { schema: 'none' as const }),
    lists: officialLists,
  }
}

/** The kinds of document that a `json` block may be tagged with. */
const KINDS: Readonly<Record<string, TreeKind>> = {
  package: 'data-package',
  dialect: 'table-dialect',
  csvw: 'csvw',
  dcat: 'dcat',
  'data-gouv': 'data-gouv',
  'schema-org': 'schema-org',
}

const ESCAPES: Readonly<Record<string, string>> = { '\\r': '\r', '\\t': '\t', '\\0': '\0' }

/** The bytes of an example; under `bytes`, `\xE9` is that byte and `\r`, `\t`, `\0`, `\uFEFF` those characters. */
export function bytesOf(text: string, info: string): Uint8Array {
  if (!words(info).includes('bytes')) return new TextEncoder().encode(ended(text, info))
  const parts = ended(text, info).split(/(\\x[0-9A-F]{2}|\\u[0-9A-F]{4}|\\[rt0])/)
  return Buffer.concat(
    parts.map(part => {
      if (part.startsWith('\\x')) return Buffer.of(Number.parseInt(part.slice(2), 16))
      if (part.startsWith('\\u')) return Buffer.from(String.fromCharCode(Number.parseInt(part.slice(2), 16)))
      return Buffer.from(ESCAPES[part] ?? part)
    }),
  )
}

/** A text as it ends in a file: every example ends its last row, but for those under `unended`. */
export function ended(text: string, info: string): string {
  return words(info).includes('unended') ? text : `${text}\n`
}
