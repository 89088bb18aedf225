import type { Field } from '../model/field'
import { asInterval } from '../model/interval'
import { inLanguage } from '../model/localised'
import { shown } from '../model/shown'
import { cellRule, unchecked } from './rule'

/** Longest description that still reads well inside a message. */
const SHORT = 160

interface Facts {
  readonly text: string
  readonly field: Field
  /** The value as the interval of two days that the schema asks for. */
  readonly interval: string | undefined
}

/** A value that has not the form which the schema describes by a regular expression. */
export const pattern = cellRule<Facts>({
  id: 'pattern',
  severity: 'error',
  preset: 'standard',
  concepts: ['validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['min-length', 'max-length'],

  check({ field }) {
    const { matches, accept } = field?.constraints.pattern ?? {}
    if (!field || !matches) return undefined
    const test = (text: string) => {
      const isRight = matches(text)
      if (isRight) return undefined
      if (isRight === undefined) return unchecked
      const interval = asInterval(text)
      return { text, field, interval: interval !== undefined && matches(interval) ? interval : undefined }
    }
    return accept ? { accept, test } : test
  },

  message: {
    fr({ text, field, interval }) {
      const value = shown.fr(text)
      if (interval !== undefined)
        return `${value} n’a pas la forme que le schéma demande ici : une période s’y écrit du premier au dernier jour, ${interval}.`
      if (field.example !== undefined)
        return `${value} n’a pas la forme que le schéma demande ici : une valeur correcte serait par exemple ${shown.fr(field.example)}.`
      const description = firstSentence(inLanguage(field.description, 'fr'))
      if (description !== undefined)
        return `${value} n’a pas la forme que le schéma demande ici, et qu’il décrit ainsi : ${shown.fr(description)}.`
      return `${value} n’a pas la forme que le schéma demande ici, et qu’il écrit en expression régulière : ${field.constraints.pattern?.source}.`
    },
    en({ text, field, interval }) {
      const value = shown.en(text)
      if (interval !== undefined)
        return `${value} does not have the form that the schema asks for here: a period is written from its first day to its last, ${interval}.`
      if (field.example !== undefined)
        return `${value} does not have the form that the schema asks for here: a right value would be, for example, ${shown.en(field.example)}.`
      const description = firstSentence(inLanguage(field.description, 'en'))
      if (description !== undefined)
        return `${value} does not have the form that the schema asks for here, which it describes so: ${shown.en(description)}.`
      return `${value} does not have the form that the schema asks for here, written as a regular expression: ${field.constraints.pattern?.source}.`
    },
  },

  fix: (_text, { interval }) => interval,
})

function firstSentence(description: string | undefined): string | undefined {
  const sentence = description?.split(/(?<=[.!?])\s|\n/)[0]?.replace(/\.$/, '')
  return sentence && sentence.length <= SHORT ? sentence : undefined
}
