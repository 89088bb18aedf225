import type { Ajv, ErrorObject, Options } from 'ajv'
import type { Ajv2019 } from 'ajv/dist/2019.js'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { canonical } from '../model/canonical'
import type { Breach, InnerFault, InnerTest } from '../model/inner-fault'
import type { RecordSchema } from '../model/schema'
import { textOf } from './descriptor'
import { isObject } from './json-value'
import { compilePattern } from './pattern'
import { plainReading } from './types/plain'

/** Why a JSON Schema cannot be used. */
export type JsonSchemaTrouble = 'malformed' | 'too-large'

/** Values and nested parts beyond which a JSON Schema is not read: compiling takes time, and the compiler calls itself. */
const MOST_PARTS = 20_000
const DEEPEST = 100
/** Parts of a schema that are tried on one value: one that refers to itself can ask for more than the age of the world. */
const MOST_STEPS = 100_000

/** Makes a JSON Schema (drafts 7, 2019-09 and 2020-12) ready to try values; never throws, and neither does the test. */
export function jsonSchemaTest(schema: unknown): InnerTest | JsonSchemaTrouble {
  if (typeof schema === 'boolean') return schema ? () => undefined : value => faultOf(value, '', { kind: 'other' })
  if (!isObject(schema)) return 'malformed'
  if (!isWithinBounds(schema)) return 'too-large'
  const steps = { left: 0 }
  let validate: ((value: unknown) => boolean) & { errors?: null | ErrorObject[] }
  try {
    const ajv = new (draftOf(schema))(options)
    withSteps(ajv, steps)
    if (!ajv.validateSchema(schema)) return 'malformed'
    validate = ajv.compile(counted(schema) as object) as typeof validate
  } catch {
    // A reference that leads nowhere, a pattern that is none.
    return 'malformed'
  }
  return value => {
    steps.left = MOST_STEPS
    try {
      return validate(value) ? undefined : toldFault(value, validate.errors ?? [])
    } catch {
      // Out of steps or of stack, or a pattern that gave up.
      return 'unknown'
    }
  }
}

/** Faults that are told of one record. */
const MOST_IN_RECORD = 20

/**
 * Makes a part of a JSON Schema (drafts 7, 2019-09 and 2020-12) ready to try values, `at` its JSON pointer in the schema: all
 * that is wrong with one. What the schema refers to must stand in it: nothing is fetched. Never throws, nor does the test.
 */
export function partTest(schema: unknown, at: string): RecordSchema['faults'] | JsonSchemaTrouble {
  if (!isObject(schema)) return 'malformed'
  if (!isWithinBounds(schema)) return 'too-large'
  const steps = { left: 0 }
  let validate: ((value: unknown) => boolean) & { errors?: null | ErrorObject[] }
  try {
    const ajv = new (draftOf(schema))({ ...options, allErrors: true })
    withSteps(ajv, steps)
    // A schema of an earlier draft is read as draft 7, whose words it mostly has.
    const { $schema: draft, $id: own, id: _oldId, ...plain } = schema
    const isKnown = /draft-07|20(?:19-09|20-12)/.test(String(draft))
    if (isKnown && !ajv.validateSchema(schema)) return 'malformed'
    // It may refer to itself by its name; some bear that of the standard instead, which the package has already.
    const isNamed = typeof own === 'string' && ajv.getSchema(own) === undefined
    ajv.addSchema(counted(isNamed ? { ...plain, $id: own } : plain) as object, 'whole')
    validate = ajv.compile({ $ref: `whole#${at.replaceAll('%', '%25')}` }) as typeof validate
  } catch {
    return 'malformed'
  }
  return value => {
    steps.left = MOST_STEPS
    try {
      return validate(value) ? [] : toldFaults(validate.errors ?? [], MOST_IN_RECORD)
    } catch {
      return 'unknown'
    }
  }
}

/** Faults that are told of one document. */
const MOST_FAULTS = 100

/**
 * Makes a JSON Schema of ours ready to try documents: all that is wrong with one, each part once. It must be no deeper
 * than it looks, for no step is counted. Never throws.
 */
export function documentTest(schema: object): (value: unknown) => readonly InnerFault[] {
  const validate = new compilers.draft7({ ...options, allErrors: true }).compile(schema)
  return value => {
    try {
      if (validate(value)) return []
    } catch {
      // Deeper than the stack.
      return []
    }
    return toldFaults(validate.errors ?? [], MOST_FAULTS)
  }
}

/** At most so many errors as facts, each part once: of alternatives that all fail is only told that there was none. */
function toldFaults(errors: readonly ErrorObject[], most: number): readonly InnerFault[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  const told = errors.filter(
    ({ keyword, schemaPath, instancePath }) =>
      keyword !== 'if' &&
      !choices.some(
        choice => schemaPath.startsWith(`${choice.schemaPath}/`) && instancePath.startsWith(choice.instancePath),
      ),
  )
  return told.slice(0, most).map(error => faultOf(error.data, error.instancePath, breachOf(error)))
}

const ISO_TYPES = { date: 'date', time: 'time', 'date-time': 'datetime', duration: 'duration' } as const
const TEXT_FORMATS = { email: 'email', uri: 'uri', uuid: 'uuid' } as const

const options: Options = {
  strict: false,
  logger: false,
  verbose: true,
  // A member may be called `constructor`, and may be absent.
  ownProperties: true,
  code: { regExp: Object.assign(searching, { code: 'searching' }) },
  formats: Object.fromEntries([
    ...Object.entries(ISO_TYPES).map(([format, type]) => [format, reads(plainReading(type))]),
    ...Object.entries(TEXT_FORMATS).map(([format, of]) => [format, reads(plainReading('string', of))]),
  ]),
}

function reads({ read }: { readonly read: (text: string) => unknown }): (text: string) => boolean {
  return text => read(text) !== undefined
}

/** JSON Schema's patterns may match anywhere; ours are tried in linear time and give up otherwise. */
function searching(source: string): { test(text: string): boolean; toString(): string } {
  const pattern = compilePattern(`[^]*(?:${source})[^]*`)
  if (!pattern) throw new SyntaxError(source)
  return {
    test(text) {
      const answer = pattern.matches(text)
      if (answer === undefined) throw new RangeError(source)
      return answer
    },
    toString: () => source,
  }
}

/** The reader of a schema's draft; of one that does not say which, draft 7 unless a newer word stands in it. */
function draftOf(schema: Readonly<Record<string, unknown>>): typeof Ajv | typeof Ajv2019 | typeof Ajv2020 {
  const draft = String(schema['$schema'])
  if (draft.includes('2019-09')) return compilers.draft2019
  return draft.includes('2020-12') || 'prefixItems' in schema ? compilers.draft2020 : compilers.draft7
}

/** Each is loaded when a schema asks for it: they are a tenth of the program, and few tables have such a schema. */
const compilers = {
  get draft7(): typeof Ajv {
    return require('ajv').Ajv
  },
  get draft2019(): typeof Ajv2019 {
    return require('ajv/dist/2019.js').Ajv2019
  },
  get draft2020(): typeof Ajv2020 {
    return require('ajv/dist/2020.js').Ajv2020
  },
}

/** A keyword of ours that is tried with each part of the schema; no schema can say it. */
const STEP = 'vigie:step'

function withSteps(ajv: Ajv, steps: { left: number }): void {
  ajv.addKeyword({
    keyword: STEP,
    schema: false,
    validate: () => {
      if (steps.left-- <= 0) throw new RangeError('steps')
      return true
    },
  })
  // The package compares every two items.
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (isWanted: boolean, items: readonly unknown[]) =>
      !isWanted || new Set(items.map(canonical)).size === items.length,
  })
}

/** Keywords whose values are data or names, and hold no schema. */
const PLAIN = new Set(['const', 'enum', 'default', 'examples', 'required', 'dependentRequired', 'type'])

/** The schema with a step in each part; in a list of members by name a step is one more member, which anything meets. */
function counted(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(counted)
  if (!isObject(schema)) return schema
  const members = Object.entries(schema).map(([key, value]) => [key, PLAIN.has(key) ? value : counted(value)])
  return { ...Object.fromEntries(members), [STEP]: true }
}

/** Whether a value is neither larger nor deeper than is read. A loop: a deep value would overflow the stack. */
function isWithinBounds(value: unknown): boolean {
  let layer: unknown[] = [value]
  let parts = 0
  for (let depth = 0; layer.length > 0; depth++) {
    parts += layer.length
    if (depth > DEEPEST || parts > MOST_PARTS) return false
    layer = layer.flatMap(part => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
  return true
}

/** Of several alternatives that all fail the last error tells that there was none; else there is one error. */
function toldFault(value: unknown, errors: readonly ErrorObject[]): InnerFault {
  const error = errors.at(-1)
  return faultOf(error ? error.data : value, error?.instancePath ?? '', error ? breachOf(error) : { kind: 'other' })
}

/** What is wrong with a part of a value. */
export function faultOf(part: unknown, at: string, breach: Breach): InnerFault {
  return { at, part: textOf(part), breach }
}

const COUNTED = { Length: 'characters', Items: 'items', Properties: 'members' } as const

function breachOf({ keyword, params, schema }: ErrorObject): Breach {
  switch (keyword) {
    case 'type':
      return { kind: 'type', expected: [params['type']].flat() as string[] }
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return { kind: 'required', member: params['missingProperty'] as string }
    case 'additionalProperties':
      return { kind: 'additional', member: params['additionalProperty'] as string }
    case 'unevaluatedProperties':
      return { kind: 'additional', member: params['unevaluatedProperty'] as string }
    case 'enum':
      return { kind: 'enum', allowed: (params['allowedValues'] as unknown[]).map(textOf) }
    case 'const':
      return { kind: 'enum', allowed: [textOf(params['allowedValue'])] }
    case 'pattern':
      return { kind: 'pattern', pattern: params['pattern'] as string }
    case 'format':
      return { kind: 'format', format: params['format'] as string }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return { kind: keyword, bound: String(schema) }
    case 'uniqueItems':
      return { kind: 'repeated' }
    case 'anyOf': {
      const members = (schema as readonly { readonly required?: readonly string[] }[]).flatMap(
        one => one.required ?? [],
      )
      return members.length > 1 ? { kind: 'one-of', members } : { kind: 'other' }
    }
    default: {
      const [, side, what] = /^(min|max)(Length|Items|Properties)$/.exec(keyword) ?? []
      if (!side) return { kind: 'other' }
      return {
        kind: side === 'min' ? 'few' : 'many',
        of: COUNTED[what as keyof typeof COUNTED],
        bound: params['limit'] as number,
      }
    }
  }
}
