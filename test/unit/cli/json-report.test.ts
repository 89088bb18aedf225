import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openText } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { flatSource } from '../../../server/engine/model/source'
import { ruleById } from '../../../server/engine/rules/by-id'
import { readSchema } from '../../../server/engine/schema/table-schema'
import { ByteText, digitsOf } from '../../../server/report/byte-text'
import { entryOf } from '../../../server/report/entry'
import { jsonFile } from '../../../server/report/json'
import { noCounts } from '../../../server/report/report'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const { schema } = readSchema(
  {
    fields: [
      { name: 'nombre "n"', type: 'integer', constraints: { required: true } },
      { name: 'jour', type: 'date' },
      { name: 'oui', type: 'boolean' },
      { name: 'été', constraints: { enum: ['a', 'b'], maxLength: 3 } },
    ],
    primaryKey: ['jour'],
  },
  'test',
)
const header = 'nombre "n";jour;oui;été\n'
const cell = fc.constantFrom(
  '1',
  '1.0',
  '"1.0"',
  '1,0',
  '',
  '31/12/2024',
  '2024-01-02',
  'True',
  'OUI',
  '"OUI"',
  'é 😀',
  '"a;\nb"',
  '"say ""x"""',
)
const table = fc
  .array(fc.array(cell, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  .map(rows => `${header}${`${rows.map(cells => cells.join(';')).join('\n')}\n`.repeat(20)}`)

describe('the JSON report', () => {
  it('tells each finding as its entry, however often it tells one like it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('fr', 'en'), fc.constantFrom('error', 'hint'), (text, language, severity) => {
        const options = { preset: 'complet', severities: { 'type-error': severity }, today: '2025-06-01' } as const
        const dataset = openText(flatSource(encoder.encode(text)), { schema: { schema: schema!, source: 'flag' } })
        const file = jsonFile({ path: 'a.csv', dataset, counts: noCounts() }, language)
        const entries: unknown[] = []
        for (const diagnostic of lint(dataset, options)) {
          file.tell(diagnostic)
          entries.push(JSON.stringify(entryOf(dataset, diagnostic, language)))
        }
        assert.equal(
          decoder.decode(file.told.lent()),
          entries.map((entry, i) => `${i > 0 ? ',' : ''}\n${entry}`).join(''),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('finds in a content that comes back what it found the first time', () => {
    fc.assert(
      fc.property(table, text => {
        const once = text.slice(0, header.length + (text.length - header.length) / 20)
        const first = found(once)
        assert.deepEqual(found(text), Array.from({ length: 20 }, () => first).flat())
      }),
      { numRuns: 100 },
    )
  })
})

const cellRules = ['type-error', 'required', 'enum', 'max-length'].map(id => ruleById(id)!)

/** What these rules find in a table. */
function found(text: string): unknown[] {
  const dialect = { delimiter: ';', quoteChar: '"' }
  const dataset = openText(flatSource(encoder.encode(text)), { schema: { schema: schema!, source: 'flag' }, dialect })
  return Array.from(lint(dataset, { rules: cellRules }), ({ rule, column, facts, value }) =>
    JSON.stringify([rule, column, facts, value]),
  )
}

describe('a text written as UTF-8', () => {
  it('is what was added to it', () => {
    const number = fc.oneof(fc.nat(), fc.constantFrom(0, 9, 10, 99, 100, 2 ** 40))
    const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.tuple(number, number))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = new ByteText()
        let told = ''
        for (const one of pieces) {
          if (typeof one !== 'string') {
            const bytes = encoder.encode(cast(one, digits => '_'.repeat(digits.length)))
            const first = 2 + digitsOf(one[0])
            text.addFilled(bytes, [first, first + 1 + digitsOf(one[1])], one)
          } else if (one.length % 2 === 0) text.add(one)
          else text.addBytes(encoder.encode(one))
          if (text.isLong) told += decoder.decode(text.lent())
        }
        const whole = pieces.map(one => (typeof one === 'string' ? one : cast(one))).join('')
        assert.equal(told + decoder.decode(text.lent()), whole)
      }),
    )
  })
})

/** Two numbers as a text, or what fills their place. */
function cast([one, other]: readonly [number, number], fill = (digits: string) => digits): string {
  return `é${fill(String(one))},${fill(String(other))}.`
}
