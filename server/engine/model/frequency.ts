import type { Language } from './language'

/** How often a dataset is brought up to date. */
export interface Frequency {
  /** As data.gouv.fr writes it. */
  readonly code: string
  /** The code of the European authority table (publications.europa.eu/resource/authority/frequency). */
  readonly european: string
  /** The longest time between two updates, in days; absent where there is no such promise. */
  readonly days?: number
  readonly words: Readonly<Record<Language, string>>
}

/** The frequencies of data.gouv.fr, in the order of the European table. */
export const frequencies: readonly Frequency[] = [
  of('continuous', 'UPDATE_CONT', undefined, 'en continu', 'continuously'),
  of('oneMinute', '1MIN', 1 / 1440, 'toutes les minutes', 'every minute'),
  of('fiveMinutes', '5MIN', 5 / 1440, 'toutes les cinq minutes', 'every five minutes'),
  of('tenMinutes', '10MIN', 10 / 1440, 'toutes les dix minutes', 'every ten minutes'),
  of('fifteenMinutes', '15MIN', 15 / 1440, 'tous les quarts d’heure', 'every fifteen minutes'),
  of('thirtyMinutes', '30MIN', 30 / 1440, 'toutes les demi-heures', 'every thirty minutes'),
  of('hourly', 'HOURLY', 1 / 24, 'toutes les heures', 'hourly'),
  of('bihourly', 'BIHOURLY', 2 / 24, 'toutes les deux heures', 'every two hours'),
  of('trihourly', 'TRIHOURLY', 3 / 24, 'toutes les trois heures', 'every three hours'),
  of('twelveHours', '12HRS', 0.5, 'toutes les douze heures', 'every twelve hours'),
  of('severalTimesADay', 'CONT', 1, 'plusieurs fois par jour', 'several times a day'),
  of('threeTimesADay', 'DAILY_3', 1, 'trois fois par jour', 'three times a day'),
  of('semidaily', 'DAILY_2', 1, 'deux fois par jour', 'twice a day'),
  of('daily', 'DAILY', 1, 'tous les jours', 'daily'),
  of('fiveTimesAWeek', 'WEEKLY_5', 3, 'cinq fois par semaine', 'five times a week'),
  of('threeTimesAWeek', 'WEEKLY_3', 7, 'trois fois par semaine', 'three times a week'),
  of('semiweekly', 'WEEKLY_2', 7, 'deux fois par semaine', 'twice a week'),
  of('weekly', 'WEEKLY', 7, 'toutes les semaines', 'weekly'),
  of('biweekly', 'BIWEEKLY', 14, 'toutes les deux semaines', 'every two weeks'),
  of('threeTimesAMonth', 'MONTHLY_3', 31, 'trois fois par mois', 'three times a month'),
  of('semimonthly', 'MONTHLY_2', 31, 'deux fois par mois', 'twice a month'),
  of('monthly', 'MONTHLY', 31, 'tous les mois', 'monthly'),
  of('bimonthly', 'BIMONTHLY', 62, 'tous les deux mois', 'every two months'),
  of('quarterly', 'QUARTERLY', 92, 'tous les trimestres', 'quarterly'),
  of('threeTimesAYear', 'ANNUAL_3', 183, 'trois fois par an', 'three times a year'),
  of('semiannual', 'ANNUAL_2', 183, 'deux fois par an', 'twice a year'),
  of('annual', 'ANNUAL', 366, 'tous les ans', 'yearly'),
  of('biennial', 'BIENNIAL', 731, 'tous les deux ans', 'every two years'),
  of('triennial', 'TRIENNIAL', 1096, 'tous les trois ans', 'every three years'),
  of('quadrennial', 'QUADRENNIAL', 1461, 'tous les quatre ans', 'every four years'),
  of('quinquennial', 'QUINQUENNIAL', 1827, 'tous les cinq ans', 'every five years'),
  of('decennial', 'DECENNIAL', 3653, 'tous les dix ans', 'every ten years'),
  of('bidecennial', 'BIDECENNIAL', 7305, 'tous les vingt ans', 'every twenty years'),
  of('tridecennial', 'TRIDECENNIAL', 10958, 'tous les trente ans', 'every thirty years'),
  of('punctual', 'AS_NEEDED', undefined, 'ponctuellement, quand il le faut', 'as needed'),
  of('irregular', 'IRREG', undefined, 'irrégulièrement', 'irregularly'),
  of('never', 'NEVER', undefined, 'jamais', 'never'),
  of('notPlanned', 'NOT_PLANNED', undefined, 'non prévu', 'not planned'),
  of('other', 'OTHER', undefined, 'autrement', 'otherwise'),
  of('unknown', 'UNKNOWN', undefined, 'inconnu', 'unknown'),
]

/** Codes that data.gouv.fr had before, and the French and Dublin Core words for the same. */
const ALIASES: Readonly<Record<string, string>> = {
  realtime: 'continuous',
  continual: 'continuous',
  fourtimesaday: 'severalTimesADay',
  fourtimesaweek: 'other',
  fortnightly: 'biweekly',
  fortnighly: 'biweekly',
  biannual: 'semiannual',
  asneeded: 'punctual',
  quotidienne: 'daily',
  hebdomadaire: 'weekly',
  mensuelle: 'monthly',
  trimestrielle: 'quarterly',
  semestrielle: 'semiannual',
  annuelle: 'annual',
  yearly: 'annual',
  ponctuelle: 'punctual',
  irreguliere: 'irregular',
  tempsreel: 'continuous',
}

/** The frequency that a code, a word or an address means; undefined for what is none of them. */
export function frequencyOf(written: string): Frequency | undefined {
  const last = /[^/#:]*$/.exec(written.trim())![0]
  const european = frequencies.find(({ european: code }) => code === last)
  if (european) return european
  const plain = plainWord(last)
  const code = Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined
  return frequencies.find(frequency => frequency.code === code || plainWord(frequency.code) === plain)
}

/** The day before which data last changed on a day are due again; undefined where their frequency promises none. One day of grace, as data.gouv.fr grants. */
export function dueAfter(last: string, frequency: Frequency | undefined): string | undefined {
  const since = Date.parse(last.slice(0, 10))
  if (frequency?.days === undefined || Number.isNaN(since)) return undefined
  return new Date(since + (Math.ceil(frequency.days) + 1) * DAY).toISOString().slice(0, 10)
}

/** Milliseconds. */
const DAY = 86_400_000

function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase()
}

function of(code: string, european: string, days: number | undefined, fr: string, en: string): Frequency {
  return { code, european, words: { fr, en }, ...(days !== undefined && { days }) }
}
