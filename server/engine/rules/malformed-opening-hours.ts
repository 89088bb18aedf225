import { checkOf } from '../model/custom-check'
import { hoursOfFrench } from '../model/french-hours'
import { wordsOf } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { isOpeningHours } from '../model/opening-hours'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** The same hours as they should be written, where that is clear. */
  readonly meant: string | undefined
  /** Whether the schema asks for the form. */
  readonly isAsked: boolean
}

/** Opening hours that software cannot read. */
export const malformedOpeningHours = cellRule<Facts>({
  id: 'malformed-opening-hours',
  severity: ({ isAsked }) => (isAsked ? 'error' : 'warning'),
  preset: 'standard',
  concepts: ['validity'],
  customCheck: 'opening-hours',

  check({ field, label, learn }) {
    const isAsked = checkOf(field, 'opening-hours') !== undefined
    if (!isAsked) {
      if (field && field.type !== 'string' && field.type !== 'any') return undefined
      if (!wordsOf({ field, label }).some(word => HOURS.has(word))) return undefined
      if (!learn(areHours)) return learn(areOfDays) ? text => ofDays(text) : undefined
    }
    return text => (isOpeningHours(text) ? undefined : { text, meant: hoursOfFrench(text), isAsked })
  },

  message: {
    fr: ({ text, meant }) =>
      meant === undefined
        ? `${shown.fr(text)} ne se lit pas comme des horaires d’ouverture, qui s’écrivent avec les jours en anglais et des heures sur deux chiffres, comme Mo-Fr 09:00-12:00,14:00-17:30 : aucun logiciel n’en tirera si c’est ouvert.`
        : `${shown.fr(text)} se comprend mais aucun logiciel ne le lit : écrivez ${shown.fr(meant)}, avec les jours en anglais comme le fait OpenStreetMap.`,
    en: ({ text, meant }) =>
      meant === undefined
        ? `${shown.en(text)} does not read as opening hours, which are written with English days and hours of two digits, such as Mo-Fr 09:00-12:00,14:00-17:30: no software will tell from it whether the place is open.`
        : `${shown.en(text)} is clear to people but to no software: write ${shown.en(meant)}, with English days as OpenStreetMap does.`,
  },

  fix: (_text, { meant }) => meant,
})

const HOURS = new Set(['horaire', 'horaires', 'ouverture', 'opening', 'hours'])

const areHours = mostlyOf(0.5, isOpeningHours)

/** Hours in the form of OpenStreetMap but for the French names of the days: who wrote them meant that form. */
const OF_DAYS = /^(?:Lu|Ma|Me|Je|Ve|Sa|Di)\b.*\d:[0-5]\d/

const areOfDays = mostlyOf(0.5, text => isOpeningHours(text) || ofDays(text) !== undefined)

function ofDays(text: string): Facts | undefined {
  const meant = OF_DAYS.test(text.trim()) ? hoursOfFrench(text) : undefined
  return meant === undefined ? undefined : { text, meant, isAsked: false }
}
