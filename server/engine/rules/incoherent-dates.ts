import type { DescribedFile } from '../model/described-file'
import { type Aspect, type Description, type Statement, statements } from '../model/description'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { type TreeFinding, treeRule } from './rule'

type Incoherent =
  | {
      readonly kind: 'order'
      readonly first: Aspect
      readonly later: Aspect
      readonly dates: readonly [string, string]
    }
  | { readonly kind: 'future'; readonly date: string }
  | { readonly kind: 'interval'; readonly dates: readonly [string, string] }
  | { readonly kind: 'unreadable'; readonly text: string; readonly of: 'day' | 'period' }
  | { readonly kind: 'changed'; readonly date: string; readonly file: string; readonly changed: string }

/** Dates that cannot all be right, and what stands for a date and is none. */
export const incoherentDates = treeRule<Incoherent>({
  id: 'incoherent-dates',
  severity: ({ kind }) => (kind === 'changed' || kind === 'unreadable' ? 'warning' : 'error'),
  preset: 'standard',
  concepts: ['collection-date'],

  *check({ descriptions, files, structure }, today) {
    const told = new Set(structure.map(({ at }) => at))
    for (const description of descriptions) {
      for (const finding of unreadable(description)) if (!told.has(finding.pointer)) yield finding
      for (const [first, later] of ORDER) yield* outOfOrder(description, first, later)
      for (const aspect of ['created', 'modified', 'collected'] as const)
        for (const { node, text } of statements(description, aspect)) {
          const date = dayOf(text)
          // A day of grace: it may be tomorrow elsewhere.
          if (date && today && date > today && date.slice(0, 10) !== dayAfter(today))
            yield { pointer: pointerOf(node), facts: { kind: 'future', date } }
        }
      yield* changedSince(description, files)
      for (const { node, text } of statements(description, 'temporal')) {
        const [start, end] = text.split('/').map(dayOf)
        if (start && end && isAfter(start, end))
          yield { pointer: pointerOf(node), facts: { kind: 'interval', dates: [start, end] } }
      }
    }
  },

  message: {
    fr: facts => {
      if (facts.kind === 'future')
        return `${shown.fr(facts.date)} est dans le futur, alors que cette date dit ce qui a eu lieu : vérifiez l’année, le mois et le jour.`
      if (facts.kind === 'unreadable')
        return facts.of === 'day'
          ? `${shown.fr(facts.text)} n’est pas une date que les catalogues savent lire : écrivez-la AAAA-MM-JJ, comme 2024-12-31.`
          : `La période ${shown.fr(facts.text)} ne se lit pas : écrivez-en le premier et le dernier jour AAAA-MM-JJ, comme 2024-01-01 et 2024-12-31.`
      if (facts.kind === 'interval')
        return `La période couverte finit le ${facts.dates[1]}, avant de commencer le ${facts.dates[0]} : les deux dates sont sans doute inversées.`
      if (facts.kind === 'changed')
        return `La fiche dit les données modifiées le ${facts.date}, et ${facts.file} a changé le ${facts.changed} d’après git : mettez cette date à jour, c’est à elle qu’on voit si les données sont fraîches.`
      return `La date ${NAMES.fr[facts.later]}, ${facts.dates[1]}, précède la date ${NAMES.fr[facts.first]}, ${facts.dates[0]} : l’une des deux est fausse.`
    },
    en: facts => {
      if (facts.kind === 'future')
        return `${shown.en(facts.date)} lies in the future, though this date tells what has taken place: check year, month and day.`
      if (facts.kind === 'unreadable')
        return facts.of === 'day'
          ? `${shown.en(facts.text)} is no date that catalogues can read: write it YYYY-MM-DD, such as 2024-12-31.`
          : `The period ${shown.en(facts.text)} cannot be read: write its first and last day YYYY-MM-DD, such as 2024-01-01 and 2024-12-31.`
      if (facts.kind === 'interval')
        return `The period covered ends on ${facts.dates[1]}, before it begins on ${facts.dates[0]}: the two dates are probably swapped.`
      if (facts.kind === 'changed')
        return `The document says that the data was modified on ${facts.date}, and ${facts.file} was changed on ${facts.changed} according to git: bring this date up to date, by which one sees how fresh the data is.`
      return `The date ${NAMES.en[facts.later]}, ${facts.dates[1]}, is before the date ${NAMES.en[facts.first]}, ${facts.dates[0]}: one of the two is wrong.`
    },
  },
})

/** Dates and periods in other words than ISO 8601’s; an address may tell one too. */
function* unreadable(description: Description): Generator<TreeFinding<Incoherent>> {
  for (const aspect of ['created', 'issued', 'modified', 'collected', 'expires'] as const)
    for (const { node, text } of statements(description, aspect))
      if (!isMoment(text)) yield { pointer: pointerOf(node), facts: { kind: 'unreadable', text, of: 'day' } }
  for (const { node, text } of statements(description, 'temporal')) {
    const ends = text.split('/')
    const isPeriod = ends.length <= 2 && ends.every(end => end === '' || end === '..' || isMoment(end))
    if (!isPeriod && !isAddress(text))
      yield { pointer: pointerOf(node), facts: { kind: 'unreadable', text, of: 'period' } }
  }
}

/** Whether a text begins as a date of ISO 8601 does, a duration or one without hyphens included. */
function isMoment(text: string): boolean {
  return dayOf(text) !== undefined || /^(?:\d{8}|P[\dT])/.test(text.trim()) || isAddress(text)
}

function isAddress(text: string): boolean {
  return /^[a-z]+:/i.test(text.trim())
}

/** What cannot come after what. */
const ORDER: readonly (readonly [Aspect, Aspect])[] = [
  ['created', 'modified'],
  ['issued', 'modified'],
  ['collected', 'issued'],
  ['collected', 'modified'],
  ['issued', 'expires'],
  ['collected', 'expires'],
]

const NAMES: Readonly<Record<'fr' | 'en', Readonly<Partial<Record<Aspect, string>>>>> = {
  fr: {
    created: 'de création',
    issued: 'de publication',
    modified: 'de modification',
    collected: 'de collecte',
    expires: 'de péremption',
  },
  en: {
    created: 'of creation',
    issued: 'of publication',
    modified: 'of modification',
    collected: 'of collection',
    expires: 'of expiry',
  },
}

function* outOfOrder(description: Description, first: Aspect, later: Aspect): Generator<TreeFinding<Incoherent>> {
  const before = dated(statements(description, first))
  const after = dated(statements(description, later))
  if (before && after && isAfter(before.date, after.date))
    yield {
      pointer: pointerOf(after.node),
      facts: { kind: 'order', first, later, dates: [before.date, after.date] },
    }
}

/** The file that was changed last after the day on which the data is said to have been modified, with a day of grace. */
function* changedSince(
  description: Description,
  files: ReadonlyMap<string, DescribedFile> | undefined,
): Generator<TreeFinding<Incoherent>> {
  const modified = dated(statements(description, 'modified'))
  const known = description.resources.flatMap(({ paths }) =>
    paths.flatMap(({ text: file }) => {
      const changed = files?.get(file)?.changed
      return changed === undefined ? [] : [{ file, changed }]
    }),
  )
  const last = known.toSorted((a, b) => (a.changed < b.changed ? 1 : -1))[0]
  if (modified && last && isAfter(last.changed, modified.date) && last.changed !== dayAfter(modified.date))
    yield { pointer: pointerOf(modified.node), facts: { kind: 'changed', date: modified.date, ...last } }
}

function dated(said: readonly Statement[]) {
  const [one] = said
  const date = one && dayOf(one.text)
  return date ? { node: one.node, date } : undefined
}

/** The year, month or day with which a text begins, as ISO 8601 writes them. */
function dayOf(text: string): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])/.exec(text.trim())?.[0]
}

/** Whether a date is after another for sure: a month is not after a day in it. */
function isAfter(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length)
  return date.slice(0, length) > other.slice(0, length)
}

function dayAfter(day: string): string | undefined {
  const time = Date.parse(day) + 86_400_000
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}
