import { conceptIn } from '../engine/concept'
import { fieldInWords } from '../engine/field-words'
import { figureWords, numberIn } from '../engine/figure-words'
import { figuresOf } from '../engine/figures'
import type { Language } from '../engine/model/language'
import type { ColumnProfile } from '../engine/model/profile'
import { putIn } from '../engine/model/put-in'
import { ruleById } from '../engine/rules/by-id'
import { ruleTitle } from '../engine/say'
import type { Block, Heading, Line } from './block'
import { columnTitle } from './dataset-words'
import { fieldName } from './entry'
import { meaningOf } from './gaps'
import type { Kind } from './gathered'
import { impersonal } from './impersonal'
import { isWide } from './points'
import type { Reported } from './reported'
import { successorWords } from './successor-words'

/** Columns, and kinds of findings, that have a row of their own; and columns that one of these names. */
const MOST_COLUMNS = 60
const MOST_KINDS = 20
const NAMED = 4

/** Each column in plain words: what it means, what is expected there and what is there. */
export function* columnBlocks(
  reported: Reported,
  { language, level }: { readonly language: Language; readonly level: Heading['level'] },
): Generator<Block> {
  const say = successorWords[language]
  const { dataset, profile } = reported
  const columns = profile?.columns ?? []
  yield { heading: say.columns, level }
  yield {
    caption: say.columns,
    isTold: true,
    columns: [say.column, say.meaning, say.asked, say.found],
    rows: columns.slice(0, MOST_COLUMNS).map(one => {
      const meaning = meaningOf(dataset, one.column, language)
      return [
        [fieldName(dataset, one.column)?.trim() || `${say.column} ${one.column + 1}`],
        [meaning === undefined ? say.unexplained : impersonal(meaning, language)],
        [askedOf(reported, one, language)],
        [foundIn(one, profile!.rows, language)],
      ]
    }),
  }
  if (columns.length > MOST_COLUMNS) yield { paragraph: [say.moreColumns(columns.length - MOST_COLUMNS)] }
}

function askedOf({ dataset }: Reported, { column }: ColumnProfile, language: Language): string {
  const field = dataset.described.header.fields[column]
  if (!field) return successorWords[language].freely
  // A regular expression tells a reader less than the meaning does.
  const { pattern: _, ...constraints } = field.constraints
  return fieldInWords({ ...field, constraints }, language)
    .map(closed)
    .join(' ')
}

function foundIn(profile: ColumnProfile, rows: number, language: Language): string {
  const colon = { fr: ' : ', en: ': ' }[language]
  const { type } = figureWords[language]
  const isTypeTold = profile.declared !== undefined && !isOtherwise(profile)
  return figuresOf(profile, rows, language)
    .filter(({ name, isDetail }) => !isDetail && !(isTypeTold && name === type))
    .map(({ name, value }) => closed(`${name}${colon}${value}`))
    .join(' ')
}

/** Whether the values look like another type than the one declared. */
function isOtherwise({ declared, found }: ColumnProfile): boolean {
  return declared?.type !== found.type && found.type !== 'string'
}

function closed(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}

/** What was found today, rule by rule, with how it is repaired. */
export function* wrongBlocks({ dataset, kinds }: Reported, language: Language): Generator<Block> {
  const say = successorWords[language]
  if (kinds.length === 0) return void (yield { paragraph: [say.nothingWrong] })
  const byRule = new Map<string, Kind[]>()
  for (const kind of kinds) putIn(byRule, kind.rule, kind)
  const rules = [...byRule]
  yield {
    caption: say.wrong,
    isTold: true,
    columns: [say.finding, say.place, say.count, say.mend],
    rows: rules.slice(0, MOST_KINDS).map(([rule, of]): readonly Line[] => {
      const columns = [...new Set(of.flatMap(({ column }) => columnTitle(dataset, column, language) ?? []))]
      const named = columns.slice(0, NAMED).join(', ')
      return [
        [ruleTitle(rule, language).replaceAll('`', '')],
        [(columns.length > NAMED ? `${named}…` : named) || say.anywhere],
        [numberIn(countOf(of), language)],
        [mendingOf(rule, of, language)],
      ]
    }),
  }
  if (rules.length > MOST_KINDS) yield { paragraph: [say.moreKinds(rules.length - MOST_KINDS)] }
  const repairable = repairableOf(kinds)
  if (repairable > 0) yield { paragraph: [say.repairable(repairable)] }
}

function countOf(kinds: readonly Kind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0)
}

/** What repairs itself, then the advice of the concept; a wide one advises on little, where all is repaired already. */
function mendingOf(rule: string, kinds: readonly Kind[], language: Language): string {
  const say = successorWords[language]
  const concept = ruleById(rule)?.concepts[0]
  const repairable = repairableOf(kinds)
  const isAll = repairable === countOf(kinds)
  const advice = concept === undefined || (isAll && isWide(concept)) ? '' : conceptIn(concept, language).repair
  const atOnce = repairable === 0 ? '' : isAll ? say.allAtOnce : say.someAtOnce(repairable)
  return [atOnce, advice].filter(Boolean).join(' ')
}

function repairableOf(kinds: readonly Kind[]): number {
  return kinds.reduce((sum, { repairable }) => sum + repairable, 0)
}
