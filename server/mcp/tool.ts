import type { Language } from '../engine/model/language'
import type { Problem } from '../files'
import type { Order } from '../options'
import type { Grounds } from './grounds'

export type Words = Readonly<Record<Language, string>>

/** What stands between a name and what is said of it. */
export const colon: Words = { fr: '\u00A0:', en: ':' }

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>

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
  /** What the command line asks for all calls; without verb nor paths of its own. */
  readonly order: Order
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

/** Why a tool cannot do what it is asked. */
export interface Refusal {
  readonly problem: Problem
}

/** An object of which nothing may be but these members; without `?` behind its name a member must be there. */
export function objectOf(members: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = Object.keys(members)
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name.replace('?', ''), members[name]])),
    required: names.filter(name => !name.endsWith('?')),
    additionalProperties: false,
  }
}

export const text: JsonSchema = { type: 'string' }
export const count: JsonSchema = { type: 'integer', minimum: 0 }
export const flag: JsonSchema = { type: 'boolean' }

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}
