import { onlyFile, type Period } from '../model/described-file'
import { type Description, type Slot, statements } from '../model/description'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { type TreeFinding, treeRule } from './rule'

type Contradicted = { readonly kind: 'contradicted'; readonly told: string; readonly period: Period }

/** The period that the data covers is not said, or most of the data lies outside of the one that is. */
export const missingTemporalCoverage = treeRule<Missing | Contradicted>({
  id: 'missing-temporal-coverage',
  severity: 'warning',
  preset: 'standard',
  concepts: ['metadata', 'metadata-quality-score'],

  *check({ descriptions, files }) {
    for (const description of descriptions) {
      const period = onlyFile(description, files)?.period
      for (const finding of missing(description, 'temporal'))
        yield { ...finding, facts: { ...finding.facts, slot: filled(finding.facts.slot, period) } }
      if (period) yield* contradicted(description, period)
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'missing'
        ? 'La fiche ne dit pas quelle période ces données couvrent : donnez le premier et le dernier jour, c’est ce que l’on cherche d’abord.'
        : `La fiche annonce la période ${facts.told}, mais la plupart des dates des données sont ailleurs, entre ${facts.period.first} et ${facts.period.last} : l’une des deux n’est plus à jour.`,
    en: facts =>
      facts.kind === 'missing'
        ? 'The document does not say which period this data covers: give the first and the last day, which is what one looks for first.'
        : `The document tells the period ${facts.told}, but most dates of the data lie elsewhere, between ${facts.period.first} and ${facts.period.last}: one of the two is out of date.`,
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})

/** The place with what the data tell in it first. */
function filled(slot: Slot | undefined, period: Period | undefined): Slot | undefined {
  return slot && period ? { ...slot, values: slot.values.map(value => withPeriod(value, period)) } : slot
}

function withPeriod(value: unknown, period: Period): unknown {
  if (value === '…/…') return `${period.first}/${period.last}`
  if (typeof value !== 'object' || value === null) return value
  const told = { start: period.first, end: period.last }
  if ('start' in value) return { ...value, ...told }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, ends(key, period) ?? withPeriod(one, period)]),
  )
}

/** The first or the last day, under the key that DCAT has for it, whatever its prefix. */
function ends(key: string, { first, last }: Period): string | undefined {
  return /\bstartDate$/.test(key) ? first : /\bendDate$/.test(key) ? last : undefined
}

function* contradicted(description: Description, period: Period): Generator<TreeFinding<Contradicted>> {
  for (const { node, text } of statements(description, 'temporal')) {
    const [start = '', end = ''] = text.split('/')
    const { median } = period
    const isBefore = isDay(start) && median < start.slice(0, median.length)
    const isAfter = isDay(end) && median.slice(0, end.length) > end
    if (isBefore || isAfter) yield { pointer: pointerOf(node), facts: { kind: 'contradicted', told: text, period } }
  }
}

function isDay(text: string): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)
}
