import { columnConcept, tableConcept } from '../engine/column-concept'
import { conceptIn, nameOfAddress } from '../engine/concept'
import type { ConceptId } from '../engine/concepts'
import { periodIn } from '../engine/describe'
import { columnIdentifier } from '../engine/model/column-identifier'
import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import { shown } from '../engine/model/shown'
import { rowsOf } from '../engine/rows-of'
import { ruleById } from '../engine/rules/by-id'
import { nameOf } from '../files/path'
import { treeWords } from '../engine/tree-words'
import type { Block, Line } from './block'
import { columnTitle, dayInWords, sentenceOn } from './dataset-words'
import { gapsOf } from './gaps'
import { impersonal } from './impersonal'
import type { Reported, Section } from './reported'
import { frequencyInWords, licenceInWords, roles, type Said, saidOf } from './said'
import { acceptedBlock, settingsLines } from './settings-words'
import { columnBlocks, wrongBlocks } from './successor-tables'
import { successorWords } from './successor-words'
import { dialectInWords, schemaInWords } from './words'

/** Columns named as those that a spreadsheet damages, and concepts that are explained. */
const MOST_NAMED = 12
const MOST_CONCEPTS = 10

/** A dataset for whoever keeps it next: what is known of it, and what is still to be asked. */
export function* successorBlocks(reported: Reported, section: Section): Generator<Block> {
  const { dataset, verdict, name, asked } = reported
  const { language, number, among } = section
  const say = successorWords[language]
  const level = among === 'others' ? 3 : 2
  const said = saidOf(reported)
  const gaps = gapsOf(reported, said, section)
  const gapsAt = `f${number}-gaps`
  if (among === 'others') yield { heading: name, level: 2, anchor: `f${number}`, breaks: true }
  yield { paragraph: [say.aim] }
  const [before, link, after] = say.toAsk(gaps.length)
  yield { paragraph: [before, { link, to: `#${gapsAt}` }, after] }
  for (const [heading, first, second, rows] of [
    [say.what, say.thing, say.told, identity(reported, said, section)],
    [say.who, say.role, say.whoIt, people(said, language)],
    [say.law, say.thing, say.told, law(reported, said, language)],
    [say.made, say.thing, say.told, making(reported, said, section)],
    [say.where, say.thing, say.told, said.addresses.map(address => [[say.address], [{ value: address }]])],
  ] as const) {
    if (rows.length === 0) continue
    yield { heading, level }
    yield { caption: heading, isTold: true, shape: 'facts', columns: [first, second], rows }
  }
  yield { heading: say.file, level }
  yield { list: fileLines(reported, language) }
  if (dataset.readable && !dataset.tree) yield* columnBlocks(reported, { language, level })
  yield { heading: say.wrong, level }
  yield { paragraph: sentenceOn(reported, language), state: verdict.state }
  yield* wrongBlocks(reported, language)
  yield { heading: say.accepted, level }
  yield acceptedBlock(dataset, asked, section)
  if (said.questions.some(({ answer }) => answer !== undefined)) {
    yield { heading: say.answers, level }
    yield {
      caption: say.answers,
      isTold: true,
      columns: [say.question, say.answer],
      rows: said.questions.flatMap(({ question, answer }) =>
        answer === undefined ? [] : [[[impersonal(question, language)], [impersonal(answer, language)]]],
      ),
    }
  }
  yield { heading: say.settings, level }
  yield { list: settingsLines(asked, language) }
  yield { heading: say.concepts, level }
  yield { list: conceptsOf(reported).map(id => conceptLine(id, language)) }
  yield { heading: say.gaps, level, anchor: gapsAt, breaks: true }
  yield { paragraph: [say.gapsAim] }
  yield {
    caption: say.gaps,
    isTold: true,
    shape: 'form',
    columns: [say.question, say.answer],
    rows: gaps.map(question => [[impersonal(question, language)], []]),
  }
}

type Rows = readonly (readonly Line[])[]

/** Rows of what is said; what is not said has none. */
function rowsFor(told: readonly (readonly [name: string, text: string | undefined])[], language: Language): Rows {
  return told.flatMap(([name, text]) => (text === undefined ? [] : [[[name], [impersonal(text, language)]]]))
}

function identity({ dataset, name }: Reported, said: Said, { language }: Section): Rows {
  const say = successorWords[language]
  const told = [
    [say.named, said.of('title')],
    [say.description, said.of('description')],
    [say.policy, said.policy?.[language]],
    [say.purpose, said.of('purpose')],
    [say.temporal, said.of('temporal') && intervalInWords(said.of('temporal')!, language)],
    [say.spatial, said.of('spatial')],
  ] as const
  const rows = rowsFor(told, language)
  const about = dataset.tree
    ? treeWords[dataset.tree.kind][language]
    : dataset.readable
      ? say.size(rowsOf(dataset), dataset.table.columnCount)
      : say.noTable
  return [
    ...rows,
    ...(rows.length === 0 && !dataset.tree ? [[[nameOf(name)], [say.unsaid]]] : []),
    [[say.sizeName], [about]],
  ]
}

/** An ISO 8601 interval with both of its ends, as people write it; else as it stands. */
function intervalInWords(text: string, language: Language): string {
  const [first = '', last = ''] = text.split('/')
  if (first === '' || last === '') return text
  return successorWords[language].period(dayInWords(first, language), dayInWords(last, language))
}

function people(said: Said, language: Language): Rows {
  const say = successorWords[language]
  const held = roles.map(role => [say.roles[role], said.role(role)] as const)
  const steward = said.role('steward') === undefined ? said.of('steward') : undefined
  const isKnown = steward === undefined || steward === said.role('producer')
  return rowsFor(
    [...held, ...(isKnown ? [] : [[say.roles.steward, steward] as const]), [say.contact, said.of('contact')]],
    language,
  )
}

function law({ verdict }: Reported, said: Said, language: Language): Rows {
  const say = successorWords[language]
  const licence = said.of('licence')
  const personal = said.of('personal-data')
  const privacy = verdict.dimensions.find(({ dimension }) => dimension === 'privacy')
  const told = [
    ...(personal === undefined ? [] : [say.personal[personal] ?? say.personalOther(personal)]),
    ...(privacy && privacy.state !== 'yes' ? [say.seen] : []),
  ]
  return rowsFor(
    [
      [say.licence, licence && licenceInWords(licence)],
      [say.personalName, told.length > 0 ? told.join(' ') : undefined],
      [say.legislation, said.of('legislation')],
    ],
    language,
  )
}

function making({ profile }: Reported, said: Said, { language, today }: Section): Rows {
  const say = successorWords[language]
  const frequency = said.of('frequency')
  const period = profile && periodIn(profile)
  const day = (text: string | undefined) => text && dayInWords(text, language)
  const due = (text: string | undefined) => text && (text < today ? say.isOver(day(text)!) : day(text))
  return rowsFor(
    [
      [say.provenance, said.of('provenance')],
      [say.frequency, frequency && frequencyInWords(frequency, language)],
      [say.collected, day(said.of('collected'))],
      [say.modified, day(said.of('modified'))],
      [say.dates, period && say.period(day(period.first)!, day(period.last)!)],
      [say.nextReview, due(said.nextReview)],
      [say.expires, due(said.of('expires'))],
    ],
    language,
  )
}

/** How the file is written, and how to open it and save it again as it is. */
function fileLines(reported: Reported, language: Language): readonly Line[] {
  const { dataset } = reported
  const say = successorWords[language]
  if (dataset.tree) return [[treeWords[dataset.tree.kind][language]], [say.json]]
  if (!dataset.readable) return [[say.noTable]]
  const written: readonly Line[] = [[`${schemaInWords(dataset, language)}.`], [`${dialectInWords(dataset, language)}.`]]
  if (dataset.json) return [...written, [say.json]]
  const { delimiter, encoding } = dataset.dialect
  const mark = delimiter === '\t' ? { fr: 'tabulation', en: 'tab' }[language] : shown[language](delimiter)
  const name = encoding.toUpperCase()
  const kept = keptAsText(reported, language)
  return [
    ...written,
    [say.open(name, mark)],
    ...(kept.length > 0 ? [[say.asText(kept.join(', '))]] : []),
    [say.save(name, mark)],
    [say.edit],
  ]
}

/** The columns that a spreadsheet changes when it takes them for numbers or dates. */
function keptAsText({ dataset, profile }: Reported, language: Language): readonly string[] {
  const names = (profile?.columns ?? [])
    .filter(({ column, isCode, dates, declared }) => {
      const told = dataset.described.columns[column]
      const isNumber = isCode || (told !== undefined && columnIdentifier(told) !== undefined)
      return (
        dates !== undefined ||
        declared?.type === 'date' ||
        (isNumber && dataset.firstRows.values(column).some(text => DIGITS.test(text)))
      )
    })
    .flatMap(({ column }) => columnTitle(dataset, column, language) ?? [])
  return names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), '…'] : names
}

/** What a spreadsheet takes for a number. */
const DIGITS = /^\s*\+?\d[\d\s.,]*(?:e\+?\d+)?\s*$/i

/** The concepts behind what is wrong, then behind the table and its columns. */
function conceptsOf({ dataset, kinds, profile }: Reported): readonly ConceptId[] {
  const schema = dataset.applied?.schema.id
  const ofTable = tableConcept(schema)
  const ofColumns = dataset.tree ? [] : dataset.described.columns.map(told => conceptOf(dataset, told.index, profile))
  const all = [
    ...kinds.flatMap(({ rule }) => ruleById(rule)?.concepts[0] ?? []),
    ...(ofTable ? [ofTable] : []),
    ...ofColumns,
    ...USUAL,
  ]
  return [...new Set(all)].slice(0, MOST_CONCEPTS)
}

/** What whoever takes a dataset over must know of any. */
const USUAL: readonly ConceptId[] = ['succession', 'data-governance', 'metadata']

function conceptOf({ described, applied }: Dataset, column: number, profile: Reported['profile']): ConceptId {
  const told = described.columns[column]!
  const { label, field } = told
  return columnConcept({
    label,
    field,
    identifier: columnIdentifier(told),
    schema: applied?.schema.id,
    profile: profile?.columns[column],
    rows: profile?.rows,
  })
}

function conceptLine(id: ConceptId, language: Language): Line {
  const { title, definition, references } = conceptIn(id, language)
  const [to] = references
  return [
    { strong: title },
    `. ${definition}`,
    ...(to === undefined ? [] : [' ', { link: nameOfAddress(to, language), to }]),
  ]
}
