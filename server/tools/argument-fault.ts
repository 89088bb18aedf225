import type { InnerFault } from '../engine/model/inner-fault'
import { shownList } from '../engine/model/shown'
import { jsonSchemaTest } from '../engine/schema/json-schema'
import type { Problem } from '../files/files'
import type { JsonSchema } from './json-schema'

/** What is wrong with the arguments of a tool, in one sentence; undefined when nothing is. */
export function argumentFault(input: JsonSchema, asked: unknown): Problem | undefined {
  const test = jsonSchemaTest(input)
  const fault = typeof test === 'function' ? test(asked) : undefined
  return fault === undefined || fault === 'unknown' ? undefined : faultInWords(fault)
}

function faultInWords({ at, breach }: InnerFault): Problem {
  // A value is not repeated: who asks may have taken it from the data.
  const name = at.slice(1).replaceAll('/', '.')
  switch (breach.kind) {
    case 'required':
      return { fr: `Il manque l’argument ${breach.member}.`, en: `The argument ${breach.member} is missing.` }
    case 'additional':
      return { fr: `Il n’y a pas d’argument ${breach.member}.`, en: `There is no argument ${breach.member}.` }
    case 'enum':
      return {
        fr: `L’argument ${name} prend : ${shownList.fr(breach.allowed)}.`,
        en: `The argument ${name} takes: ${shownList.en(breach.allowed)}.`,
      }
    case 'type':
      return {
        fr: `L’argument ${name} doit être : ${breach.expected.join(', ')}.`,
        en: `The argument ${name} must be: ${breach.expected.join(', ')}.`,
      }
    case 'minimum':
    case 'maximum':
      return {
        fr: `L’argument ${name} est hors de ses bornes : ${breach.kind} ${breach.bound}.`,
        en: `The argument ${name} is out of bounds: ${breach.kind} ${breach.bound}.`,
      }
    default:
      return {
        fr: `L’argument ${name} n’a pas la forme attendue.`,
        en: `The argument ${name} is not of the form expected.`,
      }
  }
}
