import type { Dataset } from '../engine/dataset'
import { numberIn } from '../engine/figure-words'
import { type Severity, severities } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { shown } from '../engine/model/shown'
import { rowsOf } from '../engine/rows-of'
import { ruleTitle } from '../engine/say'
import { verdictWords } from '../engine/verdict-words'
import { nameOf } from '../files/path'
import type { Block, Line } from './block'
import type { Changed } from './changed'
import { cellBlocks, howLines, structureLines } from './changes-of-table'
import { changesWords } from './changes-words'
import { dayInWords, metadataOf, schemaTitle } from './dataset-words'
import { eluWords } from './elu-words'
import type { Kind } from './gathered'
import type { Section } from './reported'
import { severityWord } from './words'

/** What has changed between a file and its former version, for whoever repaired it to show. */
export function* changesBlocks(changed: Changed, section: Section): Generator<Block> {
  const { before, after, comparison } = changed
  const { language, number, among } = section
  const say = changesWords[language]
  const level = among === 'others' ? 3 : 2
  if (among === 'others') yield { heading: after.name, level: 2, anchor: `f${number}`, breaks: true }
  const { version } = before
  const of = 'file' in version ? say.ofFile(version.file) : say.ofGit(version.git && dayInWords(version.git, language))
  yield { paragraph: [`${of} ${say.sameRules(modelOf(after.dataset, language))}`] }
  const moves = movesOf(before.kinds, after.kinds)
  const counts = { before: graveIn(before), after: graveIn(after) }
  yield {
    paragraph: [{ strong: `${verdictWords[language].headline[after.verdict.state]}.` }, ` ${say.brief(counts)}`],
    state: after.verdict.state,
  }
  yield { heading: say.public, level }
  yield { paragraph: [inPublic(changed, { ...counts, areSame: moves.every(isNoMove) }, section)] }
  yield { heading: say.atAGlance, level }
  yield {
    caption: say.atAGlance,
    isTold: true,
    columns: [say.what, say.before, say.after],
    rows: glance(changed, language),
  }
  yield { heading: say.findings, level }
  yield findingsBlock(moves, language)
  if (!comparison) return void (yield { paragraph: [say.noTables] })
  yield { heading: say.structure, level }
  yield { list: structureLines(changed, comparison, language) }
  if (comparison.cells.by !== 'nothing') {
    yield { heading: say.cells, level }
    yield* cellBlocks(changed, comparison, language)
  }
  yield { heading: say.how, level }
  yield { list: howLines(changed, comparison, language) }
}

/** The schema in force, if it has a name: one that stands in a document has only its place there. */
function modelOf(dataset: Dataset, language: Language): string | undefined {
  const title = schemaTitle(dataset, language)
  return title?.includes('#/') ? undefined : title
}

/** Findings of one rule in both versions. */
interface Move {
  readonly rule: string
  readonly severity: Severity
  readonly before: number
  readonly after: number
}

function movesOf(before: readonly Kind[], after: readonly Kind[]): readonly Move[] {
  const moves = new Map<string, { rule: string; severity: Severity; before: number; after: number }>()
  for (const [side, kinds] of [
    ['before', before],
    ['after', after],
  ] as const)
    for (const { rule, severity, count } of kinds) {
      const move = moves.get(rule) ?? { rule, severity, before: 0, after: 0 }
      moves.set(rule, move)
      move[side] += count
      if (severities.indexOf(severity) < severities.indexOf(move.severity)) move.severity = severity
    }
  return [...moves.values()].toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.before - a.before,
  )
}

function isNoMove({ before, after }: Move): boolean {
  return before === after
}

/** Errors and warnings of a version. One that is gone may be told of the same cell by another rule: only their number says how far one is. */
function graveIn({ verdict: { counts } }: Changed['before' | 'after']): number {
  return counts.error + counts.warning
}

/** The figures of both versions; how they are written only where that has changed. */
function glance({ before, after, comparison }: Changed, language: Language): readonly (readonly Line[])[] {
  const say = changesWords[language]
  const both = [before, after] as const
  const row = (name: string, of: (one: (typeof both)[number]) => string) => [name, ...both.map(of)].map(text => [text])
  const told = [
    row(say.verdict, ({ verdict }) => verdictWords[language].headline[verdict.state]),
    row(say.errors, ({ verdict }) => numberIn(verdict.counts.error, language)),
    row(say.warnings, ({ verdict }) => numberIn(verdict.counts.warning, language)),
  ]
  if (!comparison) return told
  const written = [
    row(say.encoding, ({ dataset }) => dataset.dialect.encoding),
    row(say.delimiter, ({ dataset }) => delimiterIn(dataset.dialect.delimiter, language)),
    row(say.ends, ({ dataset }) => ENDS[dataset.dialect.lineTerminator] ?? ''),
  ]
  return [
    ...told,
    row(say.rows, ({ dataset }) => numberIn(rowsOf(dataset), language)),
    row(say.columns, ({ dataset }) => numberIn(dataset.table.columnCount, language)),
    ...written.filter(([, one, other]) => one![0] !== other![0]),
  ]
}

const ENDS: Readonly<Record<string, string>> = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' }

function delimiterIn(delimiter: string, language: Language): string {
  return delimiter === '\t' ? changesWords[language].tab : shown[language](delimiter)
}

function findingsBlock(moves: readonly Move[], language: Language): Block {
  const say = changesWords[language]
  if (moves.length === 0) return { paragraph: [say.noFindings] }
  return {
    caption: say.findings,
    isTold: true,
    columns: [say.finding, say.severity, say.before, say.after, say.change],
    rows: moves.map(({ rule, severity, before, after }) => [
      [ruleTitle(rule, language).replaceAll('`', '')],
      [severityWord(severity, language)],
      [numberIn(before, language)],
      [numberIn(after, language)],
      [changeInWords(before, after, language)],
    ]),
  }
}

function changeInWords(before: number, after: number, language: Language): string {
  const say = changesWords[language]
  if (after === 0) return say.gone
  if (before === 0) return say.fresh
  if (before === after) return say.none
  return after < before ? say.fewer(before - after) : say.more(after - before)
}

function inPublic(
  { after: { verdict, dataset, described, name: path } }: Changed,
  { before, after, areSame }: { readonly before: number; readonly after: number; readonly areSame: boolean },
  { language, today }: Section,
): string {
  const say = changesWords[language]
  const name = metadataOf(described).title ?? nameOf(path)
  const told = { name, day: dayInWords(today, language), before, after }
  const privacy = verdict.dimensions.find(({ dimension }) => dimension === 'privacy')
  if (privacy?.state !== 'yes' && !dataset.tree) return eluWords[language].personal
  if (after >= before) return areSame && verdict.state !== 'no' ? say.same : eluWords[language].notYet
  if (verdict.state === 'no') return say.underWay(told)
  return verdict.state === 'nearly' ? say.nearly(told) : say.ready(told)
}
