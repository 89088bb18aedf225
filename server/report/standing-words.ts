import { numberIn } from '../engine/figure-words'
import { distanceOf } from '../engine/meaning/date'
import { dueAfter, type Frequency, frequencyOf } from '../engine/model/frequency'
import type { Language } from '../engine/model/language'
import type { State } from '../engine/model/verdict'
import { dayInWords } from './dataset-words'
import { isDocument, type Standing, states } from './standing'

/** How old a dataset is, and what was promised of it. */
export interface Freshness {
  /** Whether it is out of date by its own description; `unknown`: nothing tells how old it is. */
  readonly is: 'late' | 'dated' | 'unknown'
  readonly told: string
  /** What else is known of it. */
  readonly more: readonly string[]
}

/** How old a dataset is by its own dates and by what describes it: that it is out of date goes before all. */
export function freshnessOf({ last, told }: Standing, language: Language, today: string): Freshness {
  const say = words[language]
  const frequency = told?.frequency === undefined ? undefined : frequencyOf(told.frequency)
  const promised = frequency && say.frequency(frequency.words[language])
  const until = last === undefined ? undefined : say.until[unitOf(last)](dayInWords(last, language))
  const modified = told?.modified && say.modified(dayInWords(told.modified, language))
  const dated = until ?? modified
  const late = lateness(told, frequency, { language, today })
  if (late) return { is: 'late', told: late, more: [dated, promised].flatMap(text => text ?? []) }
  const since =
    last !== undefined && unitOf(last) === 'day' && last <= today ? distanceOf(last, today, language) : undefined
  return {
    is: dated ? 'dated' : 'unknown',
    told: dated ?? say.undated,
    more: [since, promised].flatMap(text => text ?? []),
  }
}

/** That data should have been brought up to date by now, as what describes it says. */
function lateness(
  told: Standing['told'],
  frequency: Frequency | undefined,
  { language, today }: { readonly language: Language; readonly today: string },
): string | undefined {
  const say = words[language]
  const expires = told?.expires?.slice(0, 10)
  if (expires !== undefined && unitOf(expires) === 'day' && expires < today)
    return say.expired(dayInWords(expires, language))
  const due = told?.modified && dueAfter(told.modified, frequency)
  return due && due < today ? say.late(dayInWords(due, language)) : undefined
}

function unitOf(day: string): 'day' | 'longer' {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? 'day' : 'longer'
}

/** What several files come to, in a sentence. */
export function summaryOf(standings: readonly Standing[], language: Language): string {
  const say = words[language]
  const documents = standings.filter(isDocument)
  const datasets = standings.filter(one => !isDocument(one))
  const counts = states.flatMap(state => {
    const count = datasets.filter(one => one.state === state).length
    return count > 0 ? [say.states[state](count)] : []
  })
  const told = say.datasets(datasets.length, counts.join(', '))
  if (documents.length === 0) return told
  return `${told} ${say.documents(documents.length, documents.filter(({ state }) => state !== 'yes').length)}`
}

/** Who keeps the data, as far as that may be told. */
export function keeperOf({ told }: Standing, language: Language): string | undefined {
  return told?.keeper ?? (told?.isWithheld ? words[language].withheld : undefined)
}

/** The heading of the files of one policy, or of none that is told. */
export function policyTitle(policy: string | undefined, language: Language): string {
  return policy ?? words[language].noPolicy
}

/** The heading of the files that describe data. */
export function documentsTitle(language: Language): string {
  return words[language].documentsTitle
}

interface Words {
  /** A day; a month or a year. */
  readonly until: Readonly<Record<'day' | 'longer', (day: string) => string>>
  readonly modified: (day: string) => string
  readonly expired: (day: string) => string
  readonly late: (day: string) => string
  readonly frequency: (words: string) => string
  readonly undated: string
  readonly datasets: (count: number, states: string) => string
  readonly states: Readonly<Record<State, (count: number) => string>>
  readonly documents: (count: number, wrong: number) => string
  readonly withheld: string
  readonly noPolicy: string
  readonly documentsTitle: string
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    until: { day: day => `Jusqu’au ${day}`, longer: time => `Jusqu’en ${time}` },
    modified: day => `Modifié le ${day}`,
    expired: day => `Périmé depuis le ${day}`,
    late: day => `En retard depuis le ${day}`,
    frequency: said => `annoncé : ${said}`,
    undated: 'Date inconnue',
    datasets: (count, states) =>
      count === 0 ? 'Aucun jeu de données.' : `${many(count, 'jeu de données', 'jeux de données')} : ${states}.`,
    states: {
      no: count => many(count, 'pas encore prêt', 'pas encore prêts'),
      nearly: count => many(count, 'presque prêt', 'presque prêts'),
      yes: count => many(count, 'prêt à publier', 'prêts à publier'),
    },
    documents: (count, wrong) => {
      const review = wrong < count ? `, dont ${numberIn(wrong, 'fr')} à revoir` : ', à revoir'
      const files = many(count, 'fiche ou schéma', 'fiches ou schémas')
      return `S’y ${count > 1 ? 'ajoutent' : 'ajoute'} ${files}${wrong > 0 ? review : ''}.`
    },
    withheld: 'Une personne, non montrée',
    noPolicy: 'Sans politique publique indiquée',
    documentsTitle: 'Fiches et schémas',
  },
  en: {
    until: { day: day => `Until ${day}`, longer: time => `Until ${time}` },
    modified: day => `Changed on ${day}`,
    expired: day => `Out of date since ${day}`,
    late: day => `Late since ${day}`,
    frequency: said => `announced: ${said}`,
    undated: 'Date not known',
    datasets: (count, states) =>
      count === 0 ? 'No dataset.' : `${numberIn(count, 'en')} ${count === 1 ? 'dataset' : 'datasets'}: ${states}.`,
    states: {
      no: count => `${numberIn(count, 'en')} not ready yet`,
      nearly: count => `${numberIn(count, 'en')} nearly ready`,
      yes: count => `${numberIn(count, 'en')} ready to publish`,
    },
    documents: (count, wrong) => {
      const review = wrong < count ? `, ${numberIn(wrong, 'en')} of which to look at` : ', to look at'
      const files = count === 1 ? 'description or schema' : 'descriptions or schemas'
      return `Besides, ${numberIn(count, 'en')} ${files}${wrong > 0 ? review : ''}.`
    },
    withheld: 'A person, not shown',
    noPolicy: 'No public policy told',
    documentsTitle: 'Descriptions and schemas',
  },
}

function many(count: number, one: string, several: string): string {
  return `${numberIn(count, 'fr')} ${count > 1 ? several : one}`
}
