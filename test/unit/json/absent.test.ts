import assert from 'node:assert/strict'
import type { LintOptions } from '../../../server/engine/checkup'
import { openText } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { flatSource } from '../../../server/engine/model/source'
import { readSchema } from '../../../server/engine/schema/table-schema'

describe('a value that JSON leaves out', () => {
  const usual = readSchema(
    {
      fields: [
        { name: 'ref', type: 'string', constraints: { required: true } },
        { name: 'n', type: 'integer' },
        { name: 'm', type: 'string' },
      ],
    },
    'test',
  ).schema!
  const found = (text: string, isPlain: boolean, options: LintOptions = { onlySchema: true }, schema = usual) =>
    [
      ...lint(
        openText(flatSource(new TextEncoder().encode(text)), {
          schema: { schema, source: 'flag' },
          json: 'one-value',
          isPlain,
        }),
        options,
      ),
    ].map(({ rule, row, column }) => `${rule} ${row} ${column}`)

  for (const isPlain of [false, true])
    it(`is missed where it is required, as null and an empty text are${isPlain ? ', without the kernel' : ''}`, () => {
      const text = '[{"ref":"A","m":"a"},{"m":"b"},{"ref":null,"m":"c"},{"ref":"","m":"d"}]'
      const missed = found(text, isPlain).filter(one => one.startsWith('required'))
      assert.deepEqual(missed, ['required 2 0', 'required 3 0', 'required 4 0'])
    })

  for (const isPlain of [false, true])
    it(`makes a row that is there already, as null does${isPlain ? ', without the kernel' : ''}`, () => {
      const text = '[{"ref":"A","n":1,"m":"x"},{"ref":"B","m":"y"},{"ref":"C","m":"y"},{"ref":"B","n":null,"m":"y"}]'
      assert.deepEqual(found(text, isPlain, {}), ['duplicate-row 4 undefined'])
    })

  for (const isPlain of [false, true])
    it(`is missing, even if the schema spells a missing value otherwise${isPlain ? ', without the kernel' : ''}`, () => {
      const spelt = readSchema(
        {
          missingValues: ['NA'],
          fields: [
            { name: 'n', type: 'number' },
            { name: 'd', type: 'date', constraints: { required: true } },
            { name: 't', type: 'string', constraints: { required: true } },
          ],
        },
        'test',
      ).schema!
      const missed = (rows: string) => found(rows, isPlain, { onlySchema: true }, spelt)
      const whole = '{"n":1,"d":"2024-05-12","t":"x"}'
      assert.deepEqual(missed(`[${whole},{"n":null,"d":"2024-05-12","t":"x"},{"d":"2024-05-12","t":"x"}]`), [])
      assert.deepEqual(missed(`[${whole},{"n":1,"d":null,"t":"x"},{"n":1,"t":"x"},{"d":"NA","t":"NA"}]`), [
        'required 2 1',
        'required 3 1',
        'required 4 1',
        'required 4 2',
      ])
      // An empty text is a value of that schema: right for a text, wrong for a number.
      assert.deepEqual(missed(`[${whole},{"n":"","d":"2024-05-12","t":""}]`), ['type-error 2 0'])
    })

  it('counts as empty, though the byte that marks its place is that of a value', () => {
    const rows = [...Array.from({ length: 20 }, (_, i) => `{"b":${i}}`), '1', '{"a":1,"b":20}', '{"a":1,"b":21}']
    const text = new TextEncoder().encode(`[${rows.join(',')}]`)
    const told = [...lint(openText(flatSource(text), { schema: 'none', json: 'one-value' }), { preset: 'complet' })]
    const [column] = told.flatMap(({ rule, facts }) => (rule === 'constant-column' ? [facts as object] : []))
    assert.equal(column, undefined)
  })

  it('is not taken for an empty text further down that the schema counts as one', () => {
    const field = { name: 't', type: 'string', constraints: { required: true, minLength: 1 } }
    const spelt = readSchema({ missingValues: ['NA'], fields: [{ name: 'n', type: 'integer' }, field] }, 'test').schema!
    const absent = Array.from({ length: 50 }, (_, n) => `{"n":${n}}`)
    const of = (records: readonly string[]) => found(`[${records.join()}]`, false, { onlySchema: true }, spelt)
    assert.equal(of([...absent, '{"n":50,"t":""}']).at(-1), 'min-length 51 1')
    assert.equal(of([...absent.map(record => record.replace('}', ',"t":""}')), '{"n":50}']).at(-1), 'required 51 1')
  })
})
