import { numberIn } from '../engine/figure-words'
import { distanceOf } from '../engine/meaning/date'
import { dueAfter, frequencyOf } from '../engine/model/frequency'
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

/** How old a dataset is by its own dates and by what describes it. */
export function freshnessOf({ last, told }: Standing, language: Language, today: string): Freshness {
  const say = words[language]
  const frequency = told?.frequency === undefined ? undefined : frequencyOf(told.frequency)
  const promised = frequency && say.frequency(frequency.words[language])
  const dated = last === undefined ? undefined : say.last(dayInWords(last, language), far(last, today, language))
  const modified = told?.modified && say.modified(dayInWords(told.modified, language))
  const due = told?.modified && dueAfter(told.modified, frequency)
  const late =
    told?.expires && /^\d{4}-\d\d-\d\d/.test(told.expires) && told.expires.slice(0, 10) < today
      ? say.expired(dayInWords(told.expires, language))
      : due && due < today
        ? say.late(dayInWords(due, language))
        : undefined
  const [first, ...rest] = [late, dated, modified].flatMap(text => text ?? [])
  return {
    is: late ? 'late' : first ? 'dated' : 'unknown',
    told: first ?? say.undated,
    more: [...rest, ...(promised === undefined ? [] : [promised])],
  }
}

/** How far a day is from today; nothing for a month or a year, or a day to come. */
function far(day: string, today: string, language: Language): string | undefined {
  return day.length === 10 && day <= today ? distanceOf(day, today, language) : undefined
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
  readonly last: (day: string, distance: string | undefined) => string
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
    last: (day, distance) => `Dernière date : ${day}${distance === undefined ? '' : `, ${distance}`}`,
    modified: day => `Modifié le ${day}, dit sa fiche`,
    expired: day => `Périmé depuis le ${day}`,
    late: day => `En retard : mise à jour attendue avant le ${day}`,
    frequency: said => `Mise à jour annoncée : ${said}`,
    undated: 'Non datées',
    datasets: (count, states) =>
      count === 0 ? 'Aucun jeu de données.' : `${many(count, 'jeu de données', 'jeux de données')} : ${states}.`,
    states: {
      no: count => many(count, 'pas encore prêt', 'pas encore prêts'),
      nearly: count => many(count, 'presque prêt', 'presque prêts'),
      yes: count => many(count, 'prêt à publier', 'prêts à publier'),
    },
    documents: (count, wrong) =>
      `S’y ${count > 1 ? 'ajoutent' : 'ajoute'} ${many(count, 'fiche ou schéma', 'fiches ou schémas')}${wrong === 0 ? '' : wrong < count ? `, dont ${numberIn(wrong, 'fr')} à revoir` : ', à revoir'}.`,
    withheld: 'Une personne, non montrée',
    noPolicy: 'Sans politique publique indiquée',
    documentsTitle: 'Fiches et schémas',
  },
  en: {
    last: (day, distance) => `Last date: ${day}${distance === undefined ? '' : `, ${distance}`}`,
    modified: day => `Changed on ${day}, by its description`,
    expired: day => `Out of date since ${day}`,
    late: day => `Late: an update was due before ${day}`,
    frequency: said => `Announced update: ${said}`,
    undated: 'Not dated',
    datasets: (count, states) =>
      count === 0 ? 'No dataset.' : `${numberIn(count, 'en')} ${count === 1 ? 'dataset' : 'datasets'}: ${states}.`,
    states: {
      no: count => `${numberIn(count, 'en')} not ready yet`,
      nearly: count => `${numberIn(count, 'en')} nearly ready`,
      yes: count => `${numberIn(count, 'en')} ready to publish`,
    },
    documents: (count, wrong) =>
      `Besides, ${numberIn(count, 'en')} ${count === 1 ? 'description or schema' : 'descriptions or schemas'}${wrong === 0 ? '' : wrong < count ? `, ${numberIn(wrong, 'en')} of which to look at` : ', to look at'}.`,
    withheld: 'A person, not shown',
    noPolicy: 'No public policy told',
    documentsTitle: 'Descriptions and schemas',
  },
}

function many(count: number, one: string, several: string): string {
  return `${numberIn(count, 'fr')} ${count > 1 ? several : one}`
}
