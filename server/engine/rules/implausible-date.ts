import { keepsBound } from '../model/constraint'
import { daysReader, dayWithin, holdsDates } from '../model/dated-column'
import type { Field } from '../model/field'
import { labelWords } from '../model/identifier'
import { type Lesson, tally, totalOf } from '../model/lesson'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { holdsYears } from '../model/year-column'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** `epoch`: the day from which a spreadsheet counts. `future`: after today, where things past are dated. `no-year`: among years. */
  readonly what: 'old' | 'epoch' | 'future' | 'far' | 'no-year'
  /** The first or last day that is believed, as YYYY-MM-DD; among years, the last of these. */
  readonly bound: string
}

/** A date that exists and that nobody would believe: before anything the column can speak of, or in the future. */
export const implausibleDate = cellRule<Facts>({
  id: 'implausible-date',
  severity: 'warning',
  preset: 'standard',
  concepts: ['accuracy'],
  concerns: signature.digit,

  check(column, today) {
    if (holdsYears(column)) return yearTest(today)
    if (!holdsDates(column)) return undefined
    const { field } = column
    const days = daysReader(column)
    const { first, last, isPast } = believed(column, today)
    const isUsual = !field || field.type === 'string' || USUAL.has(field.format.replace(/^fmt:/, ''))
    const within = { after: numberOf(first), before: numberOf(last) }
    const test = (text: string): Facts | undefined => {
      const found = days(text)
      if (found.length === 0 || found.some(day => day >= first && day <= last)) return undefined
      const isOld = found[0]! < first
      // The schema's own bound tells better.
      if (field && breaksBound(field, text)) return undefined
      if (isOld) return { text, what: EPOCHS.has(found[0]!) ? 'epoch' : 'old', bound: first }
      return { text, what: isPast ? 'future' : 'far', bound: last }
    }
    // A time zone moves a moment by a day at most.
    return isUsual ? { accept: dayWithin({ ...within, newYear: 'fine', moments: within }), test } : test
  },

  message: {
    fr({ text, what, bound }) {
      const value = shown.fr(text)
      if (what === 'no-year')
        return `${value} n’est pas une année, contrairement aux autres valeurs de cette colonne : il lui manque des chiffres ou elle en a trop, vérifiez-la à la source.`
      if (what === 'epoch')
        return `${value} est le jour zéro des tableurs : un nombre ou une cellule vide y a sans doute été pris pour une date, vérifiez-la à la source.`
      if (what === 'old')
        return `${value} est antérieur au ${bound}, ce que rien d’autre n’explique dans cette colonne : vérifiez l’année à la source.`
      if (what === 'future')
        return `${value} est dans le futur (nous sommes le ${bound}), alors que cette colonne date des faits passés : vérifiez l’année, le mois et le jour à la source.`
      return `${value} est si loin dans le futur qu’il s’agit sans doute d’une faute de frappe : vérifiez l’année à la source.`
    },
    en({ text, what, bound }) {
      const value = shown.en(text)
      if (what === 'no-year')
        return `${value} is no year, unlike the other values of this column: digits are missing or too many, so check it at the source.`
      if (what === 'epoch')
        return `${value} is day zero of spreadsheets: a number or an empty cell was most likely taken for a date, so check it at the source.`
      if (what === 'old')
        return `${value} is before ${bound}, which nothing else explains in this column: check the year at the source.`
      if (what === 'future')
        return `${value} is in the future (today is ${bound}), while this column dates things past: check the year, the month and the day at the source.`
      return `${value} is so far in the future that it is most likely a slip of the pen: check the year at the source.`
    },
  },
})

/** Days from which spreadsheets count. */
const EPOCHS = new Set(['1899-12-30', '1899-12-31'])
/** Layouts in which the first bytes of a cell say one day only. */
const USUAL = new Set(['default', '%Y-%m-%d', '%d/%m/%Y'])

/** Words of labels of what has happened, of the life of the data, of what is to come, of what may be centuries old. */
const PAST =
  /^(?:maj|modification|modified|updated|saisie|releve|mesure|comptage|observation|collecte|extraction|export|naissance|birth|deces|death|deliberation|delib|signature|notification|convention|vote|facture|mandatement|paiement)$/
const OF_DATA = /^(?:maj|modification|modified|updated|saisie|extraction|export)$/
const TO_COME =
  /^(?:prevue?s?|prevision|previsionnel|previsionnelle|prochaine?|fin|echeance|limite|expiration|validite|terme|cloture|end|due|next|expected|planned|until)$/
const OLD =
  /^(?:naissance|birth|deces|death|construction|creation|fondation|plantation|origine|edition|parution|classement|inscription|archives?|histoire|historique|oeuvre|min|max)$/

/** Years from now beyond which nobody plans. */
const FAR = 50

interface Believed {
  readonly first: string
  readonly last: string
  readonly isPast: boolean
}

/** Years have four digits, and none is far from now. */
function yearTest(today: string | undefined): (text: string) => Facts | undefined {
  const last = yearOf(today) + FAR
  return text => {
    const year = text.trim()
    if (!/^\d+$/.test(year)) return undefined
    if (!/^[1-9]\d{3}$/.test(year)) return { text, what: 'no-year', bound: String(last) }
    return Number(year) > last ? { text, what: 'far', bound: String(last) } : undefined
  }
}

function yearOf(today: string | undefined): number {
  return today === undefined ? 2050 : Number(today.slice(0, 4))
}

/** The days that a column may well hold, by its label and by what several of its other values are. */
function believed({ label, field, learn, beside }: Column, today?: string): Believed {
  const words = [...labelWords(label), ...labelWords(field?.name ?? '')]
  const says = (pattern: RegExp) => words.some(word => pattern.test(word))
  const isUpdate = says(OF_DATA) || words.join(' ').includes('mise a jour')
  const isPast = today !== undefined && (says(PAST) || isUpdate) && !says(TO_COME) && !learn(areOftenAfter, today)
  // An emphyteutic lease lasts up to 99 years (article L451-1 of the code rural).
  const far = `${yearOf(today) + (says(TO_COME) ? 100 : FAR)}-12-31`
  const old = isUpdate ? '1970-01-01' : '1900-01-01'
  const holdsBefore = (day: string) => learn(areOftenBefore, day) || isOfHistory(beside, day)
  return {
    first: !says(OLD) && !holdsBefore(old) ? old : holdsBefore('1000-01-01') ? '0001-01-01' : '1000-01-01',
    last: isPast ? today : learn(areOftenAfter, far) ? '9999-12-31' : far,
    isPast,
  }
}

/** Whether several dates come before, or after, a day. */
const areOftenBefore = areOften((day, about) => day < about)
const areOftenAfter = areOften((day, about) => day > about)

function areOften(test: (day: string, about: string) => boolean): Lesson<boolean> {
  return tally<boolean, boolean>({
    kindOf(value, of) {
      const [day] = daysReader(of)(value)
      return day === undefined ? undefined : test(day, of.about)
    },
    judge: counts => (counts.get(true) ?? 0) > Math.max(2, 0.05 * totalOf(counts)),
  })
}

/** Whether the columns of dates hold several days before that one together: each may have too few rows to tell. */
function isOfHistory(beside: readonly Column[], day: string): boolean {
  const columns = beside.filter(column => !column.field && holdsDates(column))
  const days = columns.map(column => column.learn(someBefore, day).split(' ').filter(Boolean))
  return days.filter(found => found.length > 0).length > 1 && new Set(days.flat()).size > 2
}

/** A few of the days before one, as a text. */
const someBefore = tally<string, string>({
  kindOf(value, of) {
    const [day] = daysReader(of)(value)
    return day !== undefined && day < of.about && !EPOCHS.has(day) ? day : undefined
  },
  judge: counts => [...counts.keys()].toSorted().slice(0, 3).join(' '),
})

function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''))
}

function breaksBound(field: Field, text: string): boolean {
  return !(keepsBound(field, text, 'minimum') && keepsBound(field, text, 'maximum'))
}
