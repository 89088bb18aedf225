import { meets } from '../model/constraint'
import { counted } from '../model/counted'
import type { Language } from '../model/language'
import { share } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { type SwallowedRows, swallowedRows } from '../model/swallowed-rows'
import { cellRule } from './rule'
import { saidOfValues } from './said-of-values'

const BREAK = /[\r\n]/
/** Share of its cells beyond which line breaks are what the column is made of; one alone never is. */
const RARE = 0.1
/** Cells below which one line break may well be the column’s way. */
const FEW = 4

interface Facts {
  readonly text: string
  readonly joined: string
  readonly breaks: boolean
  /** The rows of the table that it holds by mistake. */
  readonly swallowed: SwallowedRows | undefined
}

/** A value written on several lines in a column that otherwise has one line a value. */
export const lineBreakInCell = cellRule<Facts>({
  id: 'line-break-in-cell',
  severity: ({ swallowed }) => (swallowed ? 'error' : 'information'),
  preset: 'standard',
  concepts: ['csv-format'],
  insteadOf: ['invisible-character', ...saidOfValues],
  isCause: ({ swallowed }, of) => swallowed !== undefined || of === 'invisible-character',
  concerns: signature.control,

  check(column) {
    const { field } = column
    const isText = !field || field.type === 'string' || field.type === 'any'
    const at = { column: column.index, columnCount: column.beside.length }
    return {
      accept: isOneLine,
      test(text) {
        // At the edges it is a space too many, which has a rule of its own.
        if (!BREAK.test(text.trim())) return undefined
        const swallowed = swallowedRows(text, at)
        if (swallowed && column.learn(areRarelyBroken)) return { text, joined: text, breaks: true, swallowed }
        if (!isText || !column.learn(haveFewBreaks) || (field && !meets(field, text))) return undefined
        const lines = text.split(BREAK).map(line => line.trim())
        const joined = lines.filter(line => line !== '').join(' ')
        return { text, joined, breaks: field !== undefined && !meets(field, joined), swallowed: undefined }
      },
    }
  },

  message: {
    fr: ({ text, swallowed }) =>
      swallowed
        ? `Le guillemet qui ouvre ${shown.fr(swallowed.value)} n’est refermé que ${linesBelow(swallowed, 'fr')} plus bas : les lignes du tableau qui suivent sont lues comme un texte et manquent aux données, fermez-le à la fin de la valeur ou supprimez-le.`
        : `${shown.fr(text)} contient un retour à la ligne : certains outils y voient la fin de la ligne du fichier, écrivez cette valeur sur une seule ligne.`,
    en: ({ text, swallowed }) =>
      swallowed
        ? `The quote mark that opens ${shown.en(swallowed.value)} is only closed ${linesBelow(swallowed, 'en')} below: the rows of the table that follow are read as a text and are missing from the data, so close it at the end of the value or remove it.`
        : `${shown.en(text)} holds a line break: some tools see the end of the row there, so write this value on one line.`,
  },

  fix: (_text, { joined, breaks }) => (breaks ? undefined : joined),
})

function linesBelow({ lines }: SwallowedRows, language: Language): string {
  return `${counted(lines, language)} ${language === 'fr' ? 'lignes' : 'lines'}`
}

const isBroken = (value: string): boolean => BREAK.test(value.trim())

const areRarelyBroken = share({ test: isBroken, isEnough: (broken, values) => broken <= Math.max(1, RARE * values) })

const haveFewBreaks = share({
  test: isBroken,
  isEnough: (broken, values) => broken <= (values < FEW ? 0 : Math.max(1, RARE * values)),
})

function isOneLine(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === 10 || bytes[at] === 13) return false
  return true
}
