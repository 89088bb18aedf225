import { meets } from '../model/constraint'
import { share } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

const BREAK = /[\r\n]/
/** Share of its cells beyond which line breaks are what the column is made of; one alone never is. */
const RARE = 0.1
/** Cells below which one line break may well be the column’s way. */
const FEW = 4

/** A value written on several lines in a column that otherwise has one line a value. */
export const lineBreakInCell = cellRule<{ text: string; joined: string; breaks: boolean }>({
  id: 'line-break-in-cell',
  severity: 'information',
  preset: 'standard',
  concepts: ['csv-format'],
  insteadOf: ['invisible-character'],
  concerns: signature.control,

  check(column) {
    const { field } = column
    if (field && field.type !== 'string' && field.type !== 'any') return undefined
    return {
      accept: isOneLine,
      test(text) {
        // At the edges it is a space too many, which has a rule of its own.
        if (!BREAK.test(text.trim())) return undefined
        if (!column.learn(haveFewBreaks) || (field && !meets(field, text))) return undefined
        const lines = text.split(BREAK).map(line => line.trim())
        const joined = lines.filter(line => line !== '').join(' ')
        return { text, joined, breaks: field !== undefined && !meets(field, joined) }
      },
    }
  },

  message: {
    fr: ({ text }) =>
      `${shown.fr(text)} contient un retour à la ligne : certains outils y voient la fin de la ligne du fichier, écrivez cette valeur sur une seule ligne.`,
    en: ({ text }) =>
      `${shown.en(text)} holds a line break: some tools see the end of the row there, so write this value on one line.`,
  },

  fix: (_text, { joined, breaks }) => (breaks ? undefined : joined),
})

const haveFewBreaks = share({
  test: value => BREAK.test(value.trim()),
  isEnough: (broken, values) => broken <= (values < FEW ? 0 : Math.max(1, RARE * values)),
})

function isOneLine(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === 10 || bytes[at] === 13) return false
  return true
}
