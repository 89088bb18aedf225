import { conceptIn, nameOfAddress } from '../engine/concept'
import type { ConceptId } from '../engine/concepts'
import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'
import { shortened } from '../engine/model/shown'
import { rulePage } from '../engine/pages'
import { scoreInWords, scoresIn } from '../engine/quality-score'
import { ruleById } from '../engine/rules/by-id'
import { ruleTitle } from '../engine/say'
import { dimensionsInWords } from '../engine/verdict-words'
import { homeOf } from '../engine/home'
import { treeWords } from '../engine/tree-words'
import { agentWords } from './agent-words'
import type { Block, Heading, Line } from './block'
import { sentenceOn } from './dataset-words'
import { fieldName } from './entry'
import type { Kind } from './gathered'
import type { Reported, Section } from './reported'
import { dialectInWords, schemaInWords, severityWord } from './words'

/** A dataset for the agent who keeps it: the verdict, how it was read, every finding, and the concepts behind them. */
export function* agentBlocks(reported: Reported, section: Section): Generator<Block> {
  const { dataset, verdict, kinds, name } = reported
  const { language, number, among } = section
  const say = agentWords[language]
  const top: 2 | 3 = among === 'others' ? 3 : 2
  if (among === 'others') yield { heading: name, level: 2, anchor: `f${number}`, breaks: true }
  yield { paragraph: sentenceOn(reported, language), state: verdict.state }
  const lines = readAs(reported, section)
  if (lines.length > 0) yield { list: lines }
  yield { heading: say.aspects, level: top }
  yield {
    caption: say.aspects,
    isTold: true,
    columns: [say.aspect, say.state],
    rows: dimensionsInWords(verdict, dataset, language).map(one => [[one.name], [one.told]]),
  }
  yield { heading: say.found, level: top }
  if (kinds.length === 0) return void (yield { paragraph: [say.none] })
  const all = kinds.map((kind, i) => ({ kind, anchor: `f${number}-${i + 1}` }))
  yield {
    caption: say.found,
    isTold: true,
    columns: [say.finding, say.column, say.severity, say.count, say.repairable],
    rows: all.map(({ kind, anchor }, i) => [
      [{ link: `${i + 1}. ${titleOf(kind, language)}`, to: `#${anchor}` }],
      [fieldName(homeOf(dataset, kind), kind.column) ?? ''],
      [severityWord(kind.severity, language)],
      [numberIn(kind.count, language)],
      [numberIn(kind.repairable, language)],
    ]),
  }
  yield { heading: say.each, level: top }
  for (const [i, { kind, anchor }] of all.entries()) {
    const label = fieldName(homeOf(dataset, kind), kind.column)?.trim()
    const heading = `${i + 1}. ${titleOf(kind, language)}${label ? ` (${shortened(label)})` : ''}`
    yield* kindBlocks(reported, kind, section, { heading, level: (top + 1) as 3 | 4, anchor })
  }
  yield { heading: say.notions, level: top }
  const concepts = new Set(kinds.flatMap(({ rule }) => ruleById(rule)?.concepts[0] ?? []))
  for (const concept of concepts) yield* conceptBlocks(concept, section, (top + 1) as 3 | 4)
}

/** The schema and the dialect of a table, or what a document is, and how a catalogue would note it. */
function readAs({ dataset, described }: Reported, { language, today }: Section): readonly Line[] {
  const [score] = described ? scoresIn(described.dataset, today) : []
  const own = scoresIn(dataset, today).map(one => [scoreInWords(one, language)])
  const noted = score && described ? [[agentWords[language].score(score.points, described.document)]] : []
  if (dataset.tree) return [[treeWords[dataset.tree.kind][language]], ...own]
  if (!dataset.readable) return noted
  return [[`${schemaInWords(dataset, language)}.`], [`${dialectInWords(dataset, language)}.`], ...noted]
}

function titleOf({ rule }: Kind, language: Language): string {
  return ruleTitle(rule, language).replaceAll('`', '')
}

/** All that was found of one kind, with why it matters and the way to its concept. */
function* kindBlocks(
  { dataset }: Reported,
  kind: Kind,
  { language, number }: Section,
  heading: Heading,
): Generator<Block> {
  const { rule, severity, column, count, told } = kind
  const say = agentWords[language]
  const concept = ruleById(rule)?.concepts[0]
  const label = fieldName(homeOf(dataset, kind), column)
  yield heading
  yield { paragraph: whyOf(rule, language) }
  yield {
    paragraph: [
      `${severityWord(severity, language)} · ${say.rule} `,
      { code: rule },
      ...(concept
        ? [` · ${say.notion} `, { link: conceptIn(concept, language).title, to: `#f${number}-${concept}` }]
        : []),
    ],
  }
  const hasValues = told.some(({ value, isWithheld }) => value !== undefined || isWithheld)
  const hasRepairs = told.some(({ repair }) => repair !== undefined)
  if (told.length > 0)
    yield {
      caption: say.caption(label, count),
      columns: [
        dataset.tree || dataset.json ? say.lineAndCharacter : told[0]!.isRow ? say.row : say.place,
        ...(hasValues ? [say.value] : []),
        say.finding,
        ...(hasRepairs ? [say.repair] : []),
      ],
      rows: told.map(({ place, value, isWithheld, message, repair }) => [
        [place],
        ...(hasValues ? [isWithheld ? [say.withheld] : value === undefined ? [] : [{ value }]] : []),
        [message],
        ...(hasRepairs ? [[repair ?? '']] : []),
      ]),
    }
  if (count > told.length) yield { paragraph: [say.leftOut(count - told.length)] }
}

/** The first paragraph of a rule’s page. */
function whyOf(rule: string, language: Language): Line {
  const [, first = ''] = rulePage(rule, language).split(/\n{2,}/)
  return first
    .replaceAll('\n', ' ')
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part : { value: part }))
}

function* conceptBlocks(id: ConceptId, { language, number }: Section, level: 3 | 4): Generator<Block> {
  const say = agentWords[language]
  const { title, definition, stake, mistake, repair, question, references } = conceptIn(id, language)
  yield { heading: title, level, anchor: `f${number}-${id}` }
  yield { paragraph: [[definition, stake].filter(Boolean).join(' ')] }
  const told: Line[] = [
    ...(mistake ? [[say.mistake, mistake]] : []),
    ...(repair ? [[say.mend, repair]] : []),
    ...(question ? [[say.question, question]] : []),
  ]
  if (references.length > 0)
    told.push([
      say.references,
      ...references.flatMap((to, i) => [...(i > 0 ? [', '] : []), { link: nameOfAddress(to, language), to }]),
    ])
  yield { list: told }
}
