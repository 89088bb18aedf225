import { isUtf8 } from 'node:buffer'
import type { CheckJob } from './job'
import { opened } from '../files/opened'
import { contentAt } from '../files/content'
import { dialectChosen } from '../editor/dialect-choice'
import { type LintOptions, readsFormer } from '../engine/checkup'
import type { Dataset } from '../engine/dataset'
import { isJson, type OpenAs } from '../engine/open'
import { formerTable } from '../files/former'
import { remoteSchemas } from '../network/remote-schemas'
import { nodePlatform } from '../editor/node-platform'
import { helpersOf } from '../threads/part-threads'
import { lintOptionsOf, projectOf } from '../project'
import { temporarySpill } from '../files/temporary-spill'

/** Threads that read a large file: a person waits for it. */
const THREADS = 2

/** A file as it lies on disk, and the rules that are asked for it. */
interface Opened {
  readonly dataset: Dataset
  readonly options: LintOptions
  readonly close: () => void
}

/** Opens a file from disk as the editor would read it; undefined when it cannot be read or holds no data. */
export async function openedOnDisk(path: string, job: CheckJob): Promise<Opened | undefined> {
  const { files, judge, lists, network } = nodePlatform
  const read = remoteSchemas({ fetch: network!.fetch, cache: network!.cacheIn(job.cacheFolder) })
  const project = await projectOf(job.uri, job.schema, {
    ...nodePlatform,
    lists: () => lists(() => undefined),
    settings: () => job.settings,
    folders: () => job.folders,
    // The server has asked the person: what may be read lies among the copies.
    remote: url => read(url, false),
  })
  const { encoding } = job.dialect
  const content = await contentAt(path, {
    how: 'in-pages',
    encoding,
    declared: project.dialect.encoding,
    named: async () => project.kind,
    property: project.dialect.records?.property,
    helpers: helpersOf(THREADS),
  })
  if (!content) return undefined
  const { bytes, paged, tree, table } = content
  if (isJson(path) && !tree && !table) {
    paged?.close()
    return undefined
  }
  const options = { ...lintOptionsOf(project), spill: () => temporarySpill() }
  const open: OpenAs = {
    dialect: { ...project.dialect, ...dialectChosen(job.dialect) },
    ...(encoding !== undefined && { encoding }),
    isUtf8,
    lists: () => lists(() => undefined),
    ...(project.schema !== undefined && { schema: project.schema }),
    schemaFault: project.schemaFault,
    forgottenBy: project.forgottenBy,
    heard: options,
    ...(tree && { tree, files: project.described, beside: project.beside }),
    ...(tree && judge && { judge }),
    ...(table && { json: table.json }),
  }
  const isCompared = !tree && readsFormer(options)
  const former = isCompared ? await formerTable(path, { files, present: paged ? undefined : bytes, open }) : undefined
  return { dataset: opened({ bytes, paged, open: { ...open, former } }), options, close: () => paged?.close() }
}
