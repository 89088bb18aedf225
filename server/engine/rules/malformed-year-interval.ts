import { checkOf } from '../model/custom-check'
import { wordsOf } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly what: 'form' | 'equal' | 'order'
  readonly yearAlone: boolean
  readonly fixed: string | undefined
}

/** Not two years with a slash between them, the second after the first. */
export const malformedYearInterval = cellRule<Facts>({
  id: 'malformed-year-interval',
  severity: 'error',
  preset: 'standard',
  concepts: ['iso-8601-date'],
  customCheck: 'year-interval',
  insteadOf: ['pattern', 'type-error'],

  check({ field, label, learn }) {
    const asked = checkOf(field, 'year-interval')
    if (!asked) {
      // A column of years alone is none of intervals.
      if (field && field.type !== 'string' && field.type !== 'any') return undefined
      if (!wordsOf({ field, label }).some(word => YEARS.has(word)) || !learn(areIntervals)) return undefined
    }
    const yearAlone = asked ? asked.yearAlone : true
    return text => faultOf(text, yearAlone)
  },

  message: {
    fr({ text, what, yearAlone }) {
      const value = shown.fr(text)
      if (what === 'equal')
        return `${value} donne deux fois la même année : un intervalle va d’une année à une année suivante, comme 2024/2025.`
      if (what === 'order')
        return `${value} finit avant d’avoir commencé : l’année de fin, après la barre, doit suivre l’année de début.`
      return yearAlone
        ? `${value} n’est ni une année comme 2024, ni un intervalle d’années comme 2024/2025.`
        : `${value} n’est pas un intervalle d’années, qui s’écrit avec deux années et une barre, comme 2024/2025.`
    },
    en({ text, what, yearAlone }) {
      const value = shown.en(text)
      if (what === 'equal')
        return `${value} gives the same year twice: an interval goes from one year to a later one, such as 2024/2025.`
      if (what === 'order')
        return `${value} ends before it begins: the last year, after the slash, must come after the first.`
      return yearAlone
        ? `${value} is neither a year such as 2024 nor an interval of years such as 2024/2025.`
        : `${value} is no interval of years, which is written with two years and a slash, such as 2024/2025.`
    },
  },

  fix: (_text, { fixed }) => fixed,
})

const YEARS = new Set(['annee', 'annees', 'exercice', 'exercices', 'saison', 'year', 'years', 'season'])

const areIntervals = mostlyOf(0.5, value => /^\d{4}\/\d{4}$/.test(value))

function faultOf(text: string, yearAlone: boolean): Facts | undefined {
  const [, first, mark, second] = /^\s*(\d{4})(?:(\s*[/\-–]\s*)(\d{4}))?\s*$/.exec(text) ?? []
  if (first === undefined) return { text, what: 'form', yearAlone, fixed: undefined }
  if (second === undefined) return yearAlone ? undefined : { text, what: 'form', yearAlone, fixed: undefined }
  if (first === second) return { text, what: 'equal', yearAlone, fixed: yearAlone ? first : undefined }
  if (first > second) return { text, what: 'order', yearAlone, fixed: `${second}/${first}` }
  return mark === '/' ? undefined : { text, what: 'form', yearAlone, fixed: `${first}/${second}` }
}
