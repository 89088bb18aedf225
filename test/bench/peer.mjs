import { createReadStream } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse'
import { schema } from './table.mjs'

// csv-parse reads the rows, ajv checks each: what most people would write. Prints the errors by rule as JSON.
const properties = {}
for (const { name, type, trueValues = [], falseValues = [], constraints = {} } of schema.fields)
  properties[name] = {
    type: 'string',
    ...(constraints.required ? { minLength: 1 } : {}),
    ...(constraints.pattern ? { pattern: constraints.pattern } : {}),
    ...(constraints.enum ? { enum: constraints.enum } : {}),
    ...(type === 'date' ? { pattern: '^\\d{4}-(0\\d|1[0-2])-([0-2]\\d|3[01])$' } : {}),
    ...(type === 'number' ? { pattern: '^[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$' } : {}),
    ...(type === 'integer' ? { pattern: '^[+-]?\\d+$' } : {}),
    ...(type === 'boolean' ? { enum: [...trueValues, ...falseValues] } : {}),
  }
const check = new Ajv({ allErrors: true }).compile({ type: 'object', properties })
const rules = { minLength: 'required', enum: 'enum', pattern: 'pattern' }
const typed = new Set(schema.fields.filter(field => field.type !== 'string').map(field => `/${field.name}`))
const counts = {}
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true, delimiter: ';' })))
  if (!check(row))
    for (const { keyword, instancePath } of check.errors) {
      const rule = typed.has(instancePath) ? 'type-error' : rules[keyword]
      counts[rule] = (counts[rule] ?? 0) + 1
    }
console.log(JSON.stringify(counts))
