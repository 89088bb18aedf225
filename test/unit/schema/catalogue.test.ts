import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Field } from '../../../server/engine/model/field'
import { bundledSchema, catalogue } from '../../../server/engine/schema/catalogue'
import { readSchemaText } from '../../../server/engine/schema/table-schema'

describe('catalogue', () => {
  it('finds a schema by its id, and nothing by another', () => {
    assert.equal(bundledSchema('scdl/subventions')!.fields.length, 16)
    assert.equal(bundledSchema('scdl/subvention'), undefined)
  })

  for (const { id, version, title, schema } of catalogue)
    describe(id, () => {
      it('has no defect', () =>
        assert.deepEqual(readSchemaText(readFileSync(`schemas/${id}.json`, 'utf8'), id).defects, []))

      it('states its vintage', () => {
        assert.match(version, /^\d+\.\d+\.\d+$/)
        assert.equal(schema.version, version)
      })

      it('speaks both languages, and French as it is printed', () => {
        for (const text of [title, ...schema.fields.flatMap(field => [field.title, field.description])]) {
          assert.ok(text?.fr && text.en)
          assert.doesNotMatch(text.fr, /'|[^\u00A0\u202F][;:!?](?:\s|$)|«[^\u00A0]|[^\u00A0]»/)
          assert.doesNotMatch(text.en, /'|[\u00A0\u202F«]/)
        }
      })

      for (const field of schema.fields)
        it(`gives an example of ${field.name} that obeys it`, () => assert.deepEqual(faults(field, field.example!), []))
    })
})

function faults({ read, constraints }: Field, text: string): readonly string[] {
  const value = read(text)
  const { enum: values, pattern, minimum, maximum, minLength = 0, maxLength = Infinity } = constraints
  const isBelow = minimum !== undefined && !(value! >= read(minimum)!)
  const isAbove = maximum !== undefined && !(value! <= read(maximum)!)
  const length = [...text].length
  return [
    ...(value === undefined ? ['type'] : []),
    ...(values && !values.includes(text) ? ['enum'] : []),
    ...(pattern && !pattern.matches!(text) ? ['pattern'] : []),
    ...(isBelow || isAbove ? ['bounds'] : []),
    ...(length < minLength || length > maxLength ? ['length'] : []),
  ]
}
