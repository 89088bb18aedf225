import { inSlices } from '../slices'
import { describedBy } from '../described/document'
import { describedDialect } from '../described/dialect'
import { dialectChosen } from './dialect-choice'
import type { LintOptions } from '../engine/checkup'
import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import type { Lists } from '../engine/model/lists'
import { flatSource } from '../engine/model/source'
import { isJson, knownJson, openFile } from '../engine/open'
import { rules } from '../engine/rules'
import type { Files } from '../files/files'
import type { OpenFile } from './open-file'
import type { Reading } from './reading'
import { nameOf } from '../files/path'
import { plainBytes } from '../files/plain-bytes'
import { htmlWriter } from '../report/block-html'
import { markdownWriter } from '../report/block-markdown'
import { changedInSteps, type Version } from '../report/changed'
import { noteIn } from '../report/document'
import type { DocumentFormat } from '../report/document-format'
import type { Around } from '../described/resources'
import { today } from '../today'
import { judged } from './written-report'

/** In what a note is written, on which two files, and what stands around them; `before`: absent for git’s last version. */
interface Asked {
  readonly language: Language
  readonly format: DocumentFormat
  readonly path: string
  readonly before: string | undefined
  readonly around: Around
  readonly lists: () => Lists | undefined
}

/** Bytes beyond which a former version is not read. */
const LARGEST = 64 * 1_048_576

/** The note on what has changed between a file as its text is now and its former version; undefined when one of them is none. */
export async function noteText(file: OpenFile, asked: Asked): Promise<string | undefined> {
  const { language, format, path, around } = asked
  const former = await formerOf(asked)
  if (!former) return undefined
  for (;;) {
    const checked = await file.checked()
    const reading = await file.reading()
    if (!checked || !reading) return undefined
    if (checked.generation !== reading.generation) continue
    const { dataset, lint, found } = judged(checked, reading)
    const isStale = () => file.generation !== checked.generation
    const before = openFile(plainBytes(former.bytes), await openOptions(asked, { dataset, reading, former, file }))
    // The former one is read with its bytes; what it was before that is told by nobody.
    const { rules: _, ...whole } = lint
    const read = await inSlices(
      changedInSteps(before, dataset, { lint: apart(whole), found, language }, apart(lint)),
      isStale,
    )
    if (!read) continue
    const { outcome } = read
    const day = today()
    const described = dataset.tree ? undefined : await describedBy(path, around)
    const note = noteIn(format === 'html' ? htmlWriter({ language }) : markdownWriter, { language, today: day })
    const after = { ...outcome.after, name: nameOf(path), dataset, described, asked: lint }
    const changed = { ...outcome, before: { ...outcome.before, dataset: before, version: former.version }, after }
    const section = note.section(changed, { language, today: day, number: 1, among: 'none' })
    if (isStale()) continue
    return [note.start(after.name), ...section, note.end()].join('')
  }
}

interface Former {
  readonly bytes: Uint8Array
  readonly version: Version
}

async function formerOf({ path, before, around: { files } }: Asked): Promise<Former | undefined> {
  if (before !== undefined) {
    const bytes = await boundedBytes(before, files)
    return bytes && { bytes, version: { file: nameOf(before) } }
  }
  const bytes = await files.former?.(path)
  return bytes && { bytes, version: { git: await files.changed?.(path) } }
}

async function boundedBytes(path: string, files: Files): Promise<Uint8Array | undefined> {
  return ((await files.size?.(path)) ?? 0) > LARGEST ? undefined : files.read(path)
}

/** Opens the former version by what is in force for the present one. */
async function openOptions(
  { path, before = path, around, lists }: Asked,
  {
    dataset,
    reading,
    former,
    file,
  }: { readonly dataset: Dataset; readonly reading: Reading; readonly former: Former; readonly file: OpenFile },
) {
  const { project, options } = reading
  if (dataset.tree) return { tree: dataset.tree.kind, lists }
  const found = isJson(before) ? knownJson(nameOf(before), flatSource(former.bytes)) : undefined
  const { dialect } = await file.chosen()
  return {
    lists,
    schema: dataset.applied ?? ('none' as const),
    dialect: { ...(await describedDialect(before, around.files)), ...(before === path && dialectChosen(dialect)) },
    ...(found && { json: found.json }),
    heard: options,
    schemaFault: project.schemaFault,
    forgottenBy: project.forgottenBy,
  }
}

/** The rules of a note, which tells itself how a file differs from its former version. */
function apart(lint: LintOptions): LintOptions {
  return { ...lint, rules: (lint.rules ?? rules).filter(rule => !rule.readsFormer) }
}
