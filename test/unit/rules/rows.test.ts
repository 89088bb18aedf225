import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { openDataset } from '../../../server/engine/dataset'
import { applyEdits, fixesOf } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import { type Shape, shapeOf } from '../../../server/engine/model/shape'
import { slideOf } from '../../../server/engine/model/slide'
import { splitRow } from '../../../server/engine/model/split-row'
import { blankRow } from '../../../server/engine/rules/blank-row'
import { extraCell } from '../../../server/engine/rules/extra-cell'
import { missingCell } from '../../../server/engine/rules/missing-cell'
import { rowDelimiter } from '../../../server/engine/rules/row-delimiter'
import { shiftedRow } from '../../../server/engine/rules/shifted-row'
import { typeError } from '../../../server/engine/rules/type-error'
import { readSchema } from '../../../server/engine/schema/table-schema'

const rules = [typeError, blankRow, missingCell, extraCell, rowDelimiter, shiftedRow]

/** Rows that tell what the columns hold; the rows under test follow them. */
const CLEAN = [
  'nom;date;montant;site;adherents',
  ...Array.from({ length: 20 }, (_, i) => `Club ${i};2024-02-${i + 10};${i}5.5;https://club.fr/${i};${i}`),
  'Judo;2024-03-01;500;https://judo.fr;30',
  'Danse;2024-03-02;120.5;https://danse.fr;18',
  'Chant;2024-03-03;80;https://chant.fr;25',
  'Rugby;2024-03-04;900;https://rugby.fr;60',
  'Boxe;2024-03-05;40;https://boxe.fr;12',
]

const schema = readSchema(
  {
    fields: [
      { name: 'nom', type: 'string' },
      { name: 'date', type: 'date' },
      { name: 'montant', type: 'number', constraints: { required: true } },
      { name: 'site', type: 'string', format: 'uri' },
      { name: 'adherents', type: 'integer' },
    ],
  },
  'essai',
).schema!

/** What is said of the last rows: the rule, its Frictionless word, the column from 0 if any, and the row once fixed. */
function said(rows: readonly string[], options: { readonly bare?: true } = {}): string[] {
  const text = new TextEncoder().encode(`${[...CLEAN, ...rows].join('\n')}\n`)
  const applied = options.bare ? 'none' : ({ schema, source: 'flag' } as const)
  const dataset = openDataset(text, { dialect: { delimiter: ';', headerRows: [0] }, schema: applied })
  return [...lint(dataset, { rules })].map(diagnostic => {
    const { rule, row, column, facts, frictionless } = diagnostic
    for (const language of ['fr', 'en'] as const)
      assert.match(rules.find(({ id }) => id === rule)!.message[language](facts as never), /^\S.{20,}\.$/)
    const [fix] = fixesOf(dataset, diagnostic)
    assert.notEqual(fix?.safe, true)
    const fixed = fix ? new TextDecoder().decode(applyEdits(text, fix.edits)).split('\n')[row!] : 'no fix'
    return `${rule} (${frictionless}) ${column ?? 'row'} → ${fixed}`
  })
}

function check(expected: Readonly<Record<string, readonly string[]>>, options: { readonly bare?: true } = {}): void {
  assert.ok(Object.keys(expected).length > 0)
  assert.deepEqual(
    Object.fromEntries(Object.keys(expected).map(row => [row, said(row.split('\n'), options)])),
    expected,
  )
}

describe('row rules', () => {
  it('stay silent on rows that are as they should be', () =>
    check({
      'Tennis;2024-03-06;70;https://tennis.fr;9': [],
      ';;70;;': [],
      '"Danse, chant; théâtre";2024-03-06;70;;': [],
    }))

  it('name a blank row, and remove it', () =>
    check({
      '\nTennis;;70;;': ['blank-row (blank-row) row → Tennis;;70;;'],
      ';;;;\nTennis;;70;;': ['blank-row (blank-row) row → Tennis;;70;;'],
      ' ; ;\nTennis;;70;;': ['blank-row (blank-row) row → Tennis;;70;;'],
    }))

  it('mark the first cell that is missing, and add cells unless a value is required or the row was cut', () =>
    check({
      'Tennis;2024-03-06;70': ['missing-cell (missing-cell) 3 → Tennis;2024-03-06;70;;'],
      'Tennis;2024-03-06': ['missing-cell (missing-cell) 2 → no fix'],
      'Tennis;2024-03-06;70\n;https://x.fr;5': [
        'missing-cell (missing-cell) 3 → no fix',
        'type-error (type-error) 1 → no fix',
        'missing-cell (missing-cell) 3 → no fix',
      ],
    }))

  it('mark the first cell that is too many, and take away empty ones only', () =>
    check({
      'Tennis;2024-03-06;70;https://tennis.fr;9;;': [
        'extra-cell (extra-cell) 5 → Tennis;2024-03-06;70;https://tennis.fr;9',
      ],
      'Tennis;2024-03-06;70;https://tennis.fr;9;plus': ['extra-cell (extra-cell) 5 → no fix'],
    }))

  it('see a row that uses another delimiter, quotes included, and no sentence', () => {
    const rows = {
      'Tennis,2024-03-06,70,https://tennis.fr,9': [
        'row-delimiter (source-error) row → Tennis;2024-03-06;70;https://tennis.fr;9',
      ],
      'Tennis,2024-03-06,"70","https://tennis.fr/a,b",9': [
        'row-delimiter (source-error) row → Tennis;2024-03-06;70;https://tennis.fr/a,b;9',
      ],
      '"Tennis, club",2024-03-06,70,https://tennis.fr,9': [
        'row-delimiter (source-error) row → Tennis, club;2024-03-06;70;https://tennis.fr;9',
      ],
      'Tennis\t2024-03-06\t70\thttps://tennis.fr\t9': [
        'row-delimiter (source-error) row → Tennis;2024-03-06;70;https://tennis.fr;9',
      ],
      'Tennis; club; Niort\t2024-03-06\t70\thttps://tennis.fr\t9': [
        'row-delimiter (source-error) row → "Tennis; club; Niort";2024-03-06;70;https://tennis.fr;9',
      ],
      'Tennis;2024-03-06|70|https://tennis.fr|9': [
        'row-delimiter (source-error) row → Tennis;2024-03-06;70;https://tennis.fr;9',
      ],
    }
    check(rows)
    check(rows, { bare: true })
    check({ 'Source, mairie, service, des, sports': ['missing-cell (missing-cell) 1 → no fix'] })
  })

  it('do not take a decimal comma for a delimiter where a cell lacks', () => {
    const rows = [
      'an;nature;fonction;montant;objet',
      ...Array.from({ length: 8 }, (_, i) => `2024;${600 + i};${i};${i + 1} 000,00;Écoles`),
    ]
    const text = new TextEncoder().encode(`${rows.join('\n')}\n2024;605;48980,00;Écoles\n`)
    const dataset = openDataset(text, { dialect: { delimiter: ';', headerRows: [0] }, schema: 'none' })
    assert.deepEqual(
      [...lint(dataset, { rules })].map(({ rule, row, column }) => `${rule} ${row} ${column}`),
      ['missing-cell 9 4'],
    )
  })

  it('know a moved day by those of its column, where a pattern wants them spelt otherwise', () => {
    const pattern = '^\\d{4}-\\d{2}-\\d{2}$'
    const fields = [{ name: 'nom' }, { name: 'jour', constraints: { pattern } }, { name: 'places', type: 'integer' }]
    const rows = ['nom;jour;places', ...Array.from({ length: 9 }, (_, i) => `Club ${i};2024-02-1${i};${i}`)]
    const text = new TextEncoder().encode(`${rows.join('\n')}\nTennis;;06/03/2024;12\n`)
    const days = readSchema({ fields }, 'essai').schema!
    const dataset = openDataset(text, {
      dialect: { delimiter: ';', headerRows: [0] },
      schema: { schema: days, source: 'flag' },
    })
    assert.deepEqual(
      [...lint(dataset, { rules })].map(({ rule, row }) => `${rule} ${row}`),
      ['shifted-row 10'],
    )
  })

  it('know a moved value by its kind, however it is spelt', () =>
    check({
      'Tennis;;06/03/2024;70,5;https://tennis.fr;9': [
        'shifted-row (extra-cell) 1 → Tennis;06/03/2024;70,5;https://tennis.fr;9',
      ],
    }))

  it('see a row of tabs among texts, and no row of commas', () => {
    const rows = ['lieu,objet,note', 'Halle,marché,ouvert', 'Dôme,concert, payant\tsalle\tfermé', 'Rex;film;court']
    const text = new TextEncoder().encode(`${rows.join('\n')}\nSquare\tjeux, bancs\tclos\n`)
    const dataset = openDataset(text, { dialect: { delimiter: ',', headerRows: [0] }, schema: 'none' })
    assert.deepEqual(
      [...lint(dataset, { rules })].map(({ rule, row }) => [rule, row]),
      [
        ['row-delimiter', 3],
        ['row-delimiter', 4],
      ],
    )
  })

  it('see a row of another delimiter that holds that of the file in a text, where several values suit', () => {
    const rows = ['plat,jour,prix', ...Array.from({ length: 8 }, (_, i) => `Soupe ${i},2024-03-0${i + 1},${i}.5`)]
    const found = (last: string) => {
      const text = new TextEncoder().encode(`${[...rows, last].join('\n')}\n`)
      const dataset = openDataset(text, { dialect: { delimiter: ',', headerRows: [0] }, schema: 'none' })
      return [...lint(dataset, { rules })].map(({ rule, row }) => `${rule} ${row}`)
    }
    assert.deepEqual(found('Riz, légumes;2024-03-09;4.5'), ['row-delimiter 9'])
    assert.deepEqual(found('Riz, légumes;demain;4.5'), ['missing-cell 9'])
  })

  it('leave a decimal comma alone in a row that is too short', () => {
    const rows = ['largeur;longueur', ...Array.from({ length: 8 }, (_, i) => `${i},5;1${i},25`), '12,5']
    const text = new TextEncoder().encode(`${rows.join('\n')}\n`)
    const dataset = openDataset(text, { dialect: { delimiter: ';', headerRows: [0] }, schema: 'none' })
    assert.deepEqual(
      [...lint(dataset, { rules })].map(({ rule, row }) => [rule, row]),
      [['missing-cell', 9]],
    )
  })

  it('see values that slid, with a schema and without, and bring them back when there is one way', () => {
    check({
      ';Tennis;2024-03-06;70;https://tennis.fr;9': [
        'shifted-row (extra-cell) 0 → Tennis;2024-03-06;70;https://tennis.fr;9',
      ],
      ';Tennis;2024-03-06;70;https://tennis.fr': [
        'shifted-row (type-error) 0 → Tennis;2024-03-06;70;https://tennis.fr;',
      ],
      // Nothing can be read in a no-break space either.
      '\u00a0;Tennis;2024-03-06;70;https://tennis.fr': [
        'shifted-row (type-error) 0 → Tennis;2024-03-06;70;https://tennis.fr;',
      ],
      'Tennis;;2024-03-06;70;https://tennis.fr;9': [
        'shifted-row (extra-cell) 1 → Tennis;2024-03-06;70;https://tennis.fr;9',
      ],
      'Ten;nis;2024-03-06;70;https://tennis.fr;9': ['shifted-row (extra-cell) 0 → no fix'],
      '2024-03-06;70;https://tennis.fr;9': ['shifted-row (missing-cell) 0 → ;2024-03-06;70;https://tennis.fr;9'],
      '2024-03-06;70;https://tennis.fr;9;': ['shifted-row (type-error) 0 → ;2024-03-06;70;https://tennis.fr;9'],
    })
    check(
      {
        ';Tennis;2024-03-06;70;https://tennis.fr;9': [
          'shifted-row (extra-cell) 0 → Tennis;2024-03-06;70;https://tennis.fr;9',
        ],
        '2024-03-06;70;https://tennis.fr;9': ['shifted-row (missing-cell) 0 → ;2024-03-06;70;https://tennis.fr;9'],
      },
      { bare: true },
    )
  })

  it('do not take one or two wrong values for a slide', () => {
    const right = ['Tennis', '2024-03-06', '70', 'https://tennis.fr', '9']
    const wrong = fc.constantFrom('?', 'inconnu', '12', '2024', '2024-03-09', 'https://x.fr', '')
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), wrong, wrong, (one, other, first, second) => {
        const cells = right.with(one, first).with(other, second)
        assert.ok(!said([cells.join(';')]).some(finding => finding.startsWith('shifted-row')))
      }),
    )
  })
})

describe('shapeOf', () => {
  const shapes: Readonly<Record<string, Shape>> = {
    '12': 'integer',
    '-3': 'integer',
    '86001': 'integer',
    '34492622500501': 'long-digits',
    '12,5': 'decimal',
    '-0.5': 'decimal',
    oui: 'boolean',
    FAUX: 'boolean',
    'https://exemple.fr/a?b=c': 'web-address',
    'mairie@exemple.fr': 'email',
    '2024-03-01': 'date',
    '01/03/2024': 'date',
    ' 12 ': 'integer',
    '2 place Bujault': 'text',
    '12e arrondissement': 'text',
    '': 'text',
  }
  for (const [value, shape] of Object.entries(shapes))
    it(`of “${value}” is ${shape}`, () => assert.equal(shapeOf(value), shape))
})

describe('splitRow', () => {
  const rows: Readonly<Record<string, readonly string[]>> = {
    'a,b,': ['a', 'b', ''],
    '"a,b",c': ['a,b', 'c'],
    '"say ""yes"", no",c': ['say "yes", no', 'c'],
    'l"a,b': ['l"a', 'b'],
    '': [''],
  }
  for (const [row, values] of Object.entries(rows)) it(`of ${row}`, () => assert.deepEqual(splitRow(row, ','), values))
})

describe('slideOf', () => {
  // Columns in letters: n takes digits, d a letter d, u a letter u, t any text; the row in cells parted by bars.
  const kinds: Readonly<Record<string, RegExp>> = { n: /^\d+$/, d: /^d$/, u: /^u$/ }
  const slides = (columns: string, row: string) => {
    const judge = (text: string, column: number) => (text === '' ? undefined : kinds[columns[column]!]?.test(text))
    const slide = slideOf(row.split('|'), columns.length, judge)
    return slide && `${slide.towards} from ${slide.from}: ${slide.values?.join('|') ?? 'several ways'}`
  }
  const expected: Readonly<Record<string, string | undefined>> = {
    'tdnn a|d|1|2': undefined,
    'tdnn |a|d|1|2': 'right from 0: a|d|1|2',
    'tdnn |a|d|1': 'right from 0: a|d|1|',
    'tdnn |a|1|d': undefined,
    'tdndn |a|d|1|d': 'right from 0: a|d|1|d|',
    'tdndn a||d|1|d': 'right from 1: a|d|1|d|',
    'tdnn d|1|2': 'left from 0: |d|1|2',
    'tdnn d|1|2|': 'left from 0: |d|1|2',
    'tndnd a|d|1|d': 'left from 1: a||d|1|d',
    'tndnd a|7|8|d|1|d': 'right from 1: several ways',
    'ttdnd a|d|1|d': 'left from 0: several ways',
    // Two cells in the wrong column, of which one finds its own: in a run of numbers all others suit both places.
    'tnnnnu ||1|2|3|4': undefined,
    'tnnnnu |a|1|2|3|4': 'right from 0: a|1|2|3|4|',
    'tdnn a|x|1|2': undefined,
    'tdnn a|1|d|2': undefined,
    'tdnn |a|d|x|2': undefined,
    'tdnn |||': undefined,
  }
  for (const [example, slide] of Object.entries(expected))
    it(`of ${example} is ${slide ?? 'none'}`, () => {
      const [columns = '', row = ''] = example.split(' ')
      assert.equal(slides(columns, row), slide)
    })
})
