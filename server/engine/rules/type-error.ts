import type { Field } from '../model/field'
import { folded } from '../model/fold'
import type { Said } from '../model/language'
import { shown } from '../model/shown'
import { writtenDate } from '../model/written-date'
import { cellRule } from './rule'
import { wrongType } from './wrong-type'
import { yesNo } from './yes-no'

interface Facts {
  readonly text: string
  readonly field: Field
  /** Set when it is the kind of value that is wrong rather than its spelling. */
  readonly isNative?: true
}

/** A value that cannot be read as the type that the schema declares. */
export const typeError = cellRule<Facts>({
  id: 'type-error',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['validity'],
  frictionless: 'type-error',
  schema: true,
  insteadOf: [
    'enum',
    'pattern',
    'minimum',
    'maximum',
    'exclusive-minimum',
    'exclusive-maximum',
    'min-length',
    'max-length',
    'mixed-type-column',
    'column-comparison',
    'sum-mismatch',
    'inverted-interval',
  ],

  check({ field }) {
    if (!field || field.type === 'any' || (field.type === 'string' && field.format === 'default')) return undefined
    const test = (text: string) => (field.read(text) === undefined ? { text, field } : undefined)
    return field.accept ? { accept: field.accept, test } : test
  },

  checkNative({ field }) {
    if (field?.type === 'string') return text => ({ text, field, isNative: true })
    // 1 is a spelling of yes in text only.
    if (field?.type !== 'boolean') return undefined
    return text =>
      text !== 'true' && text !== 'false' && field.read(text) !== undefined
        ? { text, field, isNative: true }
        : undefined
  },

  message: {
    fr: facts => (facts.isNative ? wrongKind.fr(facts) : wrongType.fr(facts)),
    en: facts => (facts.isNative ? wrongKind.en(facts) : wrongType.en(facts)),
  },

  fix(text, { field, isNative }) {
    if (isNative) return isList(text) || field.type === 'boolean' ? undefined : text
    if (text.trim() === '') return field.constraints.required ? undefined : spellingsOfNothing(field)
    const fixes =
      field.type === 'boolean' ? booleans(text, field) : field.type === 'date' ? daysOf(text) : wholes(text, field)
    const readable = fixes.filter(value => field.read(value) !== undefined)
    return readable.length === 1 ? readable[0] : readable
  },
  safe: ({ text, field, isNative }) =>
    isNative === true || (field.type === 'boolean' && alike(text, field).length === 1),
})

/** How the schema has a missing value written: as an empty cell, else in its own words. */
function spellingsOfNothing({ missingValues }: Field): string | readonly string[] {
  return missingValues.includes('') ? '' : missingValues
}

/** A list or an object, as JSON writes it. */
function isList(text: string): boolean {
  return /^[[{]/.test(text)
}

const wrongKind: Said<Facts> = {
  fr({ text, field }) {
    if (field.type === 'boolean')
      return `Cette valeur ${text} n’est ni true ni false, et le schéma attend un oui ou un non : écrivez l’un des deux, sans guillemets.`
    if (isList(text))
      return 'Cette valeur est une liste ou un objet, et le schéma attend un texte : écrivez-la entre guillemets, ou mettez ce qu’elle contient dans des champs à part.'
    return `${shown.fr(text)} est écrit sans guillemets, et le schéma attend un texte : un logiciel le lira comme ${/^[tf]/.test(text) ? 'un oui ou un non' : 'un nombre, sans ses zéros de tête'}, mettez-le entre guillemets.`
  },
  en({ text, field }) {
    if (field.type === 'boolean')
      return `This value ${text} is neither true nor false, and the schema expects a yes or a no: write one of them, without quotes.`
    if (isList(text))
      return 'This value is a list or an object, and the schema expects a text: write it between quotes, or put what it holds into fields of its own.'
    return `${shown.en(text)} is written without quotes, and the schema expects a text: software will read it as ${/^[tf]/.test(text) ? 'a yes or a no' : 'a number, without zeros in front'}, so put it between quotes.`
  },
}

function booleans(text: string, field: Field): readonly string[] {
  const same = alike(text, field)
  if (same.length > 0) return same
  const said = yesNo(text.trim())
  return said ? (said.isYes ? field.trueValues : field.falseValues).slice(0, 1) : []
}

/** The accepted spellings that differ from a text by case, accents or spaces only: the first for yes, the first for no. */
function alike(text: string, { trueValues, falseValues }: Field): readonly string[] {
  const plain = folded(text)
  return [trueValues, falseValues].flatMap(values => values.find(value => folded(value) === plain) ?? [])
}

/** The day of a date and time: the time would be lost, so it is for the reader to say. */
function daysOf(text: string): readonly string[] {
  const date = writtenDate(text.trim())
  return date?.clock === 'time' ? date.days : []
}

/** 12.0 as 12, where the field wants whole numbers. */
function wholes(text: string, { type }: Field): readonly string[] {
  const [, whole] = /^([+-]?\d+)[.,]0+$/.exec(text.trim()) ?? []
  return whole !== undefined && (type === 'integer' || type === 'year') ? [whole] : []
}
