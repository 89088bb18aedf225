import assert from 'node:assert/strict'
import {
  assert as holds,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  string,
  tuple,
  array,
  date,
} from 'fast-check'
import { openDataset } from '../../../server/engine/dataset'
import { infer, schemaText } from '../../../server/engine/infer'
import { schemaErrors } from './schema-errors'

/** The field that is inferred for a column, without its name and title. */
function field(label: string, values: readonly string[], missing?: readonly string[]) {
  const text = `${label}\tfill\n${values.map(value => `${value}\tx\n`).join('')}`
  const dataset = openDataset(new TextEncoder().encode(text), {
    schema: 'none',
    dialect: { delimiter: '\t', headerRows: [0] },
  })
  const schema = infer(dataset)
  const { name, title: _, ...rest } = schema.fields[0]!
  assert.equal(name, label)
  assert.deepEqual(schema['missingValues'], missing && ['', ...missing])
  return rest
}

const pattern = (text: string, other = {}) => ({
  type: 'string',
  constraints: { required: true, ...other, pattern: text },
})

const schemaOf = (text: string) => infer(openDataset(new TextEncoder().encode(text), { schema: 'none' }))

const numbered = (count: number, write: (n: number) => string) => Array.from({ length: count }, (_, n) => write(n))

describe('the type that is inferred', () => {
  const required = { constraints: { required: true } }
  const cases: readonly (readonly [string, readonly string[], object])[] = [
    ['a', ['1', '-20', '0'], { type: 'integer' }],
    ['a', ['1', '2.5'], { type: 'number' }],
    ['a', ['1', '2,5'], { type: 'number', decimalChar: ',' }],
    ['a', ['1 250', '12', '1 000 000'], { type: 'integer', groupChar: ' ' }],
    ['a', ['1\u202F250,50', '12'], { type: 'number', decimalChar: ',', groupChar: '\u202F' }],
    ['a', ['1.250,50', '12'], { type: 'number', decimalChar: ',', groupChar: '.' }],
    ['a', ['12 %', '7,5 %'], { type: 'number', decimalChar: ',', bareNumber: false }],
    ['a', ['2,14E+13', '1'], { type: 'string' }],
    ['a', ['+33612345678', '1'], { type: 'string' }],
    ['a', ['2024-02-29', '1999-01-01'], { type: 'date' }],
    ['a', ['2024-02-30', '1999-01-01'], { type: 'string' }],
    // Day and month might be exchanged in each of them: the French order is preferred.
    ['a', ['01/02/2024', '03/04/2024'], { type: 'date', format: '%d/%m/%Y' }],
    ['a', ['01/02/2024', '03/25/2024'], { type: 'date', format: '%m/%d/%Y' }],
    ['a', ['2019/10/07'], { type: 'date', format: '%Y/%m/%d' }],
    ['a', ['20191007', '20200101'], { type: 'date', format: '%Y%m%d' }],
    ['a', ['2024-01-02T03:04:05Z'], { type: 'datetime' }],
    ['a', ['02/01/2024 03:04'], { type: 'datetime', format: '%d/%m/%Y %H:%M' }],
    ['a', ['03:04', '12:59'], { type: 'time', format: '%H:%M' }],
    ['a', ['2024-01', '2023-12'], { type: 'yearmonth' }],
    ['annee', ['2023', '2024'], { type: 'year' }],
    ['a', ['2023', '2024'], { type: 'integer' }],
    ['a', ['true', 'false'], { type: 'boolean' }],
    ['a', ['Oui', 'Non', 'oui'], { type: 'boolean', trueValues: ['Oui', 'oui'], falseValues: ['Non'] }],
    ['a', ['OUI', 'OUI'], { type: 'boolean', trueValues: ['OUI'], falseValues: ['NON'] }],
    ['a', ['a.b@mairie.fr'], { type: 'string', format: 'email' }],
    ['a', ['https://www.data.gouv.fr/fr/', 'http://a.fr'], { type: 'string', format: 'uri' }],
    ['a', ['{"type":"Point","coordinates":[2.3,48.8]}'], { type: 'geojson' }],
    ['a', ['[1,2]', '[]'], { type: 'array' }],
    ['a', ['un', 'deux'], { type: 'string' }],
  ]
  for (const [label, values, expected] of cases)
    it(`of ${values.join(' | ')} under ${label}`, () =>
      assert.deepEqual(field(label, values), { ...expected, ...required }))

  it('of a column without any value is text', () => assert.deepEqual(field('a', ['', '']), { type: 'string' }))
})

describe('the constraints that are inferred', () => {
  it('bind a column that is filled to its end, and no other', () => {
    assert.deepEqual(field('a', ['1', '2', '']), { type: 'integer' })
  })

  it('know codes by leading zeros, by their label and by their length', () => {
    assert.deepEqual(field('dep', ['01', '75']), pattern(String.raw`^\d{2}$`))
    assert.deepEqual(field('code_x', ['1', '22']), pattern(String.raw`^\d+$`))
    assert.deepEqual(field('a', ['1234567890123456']), pattern(String.raw`^\d{16}$`))
    assert.deepEqual(
      field(
        'a',
        numbered(12, n => `FR-${n + 10}/a`),
      ),
      pattern(String.raw`^[A-Z]{2}-\d{2}\/[a-z]$`, { unique: true }),
    )
  })

  it('know French identifiers by label, or by their keys', () => {
    assert.deepEqual(field('code_postal', ['01000', '75001']), pattern(String.raw`^\d{5}$`))
    assert.deepEqual(field('code_insee', ['01001', '2A004']), pattern(String.raw`^([013-9]\d|2[AB1-9])\d{3}$`))
    assert.deepEqual(field('rna', ['W751234567']), pattern(String.raw`^W\d{9}$`))
    assert.deepEqual(
      field('tiers', ['21330063500017', '35600000000048', '21310555400017']),
      pattern(String.raw`^\d{14}$`),
    )
    assert.deepEqual(field('tiers', ['21330063500018', '35600000000048']), {
      type: 'integer',
      constraints: { required: true },
    })
  })

  it('take no number for a quantity under a label that names an identifier', () => {
    const text = { type: 'string', constraints: { required: true } }
    assert.deepEqual(field('COLL_SIRET', ['21860194600000.0', '45032466000000.0']), text)
    assert.deepEqual(field('code_x', ['84.0', '32.0']), text)
    for (const label of ['Telefon', 'Teléfono', 'PLZ', 'zip'])
      assert.deepEqual(field(label, ['901838210', '39884119']), pattern(String.raw`^\d+$`), label)
  })

  it('list categories that come back, not texts that are all different', () => {
    const values = numbered(20, n => ['Sport', 'Culture', 'École'][n % 3]!)
    assert.deepEqual(field('a', values), {
      type: 'string',
      constraints: { required: true, enum: ['Culture', 'Sport', 'École'] },
    })
    assert.deepEqual(
      field(
        'a',
        numbered(20, n => `mot ${'x'.repeat(n)}`),
      ),
      { type: 'string', constraints: { required: true } },
    )
  })

  it('list no category that is spelled in several ways: the variants would be right from then on', () => {
    const values = numbered(20, n => ['Culture', 'culture', 'CULTURE', 'Sport'][n % 4]!)
    assert.deepEqual(field('a', values), { type: 'string', constraints: { required: true } })
  })

  it('want keys to be unique, not quantities that happen to differ', () => {
    assert.deepEqual(
      field(
        'id',
        numbered(6, n => `${n}`),
      ),
      { type: 'integer', constraints: { required: true, unique: true } },
    )
    assert.deepEqual(field('id', ['1', '2', '3', '4', '5', '5']), { type: 'integer', constraints: { required: true } })
    assert.deepEqual(
      field(
        'montant',
        numbered(6, n => `${n}`),
      ),
      { type: 'integer', constraints: { required: true, minimum: 0 } },
    )
  })

  it('bound what has bounds by nature, never by what was met', () => {
    assert.deepEqual(field('latitude', ['48.1', '-12']).constraints, { required: true, minimum: -90, maximum: 90 })
    assert.deepEqual(field('latitude', ['481', '12']).constraints, { required: true })
    assert.deepEqual(field('montant', ['481', '-12']).constraints, { required: true })
    assert.deepEqual(field('temperature', ['20', '12']).constraints, { required: true })
  })

  it('leave out the words for no value where numbers stand around them', () => {
    assert.deepEqual(field('a', ['1', 'nc', '3'], ['nc']), { type: 'integer' })
    assert.deepEqual(field('a', ['Dupont', 'N/A'], ['N/A']), { type: 'string' })
    assert.deepEqual(field('a', ['Dupont', 'nc']), { type: 'string', constraints: { required: true } })
    assert.deepEqual(field('a', ['1', ' '], [' ']), { type: 'integer' })
  })
})

/** Rows of a postal code, a code of a commune and a name, all different. */
function places(count: number): string {
  return numbered(count, n => `${n + 10_000};0${n + 1_000};Ville\n`).join('')
}

describe('the schema that is inferred', () => {
  it('has a postal code for its key only where so many differ that they are listed', () => {
    assert.deepEqual(schemaOf(`CP;code_insee;nom\n${places(18)}`)['primaryKey'], ['code_insee'])
    assert.deepEqual(schemaOf(`code_postal;nom\n${places(18).replaceAll(/;\d+/g, '')}`)['primaryKey'], undefined)
    assert.deepEqual(schemaOf(`code_postal;nom\n${places(2_000).replaceAll(/;\d+/g, '')}`)['primaryKey'], [
      'code_postal',
    ])
  })

  it('proposes a key, checks what can be checked, and calls columns by their labels', () => {
    const rows = ['21330063500017', '35600000000048', '21310555400017', '55208131766522', '21690123100011']
    const schema = schemaOf(`idBeneficiaire;NOM_COMMUNE\n${rows.map((id, n) => `${id};Ville ${n}\n`).join('')}`)
    assert.deepEqual(schema['primaryKey'], ['idBeneficiaire'])
    assert.deepEqual(schema['custom_checks'], [{ name: 'siret', params: { column: 'idBeneficiaire' } }])
    assert.deepEqual(
      schema.fields.map(({ title }) => title),
      ['Id beneficiaire', 'Nom commune'],
    )
  })

  it('leaves out columns that cannot be named, and does not count blank rows', () => {
    const schema = schemaOf('a;;a;b\n1;2;3;x\n;;;\n2;2;2;y\n')
    assert.deepEqual(
      schema.fields.map(({ name }) => name),
      ['a', 'b'],
    )
    assert.deepEqual(schema.fields[0]!['constraints'], { required: true })
  })

  it('is broken by no row of its table', () => {
    const cell = oneof(
      constant(''),
      constantFrom(
        'NC',
        'n/a',
        '-',
        'oui',
        'Non',
        'true',
        '01',
        '12 %',
        '1 250',
        '1,5',
        '2.5',
        '0',
        'NaN',
        ' ',
        '21330063500017',
        'W751234567',
      ),
      integer({ min: -50, max: 3000 }).map(String),
      date({ min: new Date('1950-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(day =>
        day.toISOString().slice(0, 10),
      ),
      string({ maxLength: 6 }).map(text => text.replace(/[\t"\r\n]/g, '')),
    )
    const labels = constantFrom('id', 'montant', 'annee', 'siret', 'code_postal', 'taux', 'nom', 'date', 'latitude')
    const column = tuple(
      labels,
      oneof(
        array(cell, { minLength: 30, maxLength: 30 }),
        array(cell, { minLength: 1, maxLength: 3 }).map(some => numbered(30, n => some[n % some.length]!)),
      ),
    )
    holds(
      property(array(column, { minLength: 1, maxLength: 5 }), columns => {
        const header = columns.map(([label], n) => `${label}_${n}`).join('\t')
        const rows = numbered(30, n => columns.map(([, values]) => values[n]).join('\t'))
        assert.deepEqual(
          schemaErrors(new TextEncoder().encode(`${header}\n${rows.join('\n')}\n`), {
            delimiter: '\t',
            headerRows: [0],
          }),
          [],
        )
      }),
      { numRuns: 400 },
    )
  })

  it('is read as it was written', () => assert.match(schemaText(schemaOf('a;b\n1;2\n')), /^\{\n {2}"\$schema"/))
})
