import assert from 'node:assert/strict'
import { jsonSchemaTest } from '../../../server/engine/schema/json-schema'
import { readSchemaText } from '../../../server/engine/schema/table-schema'
import { fieldOf } from './field-of'

/** What a JSON Schema says of a value: nothing, that it cannot tell, or the kind and the place of what is wrong. */
function check(schema: unknown, value: unknown, expected: string): void {
  const of = typeof value === 'object' ? 'a structure' : JSON.stringify(value)
  it(`${JSON.stringify(schema).slice(0, 90)} of ${of}: ${expected}`, () => {
    const test = jsonSchemaTest(schema)
    assert.equal(typeof test === 'string' ? test : printed(test(value)), expected)
  })
}

/** What a field says inside the cell that it reads. */
function checkCell(descriptor: Readonly<Record<string, unknown>>, cell: string, expected: string): void {
  it(`${JSON.stringify(descriptor)} of ${cell.slice(0, 60)}: ${expected}`, () => {
    const { read, constraints } = fieldOf(descriptor)
    assert.equal(printed(constraints.inner?.(read(cell))), expected)
  })
}

function printed(found: ReturnType<Exclude<ReturnType<typeof jsonSchemaTest>, string>>): string {
  if (found === undefined) return 'fine'
  return found === 'unknown' ? found : `${found.breach.kind} at ${found.at || 'the whole'}`
}

describe('JSON Schemas of cells', () => {
  const person = { type: 'object', properties: { age: { type: 'integer', minimum: 0 } }, required: ['age'] }
  check(person, { age: 3 }, 'fine')
  check(person, { age: -3 }, 'minimum at /age')
  check(person, { age: 'x' }, 'type at /age')
  check(person, {}, 'required at the whole')
  check({ ...person, additionalProperties: false }, { age: 3, b: 1 }, 'additional at the whole')
  check({ items: { enum: ['a', 'b'] } }, ['a', 'c'], 'enum at /1')
  check({ items: { const: 1 } }, [1, 2], 'enum at /1')
  check(
    { uniqueItems: true },
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    'repeated at the whole',
  )
  check({ uniqueItems: true }, [1, '1'], 'fine')
  check({ uniqueItems: false }, [1, 1], 'fine')
  check({ minItems: 2 }, [1], 'few at the whole')
  check({ maxLength: 2 }, 'été', 'many at the whole')
  check({ pattern: 'b' }, 'abc', 'fine')
  check({ pattern: '^b' }, 'abc', 'pattern at the whole')
  check({ pattern: '^(a+)+$' }, `${'a'.repeat(40)}b`, 'pattern at the whole')
  check({ format: 'date' }, '2024-02-30', 'format at the whole')
  check({ format: 'email' }, 'a@b.fr', 'fine')
  check({ multipleOf: 0.5 }, 0.75, 'multipleOf at the whole')
  check({ exclusiveMaximum: 3 }, 3, 'exclusiveMaximum at the whole')
  check({ anyOf: [{ type: 'string' }, { type: 'number' }] }, true, 'other at the whole')
  check({ not: { type: 'string' } }, 'a', 'other at the whole')
  check({ prefixItems: [{ type: 'string' }] }, [1], 'type at /0')
  check(
    { $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: { n: { type: 'number' } }, $ref: '#/$defs/n' },
    'a',
    'type at the whole',
  )
  check({ $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }] }, [1], 'type at /0')
  check(false, 1, 'other at the whole')
  check(true, 1, 'fine')

  check('text', 1, 'malformed')
  check({ type: 'strin' }, 1, 'malformed')
  check({ pattern: '(' }, 'a', 'malformed')
  check({ $ref: 'https://example.org/elsewhere.json' }, 1, 'malformed')
  check({ enum: Array.from({ length: 30_000 }, (_, i) => i) }, 1, 'too-large')
  check(JSON.parse(`${'{"not":'.repeat(2_000)}true${'}'.repeat(2_000)}`), 1, 'too-large')

  check({ $ref: '#' }, 1, 'unknown')
  const tree = { items: { $ref: '#' } }
  check(tree, JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`), 'fine')
  const doubled = { allOf: [{ items: { $ref: '#' } }, { items: { $ref: '#' } }] }
  check(doubled, JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`), 'unknown')
  check(tree, JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'unknown')

  checkCell({ type: 'array', constraints: { jsonSchema: { items: { type: 'integer' } } } }, '[1, "2"]', 'type at /1')
  checkCell({ type: 'object', minProperties: 2 }, '{"a": 1}', 'few at the whole')
  checkCell({ type: 'string', minProperties: 1 }, 'a', 'fine')
  checkCell({ type: 'array', arrayItem: { type: 'string', constraints: { enum: ['a'] } } }, '["a", "b"]', 'enum at /1')
  checkCell({ type: 'array', arrayItem: { type: 'string', enum: ['a'] } }, '["b"]', 'enum at /0')
  checkCell({ type: 'array', items: { type: 'string', format: 'uuid' } }, '["b"]', 'format at /0')
  checkCell({ type: 'array', items: { type: 'integer' } }, '[1, "2", null]', 'fine')
  checkCell({ type: 'array', items: { type: 'integer' } }, '[1.5]', 'type at /0')
  checkCell({ type: 'array', items: { type: 'string' } }, '[1]', 'type at /0')
  checkCell({ type: 'array', items: { type: 'string', constraints: { required: true } } }, '[""]', 'type at /0')
  checkCell({ type: 'array', items: { type: 'string', constraints: { maxLength: 2 } } }, '["abc"]', 'many at /0')
  checkCell(
    { type: 'array', items: { type: 'array', items: { type: 'number', constraints: { maximum: 2 } } } },
    '[[1, 3]]',
    'maximum at /0/1',
  )
  checkCell(
    { type: 'list', itemType: 'integer', items: { type: 'integer', constraints: { minimum: 2 } } },
    '3,1',
    'minimum at /1',
  )

  // Deeper than the platform writes JSON.
  checkCell({ type: 'array', items: { type: 'array' } }, `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'unknown')

  it('are told when they cannot be used', () => {
    const text = JSON.stringify({
      fields: [
        { name: 'a', type: 'object', constraints: { jsonSchema: { type: 'objet' } } },
        { name: 'b', type: 'date', constraints: { jsonSchema: {} } },
        { name: 'c', type: 'string', items: { type: 'string' } },
      ],
    })
    assert.deepEqual(readSchemaText(text, 'test').defects, [
      { kind: 'bad-json-schema', path: '/fields/0/constraints/jsonSchema', trouble: 'malformed' },
      { kind: 'unfit-constraint', path: '/fields/1/constraints/jsonSchema', constraint: 'jsonSchema', type: 'date' },
      { kind: 'unfit-constraint', path: '/fields/2/items', constraint: 'items', type: 'string' },
    ])
  })
})
