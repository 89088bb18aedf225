import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CsvTable } from '../../server/engine/csv/table'
import { kernel } from '../../server/engine/kernel/kernel'
import { lint } from '../../server/engine/lint'
import { isPlainKey, keyReading } from '../../server/engine/model/key-value'
import { flatSource } from '../../server/engine/model/source'
import { openFile } from '../../server/engine/open'
import type { Repeated } from '../../server/engine/rules/rule'
import { readSchema } from '../../server/engine/schema/table-schema'
import { plainDialect } from './plain-dialect'

describe('values that must be unique', () => {
  const told: readonly [what: string, field: object, values: readonly string[], repeated: readonly string[]][] = [
    ['integers', { type: 'integer' }, ['1', '01', '+1', ' 1', '-1', '10', '-0', '0'], ['01', '+1', ' 1', '0']],
    ['numbers', { type: 'number' }, ['1', '1.0', '1e0', '0.1', '.10', '1.01', '10'], ['1.0', '1e0', '.10']],
    [
      'numbers of long',
      { type: 'integer' },
      ['9007199254740992', '9007199254740993', '09007199254740992'],
      ['09007199254740992'],
    ],
    [
      'decimals of long',
      { type: 'number' },
      ['0.12345678901234567', '0.12345678901234568', '0.123456789012345670'],
      ['0.123456789012345670'],
    ],
    ['numbers beyond all', { type: 'number' }, ['1e400', '2e400', 'INF', 'inf', '1e-400', '0'], ['inf']],
    [
      'decimal commas',
      { type: 'number', decimalChar: ',', groupChar: ' ' },
      ['1,5', '1,50', '1 000', '1000,0', '1.5', '1.50'],
      ['1,50', '1000,0'],
    ],
    [
      'powers of ten',
      { type: 'number' },
      ['1e21', '1000000000000000000000', '1e-7', '0.0000001', '0.00000010'],
      ['1000000000000000000000', '0.0000001', '0.00000010'],
    ],
    [
      'long ones with units',
      { type: 'number', bareNumber: false },
      ['-1234567890123456.5', 'EUR -1234567890123456.50 eur', '12 euros', '12'],
      ['EUR -1234567890123456.50 eur', '12'],
    ],
    ['units', { type: 'integer', bareNumber: false }, ['12', '12 €', '13 €'], ['12 €']],
    [
      'booleans',
      { type: 'boolean', trueValues: ['oui', '1'], falseValues: ['non'] },
      ['oui', '1', 'non', 'true', 'true'],
      ['1', 'true'],
    ],
    [
      'durations',
      { type: 'duration' },
      [
        'P1D',
        'PT24H',
        'P1W',
        'P7D',
        'P1Y',
        'P12M',
        'P1M',
        'P30D',
        'PT0.5H',
        'PT30M',
        '-P1D',
        'PT0S',
        '-P0D',
        'P0.5Y',
        'P6M',
      ],
      ['PT24H', 'P7D', 'P12M', 'PT30M', '-P0D', 'P6M'],
    ],
    ['durations of long', { type: 'duration' }, ['PT0.00000000001S', 'PT0S', 'PT0.00000000001S'], ['PT0.00000000001S']],
    [
      'objects',
      { type: 'object' },
      ['{"a":1,"b":[1,2]}', '{ "b": [1, 2], "a": 1.0 }', '{"a":1,"b":[2,1]}', '{"a":"1","b":[1,2]}', '{'],
      ['{ "b": [1, 2], "a": 1.0 }'],
    ],
    ['lists', { type: 'array' }, ['[1,2]', '[1, 2]', '[2,1]', '["1,2"]', '[[1],2]'], ['[1, 2]']],
    [
      'lists without end',
      { type: 'array' },
      [
        `${'['.repeat(9_000)}${']'.repeat(9_000)}`,
        `${'["]",'.repeat(9_000)}1 ${']'.repeat(9_000)}`,
        `${'["]",'.repeat(9_000)}1${']'.repeat(9_000)}`,
      ],
      [],
    ],
    [
      'objects of long numbers',
      { type: 'object' },
      ['{"a":12345678901234567}', '{"a":12345678901234568}', '{ "a":12345678901234567}'],
      [],
    ],
    [
      'moments',
      { type: 'datetime' },
      [
        '2024-01-01T00:00:00Z',
        '2024-01-01T01:00:00+01:00',
        '2023-12-31T19:00:00-05:00',
        '2024-01-01T00:00:00',
        '2024-01-01T01:00:00.0000001+01:00',
        '2024-01-01T00:00:00+01:00',
        '2024-02-30T00:00:00+01:00',
      ],
      ['2024-01-01T01:00:00+01:00', '2023-12-31T19:00:00-05:00'],
    ],
    [
      'moments of a pattern',
      { type: 'datetime', format: '%d/%m/%Y %H:%M' },
      ['01/02/2024 09:05', '1/2/2024 9:05', '1/2/2024 9:06'],
      ['1/2/2024 9:05'],
    ],
    ['times of a pattern', { type: 'time', format: '%H:%M' }, ['09:05', '9:05', '9:06'], ['9:05']],
    ['points', { type: 'geopoint' }, ['2.35, 48.85', '2.350,48.85', '48.85,2.35'], ['2.350,48.85']],
    [
      'dates in any form',
      { type: 'date', format: 'any' },
      ['2024-01-02', '02/01/2024', '2 janvier 2024', '3/1/2024'],
      ['02/01/2024', '2 janvier 2024'],
    ],
    ['dates in one form', { type: 'date' }, ['2024-01-02', '02/01/2024', '02/01/2024'], ['02/01/2024']],
    ['what is none', { type: 'integer' }, ['z', 'z', '1.0', '1'], ['z']],
    ['text', { type: 'string' }, ['1', '1.0', '01', '1'], ['1']],
    ['anything', {}, ['1', '1.0', '01'], []],
  ]
  for (const [what, field, values, repeated] of told)
    it(`${what} are compared by what they say`, () => {
      assert.deepEqual(
        repeatedOf({ fields: [{ name: 'x', ...field, constraints: { unique: true } }] }, values),
        repeated,
      )
      assert.deepEqual(repeatedOf({ fields: [{ name: 'x', ...field }], primaryKey: 'x' }, values), repeated)
      // Where a word stands for no value, the kernel does not read the keys.
      const missing = { fields: [{ name: 'x', ...field, constraints: { unique: true } }], missingValues: ['', 'NC'] }
      assert.deepEqual(repeatedOf(missing, values), repeated)
    })

  it('are compared together', () => {
    const fields = [
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'string' },
      { name: 'c', type: 'boolean' },
    ]
    const rows = ['1;1;true', '01;1;1', '1;01;1', '2;1;false', '"02";1;FALSE']
    assert.deepEqual(repeatedOf({ fields, uniqueKeys: [['a', 'b', 'c']] }, rows, 'a;b;c'), ['01', '02'])
  })

  it('are said to be spelled otherwise, where they are', () => {
    const schema = { fields: [{ name: 'x', type: 'number', constraints: { unique: true } }] }
    const found = diagnosticsOf(schema, ['1', '1.0', '1'], 'x')
    assert.deepEqual(
      found.map(({ facts }) => (facts as Repeated).isRespelt),
      [true, false],
    )
  })
})

describe('numbers that refer to others', () => {
  it('are looked for to the last digit, however they are spelled', () => {
    const { schema } = readSchema(
      {
        fields: [
          { name: 'id', type: 'integer' },
          { name: 'of', type: 'number', decimalChar: ',' },
        ],
        foreignKeys: [{ fields: ['of'], reference: { resource: '', fields: ['id'] } }],
      },
      'test',
    )
    const rows = '9007199254740993;12,0\n12;9007199254740992\n007;9007199254740993,0\n13;7e0\n'
    const dataset = openFile(new TextEncoder().encode(`id;of\n${rows}`), {
      schema: { schema: schema!, source: 'flag' },
      dialect: { delimiter: ';', headerRows: [0] },
    })
    const found = [...lint(dataset, { onlySchema: true })]
    assert.deepEqual(
      found.map(({ rule, value }) => `${rule} ${value}`),
      ['foreign-key 9007199254740992'],
    )
  })
})

describe('numbers that are compared as they are written', () => {
  const spelt = fc.oneof(
    fc.stringMatching(/^[-+]?[0-9]{0,18}[.,]?[0-9]{0,9}$/),
    fc.double().map(String),
    fc.integer().map(String),
    fc.constantFrom('0', '-0', '0.0', '1e5', '1.', '.5', '', '-', '12', '0.000001', '0.0000001', '-0.00001', 'x'),
  )
  const fields = [
    { type: 'integer' },
    { type: 'number' },
    { type: 'number', decimalChar: ',' },
    { type: 'number', groupChar: '.' },
  ]

  for (const field of fields)
    it(`are in the shortest spelling of their field: ${JSON.stringify(field)}`, () => {
      const [declared] = readSchema({ fields: [{ name: 'x', ...field }] }, 'test').schema!.fields
      const { reads, plainMarks } = keyReading([declared])!
      fc.assert(
        fc.property(spelt, text => {
          const bytes = new TextEncoder().encode(`;${text};`)
          if (isPlainKey(bytes, 1, bytes.length - 1, plainMarks[0]!)) assert.equal(reads[0]!(text), text)
          const [chunk] = new CsvTable(flatSource(new TextEncoder().encode(`"${text}"\n`)), plainDialect).chunks()
          const question = { columns: [0], plainMarks, missing: 'none', edgeSpace: 'counts', doubledQuote: 34 } as const
          const [low, high] = kernel()!.keyHashes(chunk!, 0, question)!
          const isUntold = low === 1 && high === 0
          assert.equal(isUntold, text !== '' && !isPlainKey(bytes, 1, bytes.length - 1, plainMarks[0]!))
        }),
      )
    })
})

function repeatedOf(descriptor: object, rows: readonly string[], header = 'x'): readonly (string | undefined)[] {
  return diagnosticsOf(descriptor, rows, header).map(({ value }) => value)
}

function diagnosticsOf(descriptor: object, rows: readonly string[], header: string) {
  const { schema } = readSchema(descriptor, 'test')
  const text = new TextEncoder().encode(`${header}\n${rows.join('\n')}\n`)
  const dataset = openFile(text, {
    schema: { schema: schema!, source: 'flag' },
    dialect: { delimiter: ';', quoteChar: '"', headerRows: [0] },
  })
  return [...lint(dataset, { onlySchema: true })].filter(({ rule }) => rule === 'unique' || rule === 'primary-key')
}
