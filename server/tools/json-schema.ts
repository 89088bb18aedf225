/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>

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
