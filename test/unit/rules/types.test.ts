import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { decimalComma } from '../../../server/engine/rules/decimal-comma'
import { localDate } from '../../../server/engine/rules/local-date'
import { scientificNotation } from '../../../server/engine/rules/scientific-notation'
import { thousandsSeparator } from '../../../server/engine/rules/thousands-separator'
import { typeError } from '../../../server/engine/rules/type-error'
import { unitInCell } from '../../../server/engine/rules/unit-in-cell'
import { check } from './check'
import { readSchema } from '../../../server/engine/schema/table-schema'
import { messageOf } from '../../../server/engine/say'
import { column, field } from './described'

describe('a number that may have thousands', () => {
  it('is told with how its column uses the mark elsewhere', () => {
    const number = { name: 'montant', type: 'number' }
    const french = { ...number, decimalChar: ',' }
    const cases: readonly (readonly [field: object, values: readonly string[], en: RegExp, fr: RegExp])[] = [
      [
        number,
        ['12,5', '7,25', '1,250,000', '1,250'],
        /of its first values 2 have a decimal comma and 1 one between thousands, but/,
        /la virgule est décimale dans 2 et sépare les milliers dans 1, mais/,
      ],
      [number, ['12.5', '1,250'], /says what a comma does there, and/, /ne dit ce qu’y fait une virgule, et/],
      [
        french,
        ['12.5', '1.250.000', '2.250.000', '1.250'],
        /2 have the same mark between thousands and 1 before decimals, but/,
        /la même marque sépare les milliers dans 2 et les décimales dans 1, mais/,
      ],
      [french, ['12,5', '1.250'], /none of the first values of the column says it/, /ne le dit\.$/],
    ]
    for (const [declared, values, en, fr] of cases) {
      const text = ['id;montant', ...values.map((value, i) => `${i};${value}`)].join('\n')
      const { schema } = readSchema({ fields: [{ name: 'id', type: 'string' }, declared] }, 'test')
      const dataset = openDataset(new TextEncoder().encode(text), { schema: { schema: schema!, source: 'flag' } })
      const told = [...lint(dataset, { preset: 'standard' })].find(({ row }) => row === values.length)!
      assert.match(messageOf(told, 'en'), en)
      assert.match(messageOf(told, 'fr'), fr)
    }
  })
})

describe('decimal-comma', () => {
  it('writes a point in a number field', () =>
    check(decimalComma, column({ field: field({ type: 'number' }) }), {
      '12,5': 'safe 12.5',
      '-0,25': 'safe -0.25',
      ' 1250,50 ': 'safe 1250.50',
      '0,125': 'safe 0.125',
      '1,250': 'asked 1.250 | 1250',
      '12.5': undefined,
      '1 250,00': undefined,
      '1,2,3': undefined,
      douze: undefined,
    }))

  it('asks about the value that may have thousands alone', () =>
    check(decimalComma, column({ field: field({ type: 'number' }), sample: ['3,5', '1,250'] }), {
      '12,5': 'safe 12.5',
      '1,250': 'asked 1.250 | 1250',
    }))

  it('is silent where the comma is right, or nobody says that it is wrong', () => {
    check(decimalComma, column({ field: field({ type: 'number', decimalChar: ',' }) }), { '12,5': undefined })
    check(decimalComma, column({ field: field({ type: 'string' }) }), { '12,5': undefined })
    check(decimalComma, column({ sample: ['12,5', '3,25', '7'] }), { '12,5': undefined })
    check(decimalComma, column({ sample: ['12.5', '3.25', 'a', 'b'] }), { '12,5': undefined })
  })

  it('takes the rest of the column for evidence without a schema', () =>
    check(decimalComma, column({ sample: ['12.5', '3.25', '7', '8,5'] }), { '8,5': 'safe 8.5' }))
})

describe('thousands-separator', () => {
  it('is safe for spaces and apostrophes in a declared number, asked for points and commas', () =>
    check(thousandsSeparator, column({ field: field({ type: 'number' }) }), {
      '1 250,00': 'safe 1250.00',
      '1 250': 'safe 1250',
      '12\u202F500,00': 'safe 12500.00',
      '12\u00A0500.5': 'safe 12500.5',
      '-1\u2009250\u2009000': 'safe -1250000',
      "1'250": 'safe 1250',
      ' 1 250 ': 'safe 1250',
      '1.250,00': 'asked 1250.00',
      '1,250.00': 'asked 1250.00',
      '1.250.000': 'asked 1250000',
      // A decimal comma first of all.
      '1,250': undefined,
      '1.250': undefined,
      '1250,00': undefined,
      '12 50': undefined,
      '01 250': undefined,
      '1 250 €': undefined,
    }))

  it('writes the decimal mark of the field, and asks what a single group is', () => {
    const french = field({
      type: 'number',
      decimalChar: ',',
      read: text => (/^\d+(,\d+)?$/.test(text) ? 1 : undefined),
    })
    check(thousandsSeparator, column({ field: french }), {
      '1 250,00': 'safe 1250,00',
      '1 250.00': 'safe 1250,00',
      '1.250': 'asked 1250 | 1,250',
      '1,250': undefined,
    })
    check(thousandsSeparator, column({ field: field({ type: 'integer' }) }), {
      '1 250': 'safe 1250',
      '1.250': 'asked 1250',
      '1,250': 'asked 1250',
      '1 250,00': 'asked 1250',
      '1 250,50': 'no fix',
    })
  })

  it('asks without a schema, and leaves names alone', () => {
    check(thousandsSeparator, column({ sample: ['12,5', '1 250,00'] }), { '1 250,00': 'asked 1250,00' })
    check(thousandsSeparator, column({ sample: ['12.5', '1 250'] }), { '1 250': 'asked 1250', '1.250': undefined })
    check(thousandsSeparator, column({ label: 'Numéro', sample: ['1 250'] }), { '1 250': undefined })
    check(thousandsSeparator, column({ label: 'siren', sample: ['218 601 946'] }), { '218 601 946': undefined })
    check(thousandsSeparator, column({ sample: ['1 250', 'a', 'b'] }), { '1 250': undefined })
    check(thousandsSeparator, column({ field: field(), sample: ['1 250'] }), { '1 250': undefined })
  })

  it('knows from the other numbers that one group is no decimals', () => {
    const inhabitants = '2.644 3.819 462 1.791 6.303 277 16.893 1.966 1.749 5.772 12.380 901 31.507 8.126'.split(' ')
    check(thousandsSeparator, column({ label: 'Popolazione', sample: inhabitants }), {
      '2.644': 'asked 2644',
      '47.851': 'asked 47851',
      '1.242.123': 'asked 1242123',
      '901': undefined,
      '1.640 ': 'asked 1640',
      '1.640,50': 'asked 1640,50',
      '12.5': undefined,
    })
    const english = inhabitants.map(text => text.replace('.', ','))
    check(thousandsSeparator, column({ label: 'People', sample: english }), { '2,644': 'asked 2644' })
    // Whole kilograms among others, and lengths of which some have two decimals or none.
    const weights = '1.250 3 2.475 12 1.125 4.805 7 2.365 1.985 3.215 5 6.755 2.145 1.335'.split(' ')
    check(thousandsSeparator, column({ label: 'Poids', sample: weights }), { '1.250': undefined })
    const lengths = [...inhabitants, '12.5']
    check(thousandsSeparator, column({ label: 'Longueur', sample: lengths }), { '1.250': undefined })
    check(thousandsSeparator, column({ label: 'Total', sample: [...inhabitants, '12500', '3140', '2001'] }), {
      '1.250': undefined,
    })
    check(thousandsSeparator, column({ label: 'Total', sample: ['1.250', '901'] }), { '1.250': undefined })
  })
})

describe('local-date', () => {
  const date = field({ type: 'date' })

  it('writes what reads in one way only', () =>
    check(localDate, column({ field: date }), {
      '2024-05-12': undefined,
      '31/12/2024': 'safe 2024-12-31',
      '12/31/2024': 'safe 2024-12-31',
      '31-12-2024': 'safe 2024-12-31',
      '31.12.2024': 'safe 2024-12-31',
      '2024/12/31': 'safe 2024-12-31',
      '2024-5-2': 'safe 2024-05-02',
      '05/05/2024': 'safe 2024-05-05',
      '6 mai 2025': 'safe 2025-05-06',
      '1er janvier 2024': 'safe 2024-01-01',
      'lundi 6 février 2023': 'safe 2023-02-06',
      'May 6, 2025': 'safe 2025-05-06',
      ' 31/12/2024 ': 'safe 2024-12-31',
      '2024-05-12T00:00:00': 'safe 2024-05-12',
      '17/03/2021 00:00:00': 'safe 2021-03-17',
    }))

  it('never guesses the order, the century or the day', () =>
    check(localDate, column({ field: date }), {
      '05/06/2024': 'no fix',
      '17/03/21': 'no fix',
      '6 mai 25': 'no fix',
      '31/02/2024': undefined,
      '2024-02-30': undefined,
      '12/05/2024 14:30': undefined,
      '45385': undefined,
      '1.2': undefined,
    }))

  it('takes the order from the other dates of the column, and asks', () => {
    check(localDate, column({ field: date, sample: ['31/12/2024', '05/06/2024'] }), {
      '05/06/2024': 'asked 2024-06-05',
    })
    check(localDate, column({ field: date, sample: ['12/31/2024', '05/06/2024'] }), {
      '05/06/2024': 'asked 2024-05-06',
    })
    check(localDate, column({ field: date, sample: ['12/31/2024', '31/12/2024'] }), { '05/06/2024': 'no fix' })
  })

  it('leaves a field alone that declares its own layout', () => {
    check(localDate, column({ field: field({ type: 'date', format: '%d/%m/%Y' }) }), { '31/12/2024': undefined })
    check(localDate, column({ field: field() }), { '31/12/2024': undefined })
  })

  it('serves a text field whose pattern wants the ISO form', () => {
    const expression = /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/
    const period = field({ constraints: { pattern: { source: '', matches: text => expression.test(text) } } })
    check(localDate, column({ field: period }), { '31/12/2024': 'safe 2024-12-31', '2024-12-31/2025-01-31': undefined })
  })

  it('without a schema, speaks of columns that are clearly dates', () => {
    const mostly = ['2024-05-12', '2024-05-13', '2024-05-14', '31/12/2024']
    check(localDate, column({ sample: mostly }), { '31/12/2024': 'safe 2024-12-31', '2024-05-12T00:00:00': undefined })
    check(localDate, column({ label: 'dateMaj', sample: ['31/12/2024'] }), { '31/12/2024': 'safe 2024-12-31' })
    for (const label of ['Né(e)_le', 'Naissance', 'Publié le', 'Inauguration', 'signature'])
      check(localDate, column({ label, sample: ['31/12/2024', '05/04/1980'] }), { '31/12/2024': 'safe 2024-12-31' })
    for (const label of ['Le dossier', 'Numéro', 'Créance'])
      check(localDate, column({ label, sample: ['31/12/2024', '05/04/1980'] }), { '31/12/2024': undefined })
    check(localDate, column({ label: 'Période', sample: ['31/12/2024', 'été', 'hiver'] }), { '31/12/2024': undefined })
    check(localDate, column({ label: 'candidates', sample: ['31/12/2024'] }), { '31/12/2024': undefined })
  })
})

describe('scientific-notation', () => {
  it('tells identifiers that a spreadsheet destroyed', () => {
    const expected = {
      '2,43E+13': 'no fix',
      '2.186E+13': 'no fix',
      '8,30e+13': 'no fix',
      '2E+13': 'no fix',
      '21860000000000000': 'no fix',
      '21860194600013': undefined,
      '2E13': undefined,
      'E+13': undefined,
      'Bâtiment 2E+13': undefined,
    }
    check(scientificNotation, column({ label: 'COLL_SIRET' }), expected)
    check(scientificNotation, column({ field: field() }), expected)
    check(scientificNotation, column({ sample: ['21860194600013', '2,43E+13'] }), expected)
  })

  it('leaves long identifiers alone in a column where others do not end in zeros', () =>
    check(scientificNotation, column({ label: 'id', sample: ['12345678901234567'] }), {
      '21860000000000000': undefined,
    }))

  it('leaves numbers alone', () => {
    check(scientificNotation, column({ field: field({ type: 'number' }) }), { '2.43E+13': undefined })
    check(scientificNotation, column({ label: 'masse', sample: ['2.43E+13', '1.5'] }), { '2.43E+13': undefined })
  })
})

describe('type-error', () => {
  it('says what each type cannot read', () => {
    check(typeError, column({ field: field({ type: 'integer' }) }), {
      '12': undefined,
      douze: 'no fix',
      '12.0': 'asked 12',
      ' ': 'asked ',
    })
    check(typeError, column({ field: field({ type: 'number' }) }), { '12.5': undefined, '12 €': 'no fix' })
    check(typeError, column({ field: field({ type: 'number', missingValues: ['NA', 'NC'] }) }), {
      '': 'asked NA | NC',
      ' ': 'asked NA | NC',
    })
    check(typeError, column({ field: field({ type: 'number', missingValues: [] }) }), { '': 'no fix' })
    check(typeError, column({ field: field({ type: 'array' }) }), { '[1]': undefined, '1': 'no fix' })
    check(typeError, column({ field: field({ type: 'date' }) }), {
      '2024-05-12': undefined,
      demain: 'no fix',
      '31/12/2024 14:30': 'asked 2024-12-31',
      '11/12/2024 14:30': 'asked 2024-12-11 | 2024-11-12',
    })
    check(typeError, column({ field: field() }), { tout: undefined })
  })

  it('changes the case of a boolean, and asks before it translates one', () => {
    const yesNo = field({ type: 'boolean', trueValues: ['oui'], falseValues: ['non'] })
    check(typeError, column({ field: yesNo }), {
      oui: undefined,
      NON: 'safe non',
      true: 'asked oui',
      N: 'asked non',
      'peut-être': 'no fix',
    })
  })
})

describe('unit-in-cell', () => {
  it('offers the number alone, multiplied first where the unit multiplies', () =>
    check(unitInCell, column({ field: field({ type: 'number' }) }), {
      '12 €': 'asked 12',
      '€ 12,50': 'asked 12.50',
      '£1250': 'asked 1250',
      '27%': 'asked 27',
      '9,6 %': 'asked 9.6',
      '193527,77\u00A0€': 'asked 193527.77',
      '1 250,00 € TTC': 'asked 1250.00',
      '150 kWh/an': 'asked 150',
      '1,2 k€': 'asked 1200 | 1.2',
      '-0,0125 M€': 'asked -12500 | -0.0125',
      '1,2345 k€': 'asked 1234.5 | 1.2345',
      '1,250 €': 'asked 1.250 | 1250',
      '3 h 20': 'no fix',
      '3h20': 'no fix',
      '12': undefined,
      '12 rue': undefined,
      '€': undefined,
      '1,2,3 €': undefined,
      '12 € et 3 €': undefined,
    }))

  it('offers only what the field reads', () =>
    check(unitInCell, column({ field: field({ type: 'integer' }) }), {
      '12 ans': 'asked 12',
      '1,5 k€': 'asked 1500',
      '12,5 %': 'no fix',
    }))

  it('leaves texts, identifiers, hours and house numbers alone', () => {
    check(unitInCell, column({ field: field() }), { '12 €': undefined })
    check(unitInCell, column({ field: field({ type: 'integer', identifier: 'siret' }) }), { '12 €': undefined })
    check(unitInCell, column({ sample: ['9h30', '10h00'] }), { '9h30': undefined })
    check(unitInCell, column({ sample: ['12', '14 t', '3', '5', '6'] }), { '14 t': undefined, '14 m': 'asked 14' })
    check(unitInCell, column({ label: 'numero', sample: ['12', '14 m'] }), { '14 m': undefined })
    check(unitInCell, column({ sample: ['D 611', 'A7', '12 m'] }), { '12 m': undefined })
  })
})
