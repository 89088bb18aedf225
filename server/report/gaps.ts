import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import { inLanguage } from '../engine/model/localised'
import { shortened } from '../engine/model/shown'
import { columnTitle } from './dataset-words'
import { isPersonal } from './impersonal'
import type { Reported, Section } from './reported'
import { roles, type Said } from './said'
import { type Gap, successorWords } from './successor-words'

/** Columns that one question names. */
const NAMED = 8

/** What nobody has written of a dataset yet, as questions to who keeps it. */
export function gapsOf(reported: Reported, said: Said, { language, today }: Section): readonly string[] {
  const { gapOf, always } = successorWords[language]
  const { dataset, asked } = reported
  const isTable = dataset.readable && !dataset.tree
  const isOver = [said.nextReview, said.of('expires')].some(day => day !== undefined && day < today)
  const gaps: readonly Gap[] = [
    ...untold('document', said.document),
    ...untold('title', said.of('title')),
    ...untold('description', said.of('description')),
    ...untold('purpose', said.of('purpose')),
    ...untold('producer', said.role('producer')),
    ...untold('steward', said.role('steward') ?? said.of('steward')),
    ...untold('deputy', said.role('deputy')),
    ...(isHeldByPerson(said) ? (['person'] as const) : []),
    ...untold('dataProtectionOfficer', said.role('dataProtectionOfficer')),
    ...untold('publication', said.role('publication')),
    ...untold('contact', said.of('contact')),
    ...untold('licence', said.of('licence')),
    ...untold('personal-data', said.of('personal-data')),
    ...untold('provenance', said.of('provenance')),
    ...untold('frequency', said.of('frequency')),
    ...untold('nextReview', said.nextReview),
    ...(isOver ? (['overdue'] as const) : []),
    ...untold('address', said.addresses[0] ?? said.of('identifier')),
    ...(isTable && !dataset.applied ? (['schema'] as const) : []),
    ...((asked.accepted ?? []).some(({ until }) => until < today) ? (['accepted'] as const) : []),
  ]
  const open = said.questions.filter(({ answer }) => answer === undefined).map(({ question }) => question)
  return [...gaps.map(gap => gapOf[gap]), ...columnGaps(dataset, language), ...open, ...always]
}

function untold(gap: Gap, text: string | undefined): readonly Gap[] {
  return text === undefined ? [gap] : []
}

/** What a column is said to hold, by the schema in force; undefined where nobody says more than its name. */
export function meaningOf({ described }: Dataset, column: number, language: Language): string | undefined {
  const field = described.header.fields[column]
  const title = inLanguage(field?.title, language)
  const isMore = title !== undefined && title !== field?.name
  return inLanguage(field?.description, language) ?? (isMore ? title : undefined)
}

/** Whether somebody is named where a role should be. */
function isHeldByPerson(said: Said): boolean {
  const told = [...roles.map(said.role), said.of('steward'), said.of('contact')]
  return told.some(text => text !== undefined && isPersonal(text))
}

function columnGaps(dataset: Dataset, language: Language): readonly string[] {
  if (!dataset.readable || dataset.tree) return []
  const { gapColumn, gapColumns } = successorWords[language]
  const names = dataset.described.columns
    .filter(({ index, isOwn }) => !isOwn && meaningOf(dataset, index, language) === undefined)
    .flatMap(({ index }) => columnTitle(dataset, index, language) ?? [])
    .map(shortened)
  if (names.length === 0) return []
  if (names.length === 1) return [gapColumn(names[0]!)]
  const told = names.slice(0, NAMED).join(', ')
  return [gapColumns(names.length > NAMED ? `${told}…` : told)]
}
