import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Field } from '../../../server/engine/model/field'
import { readSchema, readSchemaText } from '../../../server/engine/schema/table-schema'
import { fieldOf } from './field-of'

/** The defects of what a schema says beside its one field. */
function at(schema: Readonly<Record<string, unknown>>): readonly string[] {
  return defects({ name: 'a' }, schema)
}

/** The defects of a schema of one field, each as its kind, its path and what else it says. */
function defects(field: unknown, schema: Readonly<Record<string, unknown>> = {}): readonly string[] {
  return readSchema({ fields: [field], ...schema }, 'test').defects.map(({ kind, path, ...facts }) =>
    [kind, path, ...Object.values(facts)].join(' '),
  )
}

describe('table-schema', () => {
  it('reads a whole schema', () => {
    const { schema, defects } = readSchema(
      {
        version: '1.2.0',
        title: 'Arbres',
        'title@en': 'Trees',
        missingValues: ['', 'NC'],
        primaryKey: 'id',
        custom_checks: [{ name: 'siret', params: { column: 'id' } }],
        fields: [
          { name: 'id', type: 'string', constraints: { required: true, unique: true } },
          {
            name: 'hauteur',
            type: 'number',
            title: 'Hauteur',
            description: 'En mètres.',
            'description@en': 'In metres.',
            example: 12.5,
            decimalChar: ',',
            groupChar: ' ',
            bareNumber: false,
            missingValues: [{ value: '-99', label: 'inconnue' }],
            constraints: { minimum: 0.5, maximum: '120' },
          },
        ],
      },
      'arbres',
    )
    assert.deepEqual(defects, [])
    const [id, hauteur] = schema!.fields as [Field, Field]
    const { fields: _, ...rest } = schema!
    assert.deepEqual(rest, {
      id: 'arbres',
      version: '1.2.0',
      title: { fr: 'Arbres', en: 'Trees' },
      primaryKey: ['id'],
      customChecks: [{ kind: 'siret', column: 'id' }],
    })
    assert.deepEqual(id.constraints, { required: true, unique: true })
    assert.deepEqual(id.missingValues, ['', 'NC'])
    assert.equal(id.identifier, 'siret')
    const { read: _read, accept: _accept, numberAt: _numberAt, ...told } = hauteur
    assert.deepEqual(told, {
      name: 'hauteur',
      type: 'number',
      format: 'default',
      title: { fr: 'Hauteur' },
      description: { fr: 'En mètres.', en: 'In metres.' },
      example: '12.5',
      constraints: { minimum: '0,5', maximum: '120' },
      missingValues: ['-99'],
      decimalChar: ',',
      groupChar: ' ',
      bareNumber: false,
      trueValues: ['true', 'True', 'TRUE', '1'],
      falseValues: ['false', 'False', 'FALSE', '0'],
      identifier: undefined,
    })
  })

  // A field, and what is wrong with it.
  const faulty: readonly (readonly [unknown, readonly string[]])[] = [
    [{ name: 'a' }, []],
    [{ name: 'a', type: 'date', format: 'fmt:%Y' }, []],
    [{ name: 'a', type: 'number', example: { any: 'thing' } }, []],
    [{ name: 'a', description: null, constraints: null, title: '' }, []],
    ['a', ['wrong-kind /fields/0 object', 'no-fields /fields']],
    [{}, ['no-name /fields/0', 'no-fields /fields']],
    [{ name: ' ' }, ['no-name /fields/0', 'no-fields /fields']],
    [{ name: 'a\u200B ' }, ['untidy-name /fields/0/name a\u200B  a']],
    [{ name: 2024 }, ['wrong-kind /fields/0/name string']],
    [{ name: 'a', title: ['Année'] }, ['wrong-kind /fields/0/title string']],
    [
      { name: 'a', 'title@en': 1, description: {} },
      ['wrong-kind /fields/0/title@en string', 'wrong-kind /fields/0/description string'],
    ],
    [{ name: 'a', title: null, description: '' }, []],
    [{ name: 'a', type: 'texte' }, ['unknown-type /fields/0/type texte string']],
    [{ name: 'a', type: 'Date' }, ['unknown-type /fields/0/type Date date']],
    [{ name: 'a', type: 'date', format: 'JJ/MM/AAAA' }, ['unknown-format /fields/0/format date JJ/MM/AAAA %d/%m/%Y']],
    [{ name: 'a', type: 'date', format: 'yyyy-mm-dd' }, ['unknown-format /fields/0/format date yyyy-mm-dd default']],
    [{ name: 'a', type: 'date', format: 'mm/mm/aaaa' }, ['unknown-format /fields/0/format date mm/mm/aaaa']],
    [{ name: 'a', type: 'string', format: 'url' }, ['unknown-format /fields/0/format string url uri']],
    [{ name: 'a', type: 'geojson', format: 'topjson' }, ['unknown-format /fields/0/format geojson topjson topojson']],
    [{ name: 'a', type: 'string', format: 'siret' }, ['unknown-format /fields/0/format string siret']],
    [{ name: 'a', contraints: { required: true } }, ['misspelt-key /fields/0/contraints contraints constraints']],
    [{ name: 'a', exemple: 'b' }, ['misspelt-key /fields/0/exemple exemple example']],
    [{ name: 'a', constraints: { requierd: true } }, ['misspelt-key /fields/0/constraints/requierd requierd required']],
    [{ name: 'a', 'm/x~y': 1, commentaire: '' }, []],
    [{ name: 'a', required: true }, ['misplaced-constraint /fields/0/required required']],
    [{ name: 'a', constraints: { required: 'oui' } }, ['wrong-kind /fields/0/constraints/required boolean']],
    [{ name: 'a', constraints: [] }, ['wrong-kind /fields/0/constraints object']],
    [{ name: 'a', constraints: { enum: 'x' } }, ['wrong-kind /fields/0/constraints/enum array']],
    [{ name: 'a', constraints: { pattern: '(' } }, ['bad-pattern /fields/0/constraints/pattern (']],
    [{ name: 'a', constraints: { minLength: '3' } }, ['wrong-kind /fields/0/constraints/minLength number']],
    [{ name: 'a', constraints: { minimum: 3 } }, ['unordered-type /fields/0/constraints/minimum any']],
    [
      { name: 'a', type: 'date', constraints: { minimum: '01/02/2024' } },
      ['bad-bound /fields/0/constraints/minimum 01/02/2024'],
    ],
  ]
  for (const [field, expected] of faulty)
    it(`${JSON.stringify(field)}: ${expected.join(', ') || 'no defect'}`, () =>
      assert.deepEqual(defects(field), expected))

  it('tells what is wrong above the fields', () => {
    assert.deepEqual(at({ primaryKey: ['a', 'b'] }), ['unknown-field /primaryKey b'])
    assert.deepEqual(at({ missingValues: 'NA' }), ['wrong-kind /missingValues array'])
    assert.deepEqual(at({ title: 3, description: ['x'] }), [
      'wrong-kind /title string',
      'wrong-kind /description string',
    ])
    assert.deepEqual(at({ custom_checks: ['siret', {}] }), [
      'wrong-kind /custom_checks/0 object',
      'no-name /custom_checks/1',
    ])
    assert.deepEqual(at({ fields: [{ name: 'a' }, { name: 'a' }] }), ['duplicate-name /fields/1/name a'])
    assert.deepEqual(at({ primaryKeys: ['a'], missing_values: ['-'], foreignKey: [], keywords: [], path: 'x' }), [
      'misspelt-key /primaryKeys primaryKeys primaryKey',
      'misspelt-key /missing_values missing_values missingValues',
      'misspelt-key /foreignKey foreignKey foreignKeys',
    ])
    assert.deepEqual(readSchema({ fields: [{ name: 'a' }], primaryKeys: 'a' }, 'x').schema?.primaryKey, ['a'])
    assert.deepEqual(at({ fields: {} }), ['no-fields '])
    for (const value of [null, 3, 'x', []])
      assert.deepEqual(readSchema(value, 'x'), {
        schema: undefined,
        defects: [{ kind: 'wrong-kind', path: '', expected: 'object' }],
      })
  })

  // What a field says, what is meant: as it stands in the field.
  const meant: readonly (readonly [Readonly<Record<string, unknown>>, (field: Field) => unknown, unknown])[] = [
    [{ contraints: { required: true } }, ({ constraints }) => constraints, { required: true }],
    [{ enum: ['a', 1, true, null] }, ({ constraints }) => constraints.enum, ['a', '1', 'true', 'null']],
    [{ enum: ['a'], constraints: { enum: ['b'] } }, ({ constraints }) => constraints.enum, ['b']],
    [{ categories: ['a', { value: 'b', label: 'B' }] }, ({ constraints }) => constraints.enum, ['a', 'b']],
    [
      { constraints: { required: 'Oui', unique: 'x', minLength: '3' } },
      ({ constraints }) => constraints,
      { required: true, minLength: 3 },
    ],
    [
      { type: 'boolean', trueValues: ['oui'], constraints: { enum: [true] } },
      ({ constraints }) => constraints.enum,
      ['oui'],
    ],
    [{ type: 'Integer' }, ({ type }) => type, 'integer'],
    [{ type: 'gyear' }, ({ type }) => type, 'year'],
    [{ type: 'constructor' }, ({ type }) => type, 'any'],
    [{ type: 'date', format: 'fmt:%Y' }, ({ format }) => format, 'fmt:%Y'],
    [{ format: 'siret' }, ({ read }) => read('x'), 'x'],
    [{ exemple: ['a', 'b'] }, ({ example }) => example, '["a","b"]'],
    [{ examples: ['a', 'b'] }, ({ example }) => example, 'a'],
    [{ example: false }, ({ example }) => example, 'false'],
    [{ name: '\uFEFFnom ' }, ({ name }) => name, 'nom'],
    [{ description: 'x', 'description@en': 'y' }, ({ description }) => description, { fr: 'x', en: 'y' }],
  ]
  for (const [field, take, value] of meant)
    it(`${JSON.stringify(field)} means ${JSON.stringify(value)}`, () => assert.deepEqual(take(fieldOf(field)), value))

  it('takes the parameters of a check from beside its name', () => {
    const { schema } = readSchema({ fields: [{ name: 'a' }], customChecks: [{ name: 'siret', column: 'a' }] }, 'x')
    assert.deepEqual(schema!.customChecks, [{ kind: 'siret', column: 'a' }])
  })

  it('never throws, whatever the descriptor and the cells', () => {
    const keys = fc.constantFrom(
      ...'name type format constraints contraints enum pattern minimum missingValues trueValues decimalChar groupChar bareNumber itemType delimiter categories example'.split(
        ' ',
      ),
    )
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        'date',
        'list',
        'number',
        'geopoint',
        '%d/%m/%Y',
        '%%',
        '__proto__',
        '(',
        'constructor',
        ',',
        -1,
        null,
      ),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const field = fc.dictionary(keys, fc.oneof(value, fc.dictionary(keys, value)))
    const schema = fc.record({
      fields: fc.array(
        fc.oneof(
          field,
          field.map(each => ({ ...each, name: 'x' })),
        ),
        { maxLength: 3 },
      ),
    })
    const tops = fc.tuple(
      schema,
      fc.dictionary(fc.constantFrom('primaryKey', 'custom_checks', 'missingValues', 'version', 'title'), value),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          tops.map(([one, two]) => ({ ...one, ...two })),
          fc.jsonValue(),
        ),
        fc.string(),
        (descriptor, cell) => {
          for (const { read, accept, constraints } of readSchema(descriptor, 'x').schema?.fields ?? []) {
            read(cell)
            accept?.(new TextEncoder().encode(cell), 0, cell.length)
            constraints.pattern?.matches?.(cell)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('table-schema as text', () => {
  // The sign ⚡ stands before the first character that cannot be there.
  const broken = [
    '⚡',
    '{⚡',
    '{"fields": [⚡}',
    '{"fields": [{"name": "a",⚡}]}',
    '{"fields" ⚡[] }',
    '[1⚡;2]',
    '{"a": 1} ⚡x',
    '{"a": "été⚡\n"}',
    '{"a": "⚡\\x"}',
    '{"a": 0⚡1}',
    '{"a": ⚡tru}',
    "{⚡'a': 1}",
    '\uFEFF[1, ⚡]',
    '[[[1], {}⚡',
    '{⚡// commentaire\n}',
  ]
  for (const marked of broken)
    it(`finds the fault of ${JSON.stringify(marked)}`, () => {
      const offset = marked.indexOf('⚡')
      assert.deepEqual(readSchemaText(marked.replace('⚡', ''), 'x'), {
        schema: undefined,
        defects: [{ kind: 'syntax', path: '', offset }],
      })
    })

  it('is read after a byte order mark', () =>
    assert.equal(readSchemaText('\uFEFF{"fields":[{"name":"a"}]}', 'x').schema!.fields.length, 1))

  it('says the end of what was cut off, and nothing of what is whole', () => {
    const word = fc.stringMatching(/^[a-zé ]{0,4}$/)
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(word, tie('value'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(fc.array(value), fc.nat(), fc.constantFrom(0, 1), (list, cut, indent) => {
        const json = JSON.stringify(list, undefined, indent)
        assert.equal(offsetOf(json), undefined)
        const at = cut % json.length
        assert.equal(offsetOf(json.slice(0, at)), at)
        assert.equal(offsetOf(`${json},`), json.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds the fault of a text nested 100,000 deep, and of a string of 5 MB', () => {
    assert.equal(offsetOf('['.repeat(100_000)), 100_000)
    assert.equal(offsetOf(`{"a": "${'x'.repeat(5e6)}`), 5e6 + 7)
  })
})

function offsetOf(text: string): number | undefined {
  const [defect] = readSchemaText(text, 'x').defects
  return defect?.kind === 'syntax' ? defect.offset : undefined
}
