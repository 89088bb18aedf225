import assert from 'node:assert/strict'
import fc from 'fast-check'
import { kernel } from '../../../server/engine/kernel/kernel'
import {
  accepting,
  BEYOND_ASCII,
  type Form,
  holdsOther,
  ISO_LAYOUT,
  type Accept,
  without,
} from '../../../server/engine/model/accept'
import { fewDigits, hasCapitalsApart } from '../../../server/engine/model/personal'
import { signature } from '../../../server/engine/model/signature'
import { ANY, rowKinds } from '../../../server/engine/row-shape'
import { rules } from '../../../server/engine/rules'
import { bytesNear } from '../bytes-near'
import { fieldOf } from '../schema/field-of'
import { column } from '../rules/described'
import { tellingColumns, tellingTexts } from '../rules/telling'
import { accepted, acceptedBy, asked, askedColumn, chunkOf } from './accepted'

const encoder = new TextEncoder()

/** What a field declares, values that are surely fine, and some that are nearly so. */
const fields: readonly (readonly [
  declared: Readonly<Record<string, unknown>>,
  fine: readonly string[],
  near?: readonly string[],
])[] = [
  [{ type: 'integer' }, ['0', '-12', '+7', '0042']],
  [{ type: 'number' }, ['0', '-12.5', '+7.', '3.14159', '123456789012345678']],
  [{ type: 'number', decimalChar: ',' }, ['12,5']],
  [
    { type: 'boolean', trueValues: ['oui', 'Vrai'], falseValues: ['non', 'pas sûr du tout, non'] },
    ['oui', 'pas sûr du tout, non'],
  ],
  [{ type: 'year' }, ['2024']],
  [{ type: 'yearmonth' }, ['2024-12']],
  [
    { type: 'date' },
    ['2024-02-29', '0001-01-01', '9999-12-31', '2000-02-29'],
    ['1900-02-29', '2023-02-29', '2024-04-31', '0000-01-01'],
  ],
  [{ type: 'date', format: '%d/%m/%Y' }, ['29/02/2024']],
  [{ type: 'date', format: '%d/%m/%y' }, ['29/02/24', '28/02/69']],
  [{ type: 'time' }, ['23:59:59', '00:00:00'], ['24:00:00', '12:60:00', '12:00:60']],
  [{ type: 'datetime' }, ['2024-02-29T23:59:59', '2024-02-29T23:59:59Z']],
  [{ type: 'number', constraints: { minimum: -1, maximum: 9.5 } }, ['-1', '9.5', '0'], ['-1.1', '9.6']],
  [{ type: 'number', constraints: { exclusiveMinimum: -1, exclusiveMaximum: 9.5 } }, ['-0.99', '9.4'], ['-1', '9.5']],
  [{ type: 'number', constraints: { minimum: 0, maximum: 100 } }, ['0', '99.99', '100.0'], ['100.01', '-0.1', '1e1']],
  [{ type: 'number', constraints: { exclusiveMinimum: 0 } }, ['0.01', '123456789012345'], ['0', '0.', '00.0']],
  [
    { type: 'date', constraints: { minimum: '2024-01-01', maximum: '2024-12-31' } },
    ['2024-01-01', '2024-12-31'],
    ['2023-12-31', '2025-01-01'],
  ],
  [
    { type: 'date', format: '%d/%m/%Y', constraints: { exclusiveMaximum: '31/12/2024' } },
    ['30/12/2024', '01/03/0001'],
    ['31/12/2024'],
  ],
  [{ constraints: { minLength: 2, maxLength: 3 } }, ['éé', 'abc', '😀😀😀'], ['é', 'éééé']],
  [
    { constraints: { enum: ['été', 'hiver', 'N', 'aide en numéraire', '12345678', '123456789'] } },
    ['été', 'N', 'aide en numéraire', '12345678'],
  ],
  [{ constraints: { enum: Array.from({ length: 300 }, (_, i) => `commune ${i}`) } }, ['commune 0', 'commune 299']],
  [{ constraints: { pattern: '^\\d{5}$' } }, ['12345']],
  [
    { constraints: { pattern: '^[a-f]{17}-\\d{3}$' } },
    ['abcdefabcdefabcde-123'],
    ['abcdefabcdefabcdg-123', 'abcdefabcdefabcde-12:'],
  ],
  [
    { constraints: { pattern: '^\\d{33}$' } },
    ['123456789012345678901234567890123'],
    ['12345678901234567890123456789012'],
  ],
  [{ constraints: { pattern: '^\\d{0,2}$' } }, ['', '1', '12'], ['123']],
  [{ constraints: { pattern: '[A-Z]{2}(-\\d+)?|x' } }, ['AB', 'AB-12', 'x']],
  [{ constraints: { pattern: '.*' } }, ['', 'a b']],
  [{ name: 'siret' }, ['21860194600013']],
  [{ name: 'siren' }, ['218601946']],
]

describe('acceptance in the kernel', () => {
  for (const [descriptor, samples, near = []] of fields)
    it(`is that of the rules for ${JSON.stringify(descriptor).slice(0, 100)}`, () => {
      const accepts = acceptsOf(descriptor)
      assert.ok(accepts.length > 0)
      const texts = fc.array(bytesNear([...samples, ...near]), { minLength: 1, maxLength: 20 })
      for (const accept of accepts) {
        const fine = samples.map(text => encoder.encode(text))
        assert.deepEqual(
          accepted(accept, fine),
          fine.map(() => true),
        )
        fc.assert(
          fc.property(texts, cells => {
            accepted(accept, cells).forEach((is, i) => {
              if (is) assert.ok(accept(cells[i]!, 0, cells[i]!.length), String(cells[i]))
            })
          }),
          { numRuns: 250 },
        )
      }
    })
})

describe('a form of acceptance', () => {
  it('accepts nothing that its rule would not, in the columns that wake the rules', () => {
    const texts = fc.array(fc.oneof(bytesNear(tellingTexts), longer), { minLength: 1, maxLength: 20 })
    const met = new Map<string, number>()
    for (const rule of rules)
      for (const column of tellingColumns) {
        const test = rule.scope === 'cell' ? rule.check(column, '2025-06-01') : undefined
        const accept = typeof test === 'object' ? test.accept : undefined
        const form = accept?.form?.()
        if (!accept || !form) continue
        fc.assert(
          fc.property(texts, cells => {
            accepted(accept, cells).forEach((is, i) => {
              if (is) assert.ok(accept(cells[i]!, 0, cells[i]!.length), `${rule.id}: ${cells[i]!.join(' ')}`)
              met.set(form.is, (met.get(form.is) ?? 0) + Number(is))
            })
          }),
          { numRuns: 15, examples: [[tellingTexts.map(text => encoder.encode(text))]] },
        )
      }
    for (const kind of KINDS) assert.ok((met.get(kind) ?? 0) > 5, `${kind}: ${met.get(kind)} accepted`)
  })
})

describe('several tests of one column', () => {
  it('accept what each of them does or is not about', () => {
    const number = { is: 'number', mark: 46 } as const
    const [point, digits, large] = [number, { ...number, mark: -1 }, { is: 'no-large-number', kept: 15 } as const]
    const compared = { is: 'compared', number } as const
    const numbers: readonly Form[] = [
      point,
      { ...point },
      digits,
      large,
      { is: 'plain-number', placeholders: 'counted' },
      { ...compared, how: '>=', limit: 0 },
      { ...compared, how: '<', limit: 50 },
      { ...compared, number: digits, how: '<=', limit: 9 },
      ...[9, 10].map(below => ({ is: 'few-digits', below }) as const),
      { is: 'either', forms: [{ is: 'few-digits', below: 13 }, { is: 'siret' }] },
      { is: 'without', sequences: [[[0x2c]]] },
      { is: 'without', sequences: [[[0x31, 0x2e]], [[0x2d]]] },
    ]
    const comparedDay = { is: 'compared', number: { is: 'day', layout: ISO_LAYOUT } } as const
    const days: readonly Form[] = [
      { is: 'plain-day', bounds: { after: 2010_00_00, before: 2025_00_00, newYear: 'fine' } },
      {
        is: 'plain-day',
        bounds: { after: 0, before: 2020_00_00, newYear: 'odd', moments: { after: 0, before: 2020_00_00 } },
      },
      {
        is: 'plain-day',
        bounds: { after: 0, before: 2023_00_00, newYear: 'fine', moments: { after: 2011_00_00, before: 2024_00_00 } },
      },
      // 2019-05-01, 2012-01-01, and years that no ISO date has.
      { ...comparedDay, how: '>', limit: 15_340 },
      { ...comparedDay, how: '>=', limit: 15_340 },
      { ...comparedDay, how: '<', limit: 18_017 },
      { ...comparedDay, how: '<=', limit: 18_017 },
      { ...comparedDay, how: '<=', limit: 4_000_000 },
      { ...comparedDay, how: '<=', limit: -1_000_000 },
    ]
    const concerns = fc.constantFrom(-1, -1, signature.digit, signature.dateMark, signature.dateMark | signature.comma)
    const tests = fc
      .constantFrom(numbers, days)
      .chain(forms =>
        fc.array(fc.record({ concerns, form: fc.constantFrom(...forms) }), { minLength: 2, maxLength: 5 }),
      )
    const written = [
      '1',
      '12.5',
      '-3',
      '1,5',
      '49.9',
      '50',
      '1.',
      'a',
      '1e9',
      '123456789',
      '1234567890',
      '35600000000048',
    ]
    const dated = ['2019-05-01', '2012-01-01', '2012-06-30T12:00', '2022-06-30T12:00', '2022-06-30', '2009-06-30']
    const cells = fc.array(bytesNear([...written, ...dated]), { minLength: 5 })
    const met = new Map<boolean, number>()
    fc.assert(
      fc.property(tests, cells, (tests, cells) => {
        const apart = tests.map(test => acceptedBy([test], cells))
        const together = acceptedBy(tests, cells)
        const byEach = cells.map((_, i) => apart.every(accepted => accepted[i]))
        // Sequences are sought together, in whatever cell any of them is.
        if (tests.filter(({ form }) => form.is === 'without').length < 2) assert.deepEqual(together, byEach)
        else together.forEach((is, i) => assert.ok(byEach[i] || !is))
        for (const is of together) met.set(is, (met.get(is) ?? 0) + 1)
      }),
      { numRuns: 1_500 },
    )
    for (const is of [true, false]) assert.ok(met.get(is)! > 1_000, `${is}: ${met.get(is)}`)
  })
})

describe('a list of sequences', () => {
  it('that are not all of characters accepts nothing, rather than what another of them forbids', () => {
    const sequences = [[[0x41], [0xc3, 0x34]]]
    const accept = accepting({ is: 'without', sequences }, bytes => !bytes.includes(0x41))
    assert.deepEqual(accepted(accept, [encoder.encode('A')]), [false])
  })
})

describe('sequences of bytes that are sought', () => {
  const sequence = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'e', '’', '?'), minLength: 1, maxLength: 4 }),
    fc.constantFrom('a', 'é'),
  )
  const sought = fc.tuple(sequence, fc.boolean()).map(([text, isBefore]) => {
    const bytes = [...encoder.encode(text)]
    return isBefore && bytes.length > 1 ? [...bytes, BEYOND_ASCII] : bytes
  })

  it('are found by the kernel wherever the rule finds them, and hardly anywhere else', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'é', 'e', '’', '?', '\u00a0'),
      minLength: 1,
      maxLength: 40,
    })
    const met = { accepted: 0, fine: 0 }
    fc.assert(
      fc.property(
        fc.array(sought, { minLength: 1, maxLength: 4 }),
        fc.array(texts, { minLength: 1 }),
        (lists, cells) => {
          const accept = without(lists)
          const bytes = cells.map(text => encoder.encode(text))
          accepted(accept, bytes).forEach((is, i) => {
            const isFine = accept(bytes[i]!, 0, bytes[i]!.length)
            assert.ok(isFine || !is, `${JSON.stringify(lists)} in ${bytes[i]!.join(' ')}`)
            met.accepted += Number(is)
            met.fine += Number(isFine)
          })
        },
      ),
      { numRuns: 500 },
    )
    assert.ok(met.accepted > 0.8 * met.fine, `${met.accepted} of ${met.fine}`)
  })
})

describe('what the kernel tells of the signs in a cell', () => {
  const tests: readonly (readonly [title: string, accept: Accept])[] = [
    ['few digits', fewDigits(6)],
    ['a single digit at most', fewDigits(2)],
    ['no capital just before a digit', hasCapitalsApart],
    ['a sign that no address has', holdsOther('0123456789ABCDEFabcdef.: \t')],
  ]
  for (const [title, accept] of tests)
    it(`is the same: ${title}`, () => {
      const cells = fc.array(fc.oneof(bytesNear(tellingTexts), longer, acrossVectors), { minLength: 1, maxLength: 20 })
      const met = new Set<boolean>()
      fc.assert(
        fc.property(cells, cells => {
          // The empty cell has its own answer.
          const filled = cells.filter(({ length }) => length > 0)
          const told = filled.map(cell => accept(cell, 0, cell.length))
          assert.deepEqual(accepted(accept, filled), told)
          for (const is of told) met.add(is)
        }),
        { numRuns: 150 },
      )
      assert.equal(met.size, 2)
    })
})

describe('the kernel', () => {
  it('takes the tests of a table of a thousand columns', () => {
    const tests = [{ concerns: -1, form: hasCapitalsApart.form!() }]
    const columns = Array.from({ length: 1000 }, () => ({ ...askedColumn, tests }))
    const program = kernel()!.program({ ...asked, width: 1000, columns })!
    const rows = ['a', 'R7'].flatMap(last => [...Array<string>(999).fill('a'), last])
    const chunk = {
      ...chunkOf(rows.map(text => encoder.encode(text))),
      rowCount: 2,
      rowCells: Uint32Array.of(0, 1000, 2000),
    }
    assert.deepEqual([...kernel()!.suspects(chunk, 0, program)!], [1, (1 << 8) | rowKinds.suspect | ANY, 1999])
  })

  it('keeps programs apart, more of them than there is room for', () => {
    const texts = Array.from({ length: 12 }, (_, i) => encoder.encode(`text ${i}`))
    const programs = texts.map((text, i) => {
      const tests = [{ concerns: -1, form: { is: 'one-of' as const, spellings: [text] } }]
      // Each has a memo for every column, and the last ones have as many as there is room for.
      const width = i < 10 ? 30 : 500
      const columns = Array.from({ length: width }, () => ({ ...askedColumn, tests }))
      return kernel()!.program({ ...asked, width, columns })!
    })
    const chunk = chunkOf(texts)
    const told = (i: number) => [...kernel()!.suspects(chunk, 0, programs[i]!)!]
    const others = (i: number) =>
      texts.flatMap((_, row) => (row === i ? [] : [row, (1 << 8) | rowKinds.ragged | rowKinds.suspect | ANY, row]))
    for (const i of [0, 11, 1, 0, 10, 3, 11, 2, 9, 8, 10, 0]) assert.deepEqual(told(i), others(i))
  })
})

const KINDS = ['ends', 'without', 'no-length-of', 'plain-day', 'plain-number', 'no-large-number', 'either', 'moment']

/** Texts of the lengths at which software cuts, with characters of one byte to four. */
const longer = fc
  .tuple(fc.constantFrom(49, 50, 51, 100, 255, 256), fc.constantFrom('a b', 'é ', '’', '😀 ', 'ÿ\u2028'))
  .map(([length, piece]) => encoder.encode([...piece.repeat(length)].slice(0, length).join('')))

/** The kernel looks at sixteen bytes at once: what tells may stand across two such looks. */
const acrossVectors = fc
  .tuple(fc.integer({ min: 12, max: 18 }), fc.constantFrom('R7', 'é7', '12', '-7', 'b'), fc.nat(20))
  .map(([before, telling, behind]) => encoder.encode(`${'a'.repeat(before)}${telling}${' '.repeat(behind)}`))

/** The tests of the schema’s rules and of those for identifiers that have a form, for a field of this kind. */
function acceptsOf(descriptor: Readonly<Record<string, unknown>>): readonly Accept[] {
  const field = fieldOf(descriptor)
  return rules.flatMap(rule => {
    if (rule.scope !== 'cell' || !(rule.schema || rule.id.startsWith('malformed'))) return []
    const test = rule.check(column({ field }))
    return typeof test === 'object' && test.accept.form?.() ? [test.accept] : []
  })
}
