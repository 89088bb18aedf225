import { conceptIn } from '../engine/concept'
import type { ConceptId } from '../engine/concepts'
import type { Dataset } from '../engine/dataset'
import { type Dimension, dimensionOf } from '../engine/dimensions'
import type { Language } from '../engine/model/language'
import { ruleById } from '../engine/rules/by-id'
import type { Line } from './block'
import { columnTitle } from './dataset-words'
import { eluWords } from './elu-words'
import type { Kind } from './gathered'
import { isJargon, plainReason, plainTitle } from './plain-words'

/** What findings of one concept come to, or of one rule where the concept is a wide one. */
export interface Point {
  readonly concept: ConceptId
  readonly dimension: Dimension
  readonly kinds: readonly Kind[]
}

/** Concepts of so many rules that each says better by itself why it matters. */
const WIDE: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'validity',
  'csv-format',
  'data-dictionary',
  'spreadsheet-traps',
])

/** Whether a concept is so wide that each of its rules says better by itself what to do. */
export function isWide(concept: ConceptId): boolean {
  return WIDE.has(concept)
}

/** What stands in the way: what concerns persons first, then what is worst, then what is most. */
export function pointsOf(kinds: readonly Kind[]): readonly Point[] {
  const points = new Map<string, Point & { readonly kinds: Kind[] }>()
  for (const kind of kinds) {
    const concept = ruleById(kind.rule)?.concepts[0]
    if (!concept || isLimit(kind) || (kind.severity !== 'error' && kind.severity !== 'warning')) continue
    const key = isWide(concept) ? kind.rule : concept
    const point = points.get(key) ?? { concept, dimension: dimensionOf(kind.rule), kinds: [] }
    points.set(key, point)
    point.kinds.push(kind)
  }
  return [...points.values()].toSorted((a, b) => urgency(a) - urgency(b) || countOf(b.kinds) - countOf(a.kinds))
}

/** Whether it tells what was not checked rather than what is wrong. */
export function isLimit({ rule }: Kind): boolean {
  return rule === 'not-checked' || rule === 'internal-error'
}

function urgency({ dimension, kinds }: Point): number {
  if (dimension === 'privacy') return 0
  return kinds.some(({ severity }) => severity === 'error') ? 1 : 2
}

function countOf(kinds: readonly Kind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0)
}

/** Of each point what is wrong, why that matters, and what to ask of whom; nothing is asked twice. */
export function pointLines(dataset: Dataset, points: readonly Point[], language: Language): readonly Line[] {
  const say = eluWords[language]
  const asked = new Set<string>()
  return points.map(({ concept, dimension, kinds }) => {
    const { question } = conceptIn(concept, language)
    const columns = [...new Set(kinds.flatMap(({ column }) => columnTitle(dataset, column, language) ?? []))]
    const times = say.times(countOf(kinds), columns)
    const { rule } = kinds[0]!
    const isAsked = question === '' || asked.has(question)
    asked.add(question)
    const told = [reasonOf(rule, concept, language), ...(isAsked ? [] : [say.ask(say.whom[dimension], question)])]
    return [{ strong: titleOf(kinds, language) }, `${times && ` (${times})`}. ${told.filter(Boolean).join(' ')}`]
  })
}

/** What is wrong: the titles of the rules, of which the worst or most frequent comes first. */
function titleOf(kinds: readonly Kind[], language: Language): string {
  const [first = '', ...others] = new Set(kinds.map(({ rule }) => plainTitle(rule, language)))
  const more = others.slice(0, MOST_TITLES - 1).map(title => (/^.\p{Ll}/u.test(title) ? uncapitalised(title) : title))
  return [first, ...more].join(', ') + (others.length >= MOST_TITLES ? '…' : '')
}

const MOST_TITLES = 3

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Why a finding matters: by the rule’s own page where its concept is a wide one, else by what is at stake. */
function reasonOf(rule: string, concept: ConceptId, language: Language): string {
  const { title, stake } = conceptIn(concept, language)
  const own = isWide(concept) ? plainReason(rule, language) : undefined
  if (own !== undefined || !SPEAKS_OF_IT.test(stake)) return own ?? stake
  return isJargon(title) ? '' : eluWords[language].gap(title, uncapitalised(stake))
}

/** Beginnings of a stake that mean its concept and do not name it. */
const SPEAKS_OF_IT =
  /^(?:Sans (?:lui|elle|ce|cette)\b|Il |Elle |C’est par lui|Passé ce jour|De ces|Ce numéro|Without (?:it|that)\b|It |This |These two |After that)/
