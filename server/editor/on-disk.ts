import { judgedOnDisk } from './byte-rules'
import type { Found } from './checked'
import type { LintOptions } from '../engine/checkup'
import { flatSource } from '../engine/model/source'
import type { Dataset } from '../engine/dataset'
import { openFile } from '../engine/open'
import { type Known, readAs } from './opened-as'
import type { Project } from '../project'

/** A file as its bytes lie on disk, whatever the editor shows: read, and judged by the rules about bytes, until they may be others. */
export class OnDisk {
  #read: Promise<Dataset | undefined> | undefined
  #judged: Promise<readonly Found[]> | undefined

  /** What the bytes are read as; undefined when there is no file. `taken`: the encoding in which the editor read them. */
  dataset(path: string, known: Known, project: Project, taken: string | undefined): Promise<Dataset | undefined> {
    return (this.#read ??= readFrom(path, known, project, taken))
  }

  /** What the rules about bytes find in them. */
  findings(dataset: Dataset, options: LintOptions): Promise<readonly Found[]> {
    return (this.#judged ??= judgedOnDisk(dataset, options))
  }

  /** They may be others, or to be read otherwise. */
  forget(): void {
    this.#read = undefined
    this.#judged = undefined
  }
}

async function readFrom(
  path: string,
  known: Known,
  project: Project,
  taken: string | undefined,
): Promise<Dataset | undefined> {
  const { kind, around, dialect } = known
  const { encoding: declared } = project.dialect
  const bytes = await around.files.read(path)
  if (!bytes) return undefined
  kind.learn(flatSource(bytes), project)
  const { tree } = kind
  if (tree) return openFile(bytes, { tree, ...(around.judge && { judge: around.judge }) })
  // UTF-8 is what editors take when they do not know; what a document says goes before what they do.
  const encoding = dialect.encoding ?? (taken === 'utf-8' || declared !== undefined ? undefined : taken)
  return openFile(bytes, {
    ...readAs(known, 'none', declared === undefined ? {} : { encoding: declared }),
    ...(encoding !== undefined && { encoding }),
  })
}
