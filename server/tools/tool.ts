import type { Language } from '../engine/model/language'
import type { Grounds, Refusal } from './grounds'
import type { JsonSchema } from './json-schema'

export type Words = Readonly<Record<Language, string>>

/** What stands between a name and what is said of it. */
export const colon: Words = { fr: '\u00A0:', en: ':' }

/** One thing that an agent may ask for. */
export interface Tool {
  readonly name: string
  readonly title: Words
  readonly description: Words
  /** Its arguments, explained in a language: an object. */
  readonly input: (language: Language) => JsonSchema
  /** The facts of its answer: an object. */
  readonly output: JsonSchema
  /** Whether it may change files. */
  readonly writes: boolean
  /** Called only with arguments that `input` describes. */
  readonly run: (asked: never, around: Around) => Promise<Answer | Refusal>
}

/** What a tool is carried out with. */
export interface Around {
  readonly language: Language
  readonly grounds: Grounds
  /** Aborted when nobody waits for the answer any longer. */
  readonly signal: AbortSignal
  /** Hears of the work done: so many files, and the part of the one under way. */
  readonly tell: (done: number) => void
}

/** What a tool has to say: to read, and as facts. */
export interface Answer {
  readonly text: string
  readonly facts: Readonly<Record<string, unknown>>
}
