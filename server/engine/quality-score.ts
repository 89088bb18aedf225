import type { Dataset } from './dataset'
import { type Description, type Statement, statements } from './model/description'
import { isClosedFormat } from './model/file-format'
import { frequencyOf } from './model/frequency'
import type { Language } from './model/language'
import { isNoLicence } from './model/licence'

/** What data.gouv.fr looks at, in its order. */
type CriterionId =
  | 'description'
  | 'open-format'
  | 'licence'
  | 'frequency'
  | 'in-time'
  | 'temporal'
  | 'spatial'
  | 'documentation'
  | 'available'

/** A criterion and whether it is met; `unknown` counts as the catalogue counts it when it does not know either. */
interface Criterion {
  readonly id: CriterionId
  readonly state: 'met' | 'unmet' | 'unknown'
}

/** The quality score of a dataset on data.gouv.fr. */
export interface QualityScore {
  readonly criteria: readonly Criterion[]
  /** Of nine. */
  readonly points: number
}

/** Characters above which a description counts. */
const LONG = 100

/**
 * The score that data.gouv.fr gives a dataset, computed from its document alone: nine criteria of one point each
 * (guides.data.gouv.fr, “score de qualité”; udata’s `core/dataset`). Links are not followed: they count as available, as
 * they do there until somebody looks. `today`: YYYY-MM-DD; without it no update is late.
 */
export function qualityScore(description: Description, today?: string): QualityScore {
  const { resources } = description
  const says = (aspect: 'temporal' | 'spatial') => statements(description, aspect).length > 0
  const long = statements(description, 'description').some(({ text }) => text.length > LONG)
  const licensed = statements(description, 'licence').some(({ text }) => !isNoLicence(text))
  const frequency = frequencyIn(description)
  const open = resources.some(({ format }) => format !== undefined && !isClosedFormat(format))
  const documented = resources.some(one => one.role === 'documentation' || one.description !== undefined)
  const criteria: readonly Criterion[] = [
    { id: 'description', state: met(long) },
    { id: 'open-format', state: met(open) },
    { id: 'licence', state: met(licensed) },
    { id: 'frequency', state: met(frequency !== undefined) },
    { id: 'in-time', state: met(frequency !== undefined && isInTime(description, frequency.days, today)) },
    { id: 'temporal', state: met(says('temporal')) },
    { id: 'spatial', state: met(says('spatial')) },
    { id: 'documentation', state: met(documented) },
    { id: 'available', state: resources.length > 0 ? 'unknown' : 'unmet' },
  ]
  return { criteria, points: criteria.filter(({ state }) => state !== 'unmet').length }
}

/** Datasets of one document of which the score is told. */
const MOST = 10

/** The scores of the datasets that a document describes; none for a table, or for what describes no dataset as catalogues do. */
export function scoresIn({ tree }: Dataset, today?: string): readonly QualityScore[] {
  // Of what has no place for a licence or a title no catalogue takes the score.
  const told = (tree?.descriptions ?? []).filter(({ said, slots }) => said.has('title') || slots.has('title'))
  return tree?.kind === 'csvw' ? [] : told.slice(0, MOST).map(description => qualityScore(description, today))
}

/** The criteria by name, in the order of data.gouv.fr, with those that are met. */
export function criteriaInWords({ criteria }: QualityScore, language: Language) {
  return criteria.map(({ id, state }) => ({ name: words[language][id], isMet: state !== 'unmet' }))
}

/** The score in one sentence, with what is missing for a better one. */
export function scoreInWords({ criteria, points }: QualityScore, language: Language): string {
  const unmet = criteria.filter(({ state }) => state === 'unmet').map(({ id }) => words[language][id])
  return {
    fr: `Note de qualité de data.gouv.fr : ${points} sur 9, liens non vérifiés${unmet.length > 0 ? ` ; il manque ${unmet.join(', ')}` : ''}.`,
    en: `Quality score of data.gouv.fr: ${points} of 9, links not checked${unmet.length > 0 ? `; missing: ${unmet.join(', ')}` : ''}.`,
  }[language]
}

function met(isMet: boolean): Criterion['state'] {
  return isMet ? 'met' : 'unmet'
}

function frequencyIn(description: Description) {
  const known = statements(description, 'frequency').map(({ text }) => frequencyOf(text))
  return known.find(frequency => frequency !== undefined && frequency.code !== 'unknown')
}

/** Whether the last update is no older than the frequency promises, with a day of grace; what promises nothing is never late. */
function isInTime(description: Description, days: number | undefined, today: string | undefined): boolean {
  if (days === undefined) return true
  const last = [
    ...statements(description, 'modified'),
    ...statements(description, 'issued'),
    ...statements(description, 'created'),
  ]
  const newest = Math.max(...last.map(momentOf).filter(moment => !Number.isNaN(moment)))
  if (!Number.isFinite(newest)) return false
  return today === undefined || (Date.parse(today) - newest) / 86_400_000 <= days + 1
}

function momentOf({ text }: Statement): number {
  return Date.parse(/^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text)?.[0] ?? '')
}

const words: Readonly<Record<Language, Readonly<Record<CriterionId, string>>>> = {
  fr: {
    description: 'une description de plus de 100 caractères',
    'open-format': 'un fichier dans un format ouvert',
    licence: 'une licence',
    frequency: 'une fréquence de mise à jour',
    'in-time': 'une mise à jour dans les temps',
    temporal: 'la couverture temporelle',
    spatial: 'la couverture spatiale',
    documentation: 'une documentation ou un fichier décrit',
    available: 'un fichier',
  },
  en: {
    description: 'a description of more than 100 characters',
    'open-format': 'a file in an open format',
    licence: 'a licence',
    frequency: 'a frequency of update',
    'in-time': 'an update in time',
    temporal: 'temporal coverage',
    spatial: 'spatial coverage',
    documentation: 'documentation, or a file that is described',
    available: 'a file',
  },
}
