import type { Field } from '../model/field'
import { folded } from '../model/fold'
import { writtenDate } from '../model/written-date'
import { cellRule } from './rule'
import { wrongType } from './wrong-type'
import { yesNo } from './yes-no'

/** A value that cannot be read as the type that the schema declares. */
export const typeError = cellRule<{ text: string; field: Field }>({
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

  message: wrongType,

  fix(text, { field }) {
    if (text.trim() === '') return field.constraints.required ? undefined : ''
    const fixes =
      field.type === 'boolean' ? booleans(text, field) : field.type === 'date' ? daysOf(text) : wholes(text, field)
    const readable = fixes.filter(value => field.read(value) !== undefined)
    return readable.length === 1 ? readable[0] : readable
  },
  safe: ({ text, field }) => field.type === 'boolean' && alike(text, field).length === 1,
})

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
