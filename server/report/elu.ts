import { tableConcept } from '../engine/column-concept'
import { conceptIn } from '../engine/concept'
import type { ConceptId } from '../engine/concepts'
import { periodIn } from '../engine/describe'
import { gapInWords } from '../engine/figures'
import { distanceOf } from '../engine/meaning/date'
import type { Language } from '../engine/model/language'
import type { ColumnProfile } from '../engine/model/profile'
import { rowsOf } from '../engine/rows-of'
import { dimensionsInWords, verdictWords } from '../engine/verdict-words'
import type { Block, Line } from './block'
import { columnTitle, dayInWords, metadataOf, schemaTitle, sentenceOn } from './dataset-words'
import { eluWords } from './elu-words'
import type { Kind } from './gathered'
import { plainly } from './plain-words'
import { isLimit, type Point, pointLines, pointsOf } from './points'
import type { Reported, Section } from './reported'
import { nameOf } from '../files/path'
import { treeWords } from '../engine/tree-words'

/** Points that are told, and questions that are asked. */
const MOST_POINTS = 4
const MOST_QUESTIONS = 3

/** A dataset for an elected official, on one sheet of paper and without jargon. */
export function* eluBlocks(reported: Reported, section: Section): Generator<Block> {
  const { dataset, verdict, kinds, name } = reported
  const { language, number, among } = section
  const say = eluWords[language]
  const level = among === 'others' ? 3 : 2
  if (among === 'others') yield { heading: name, level: 2, anchor: `f${number}`, breaks: true }
  yield { paragraph: [identity(reported, section)] }
  yield { paragraph: sentenceOn(reported, language), state: verdict.state }
  const points = pointsOf(kinds)
  yield { heading: say.matters, level }
  if (points.length === 0) yield { paragraph: [say.nothing] }
  else yield { list: pointLines(dataset, points.slice(0, MOST_POINTS), language) }
  const rest = [
    ...(points.length > MOST_POINTS ? [say.others(points.length - MOST_POINTS)] : []),
    ...repairable(kinds, language),
    ...(kinds.some(isLimit) ? [say.partial] : []),
  ]
  if (rest.length > 0) yield { paragraph: [rest.join(' ')] }
  yield { heading: say.aspects, level }
  yield* aspects(reported, language)
  if (dataset.readable && !dataset.tree) {
    yield { heading: say.freshness, level }
    yield { paragraph: [freshness(reported, section)] }
    yield { heading: say.before, level }
    yield { list: questions(reported, points, language) }
  }
  yield { heading: say.public, level }
  yield { paragraph: [inPublic(reported, section)] }
}

/** What the file is, and who answers for it. */
function identity({ dataset, described }: Reported, { language }: Section): string {
  const say = eluWords[language]
  if (dataset.tree) return treeWords[dataset.tree.kind][language]
  if (!dataset.readable) return say.unreadable
  const title = schemaTitle(dataset, language)
  const { title: named, keeper, licence, purpose } = metadataOf(described)
  const told = [
    ...(named ? [`${named}.`] : []),
    say.size(rowsOf(dataset), dataset.table.columnCount),
    title === undefined ? say.followsNone : say.follows(title),
    ...(keeper ? [say.keeper(keeper)] : []),
    ...(licence ? [say.licence(licence)] : []),
    ...(purpose ? [say.purpose(purpose)] : []),
    ...(described ? [] : [say.undescribed]),
  ]
  return told.join(' ')
}

function repairable(kinds: readonly Kind[], language: Language): readonly string[] {
  const count = kinds.reduce((sum, kind) => sum + kind.repairable, 0)
  return count > 0 ? [eluWords[language].repairable(count)] : []
}

function* aspects({ verdict, dataset, described }: Reported, language: Language): Generator<Block> {
  const { documentation } = verdictWords[language].dimensions
  // Of a table without a document it was said that nothing comes with it.
  const isKnown = described !== undefined || dataset.tree !== undefined
  const all = dimensionsInWords(verdict, dataset, language).filter(
    ({ name, state }) => isKnown || name !== documentation || state !== 'yes',
  )
  const told = all.filter(({ state }) => state !== 'yes')
  if (told.length > 0)
    yield {
      list: told.map(one => [`${one.name}${language === 'fr' ? '\u00A0' : ''}: ${plainly(one.told, language)}`]),
      isBrief: true,
    }
  const fine = all.filter(({ state }) => state === 'yes').map(({ name }) => name.toLowerCase())
  if (fine.length > 0) yield { paragraph: [eluWords[language].fine(fine.join(', '))] }
}

function freshness({ profile, described }: Reported, { language, today }: Section): string {
  const say = eluWords[language]
  const { frequency, modified } = metadataOf(described, language)
  const period = profile && periodIn(profile)
  const told: string[] = []
  if (period) {
    const { first, last } = period
    const [from, to] = [dayInWords(first, language), dayInWords(last, language)]
    told.push(first === last ? say.oneDay(to) : say.period(from, to))
    if (last.length === 10 && last < today) told.push(say.lastIs(distanceOf(last, today, language)))
  }
  if (modified) told.push(say.modified(dayInWords(modified, language)))
  if (frequency) told.push(say.frequency(frequency))
  return told.join(' ') || say.undated
}

/** Figures that mislead, then what the table does not tell by itself and no point has asked yet. */
function questions({ dataset, profile }: Reported, points: readonly Point[], language: Language): readonly Line[] {
  const say = eluWords[language]
  const gaps = (profile?.columns ?? [])
    .filter(({ isWithheld }) => !isWithheld)
    .map(column => ({ column, gap: gapOf(column) }))
    .filter(({ gap }) => gap > LEAST_GAP)
    .toSorted((a, b) => b.gap - a.gap)
    .flatMap(({ column }) => {
      const sentence = gapInWords(column, language)
      const label = columnTitle(dataset, column.column, language)
      return sentence !== undefined && label ? [say.gap(label, sentence)] : []
    })
  const asked = new Set<ConceptId | undefined>(points.slice(0, MOST_POINTS).map(({ concept }) => concept))
  const concepts = [tableConcept(dataset.applied?.schema.id), ...USUAL].filter(concept => concept !== undefined)
  const others = [...new Set(concepts)]
    .filter(concept => !asked.has(concept))
    .map(concept => conceptIn(concept, language).question)
  return [...gaps.slice(0, 1), ...others].slice(0, MOST_QUESTIONS).map(text => [text])
}

/** What to ask of any table. */
const USUAL: readonly ConceptId[] = ['production-context', 'completeness', 'good-question']

/** From 0, mean and median are the same, to 1; below the least gap the sentence would be about nothing. */
const LEAST_GAP = 1 / 10

function gapOf({ numbers, isCode }: ColumnProfile): number {
  if (!numbers || isCode) return 0
  const { mean, median } = numbers
  return Math.abs(mean - median) / (Math.abs(mean) + Math.abs(median) || 1)
}

function inPublic({ name: path, dataset, verdict, described }: Reported, { language, today }: Section): string {
  const say = eluWords[language]
  const day = dayInWords(today, language)
  const name = metadataOf(described).title ?? nameOf(path)
  const privacy = verdict.dimensions.find(({ dimension }) => dimension === 'privacy')
  if (privacy?.state !== 'yes' && !dataset.tree) return say.personal
  if (verdict.state === 'no' || (!dataset.readable && !dataset.tree)) return say.notYet
  if (verdict.state === 'nearly') return say.nearly({ name, day })
  const rows = dataset.tree ? undefined : rowsOf(dataset)
  return say.ready({ name, rows, schema: schemaTitle(dataset, language), day })
}
