import { dialectChosen } from './dialect-choice'
import type { LintOptions } from '../engine/checkup'
import type { OpenOptions } from '../engine/dataset'
import { LiveCheck } from '../engine/live-check'
import { type LiveFindings, LiveTree } from '../engine/live-tree'
import type { Dialect } from '../engine/model/dialect'
import type { FormerTable } from '../engine/model/former'
import type { LiveText } from '../engine/model/live-text'
import type { OpenAs } from '../engine/open'
import type { FileKind } from './file-kind'
import type { Project, Surroundings } from '../project'
import type { DialectChoice } from '../protocol'

/** What decides how a file is read, besides its text and its project. */
export interface Known {
  readonly kind: FileKind
  /** What the person chose. */
  readonly dialect: DialectChoice
  readonly around: Surroundings
}

/** How the table in a file is read; `described`: the dialect that a document tells. */
export function readAs(
  { kind: { json }, dialect, around: { lists } }: Known,
  schema: Project['schema'],
  described: Partial<Dialect> = {},
): OpenOptions {
  return {
    dialect: { ...described, ...dialectChosen(dialect) },
    ...(json && { json }),
    lists,
    ...(schema !== undefined && { schema }),
  }
}

/** How a file is opened for its rules; `former`: what it held before, where it is compared with that. */
export function openedAs(known: Known, project: Project, heard: LintOptions, former?: FormerTable): OpenAs {
  const { schema, dialect, schemaFault, forgottenBy, described: files, beside } = project
  const { tree } = known.kind
  const { judge } = known.around
  return {
    ...readAs(known, schema, dialect),
    schemaFault,
    forgottenBy,
    former,
    heard,
    ...(tree && { tree, files, beside, ...(judge && { judge }) }),
  }
}

/** What finds the findings of a text that is opened so. */
export function findingsOf(text: LiveText, open: OpenAs, options: LintOptions): LiveFindings {
  const { tree, ...around } = open
  return tree ? new LiveTree(text, tree, options, around) : new LiveCheck(text, open, options)
}
