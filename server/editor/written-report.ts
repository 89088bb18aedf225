import type { Checked } from './checked'
import { inSlices } from '../slices'
import { describedBy } from '../described/document'
import type { Language } from '../engine/model/language'
import type { OpenFile } from './open-file'
import type { Reading } from './reading'
import { nameOf } from '../files/path'
import { htmlWriter } from '../report/block-html'
import { markdownWriter } from '../report/block-markdown'
import { reportIn } from '../report/document'
import type { DocumentFormat, ReportReader } from '../report/document-format'
import { readInSteps } from '../report/reported'
import type { Around } from '../described/resources'
import { today } from '../today'

/** For whom a report is, in what it is written, and what stands around its file, whose path `files` reads. */
interface Asked {
  readonly language: Language
  readonly reader: ReportReader
  readonly format: DocumentFormat
  readonly path: string
  readonly around: Around
}

/** The report on a file as its text is now; undefined when there is nothing to read. Edits begin it again. */
export async function reportText(
  file: OpenFile,
  { language, reader, format, path, around }: Asked,
): Promise<string | undefined> {
  for (;;) {
    const checked = await file.checked()
    const reading = await file.reading()
    if (!checked || !reading) return undefined
    if (checked.generation !== reading.generation) continue
    const { dataset, lint, found: before } = judged(checked, reading)
    const isStale = () => file.generation !== checked.generation
    const read = await inSlices(readInSteps(dataset, { lint, reader, language, before }), isStale)
    if (!read) continue
    const day = today()
    const described = dataset.tree ? undefined : await describedBy(path, around)
    const writer = format === 'html' ? htmlWriter({ language }) : markdownWriter
    const report = reportIn(writer, { language, reader, today: day })
    const reported = { ...read.outcome, name: nameOf(path), dataset, described, asked: lint }
    const section = report.section(reported, { language, today: day, number: 1, among: 'none' })
    if (isStale()) continue
    return [report.start(reported.name), ...section, report.end()].join('')
  }
}

/** What a report reads of a file as its text is now, by which rules, and what was found of the bytes on disk. */
export function judged({ isText, onDisk, options, source }: Checked, { disk }: Reading) {
  // Of what is no text, whatever the editor shows, only what is said of the disk counts.
  return {
    dataset: isText ? source.dataset : (disk ?? source.dataset),
    lint: isText ? options : { ...options, rules: [] },
    found: onDisk.map(({ diagnostic }) => diagnostic),
  }
}
