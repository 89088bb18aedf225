import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import type { Field } from '../../../server/engine/model/field'
import { bundledSchema, catalogue, schemasNaming } from '../../../server/engine/schema/catalogue'
import { readSchemaText } from '../../../server/engine/schema/table-schema'

describe('catalogue', () => {
  it('finds a schema by its id, and nothing by another', () => {
    assert.equal(bundledSchema('scdl/subventions')!.fields.length, 16)
    assert.equal(bundledSchema('scdl/subvention'), undefined)
  })

  it('finds it whatever the case, with or without the word schema', () => {
    for (const id of ['etalab/irve-statique', 'Etalab/Schema-IRVE-statique', 'etalab/schema-irve-statique'])
      assert.equal(bundledSchema(id)?.id, 'etalab/schema-irve-statique')
    assert.equal(bundledSchema('etalab/schema-dispositif-aide')?.id, 'etalab/dispositif-aide')
    const ids = catalogue.map(({ id }) => id)
    assert.deepEqual(
      ids.map(id => bundledSchema(id)?.id),
      ids,
    )
  })

  it('holds thirty schemas and more besides the common core', () =>
    assert.ok(catalogue.filter(({ id }) => !id.startsWith('scdl/')).length >= 30))

  it('calls a schema of our own by its name', () => {
    for (const { id, title } of catalogue)
      assert.deepEqual(
        [title.fr?.includes('(Vigie, non nationale)'), title.en?.includes('(Vigie, not national)')],
        [id.startsWith('vigie/'), id.startsWith('vigie/')],
      )
  })

  it('offers few schemas for a header, those that share most names with it first', () => {
    const [first, ...others] = schemasNaming(['ID', 'nom', 'Id_Station_Itinerance', 'nom-station', 'date', 'adresse'])
    assert.equal(first?.id, 'etalab/schema-irve-statique')
    assert.ok(others.length > 0 && others.length < 10)
    assert.deepEqual(schemasNaming(['a', 'b']), [])
  })

  for (const { id, version, title, schema } of catalogue)
    describe(id, () => {
      it('has no defect', () => {
        const { defects } = readSchemaText(readFileSync(`schemas/${id}.json`, 'utf8'), id)
        // The national schemas call Validata's checks by their first names.
        assert.deepEqual(
          defects.filter(({ kind }) => kind !== 'deprecated-check'),
          [],
        )
      })

      it('states its vintage', () => {
        assert.match(version, /^\d+\.\d+(?:\.\d+)?$/)
        assert.equal(schema.version, version)
      })

      it('speaks both languages, and French as it is printed', () => {
        const { description, 'description@en': english } = JSON.parse(readFileSync(`schemas/${id}.json`, 'utf8'))
        for (const text of [
          title,
          { fr: description, en: english },
          ...schema.fields.flatMap(field => [field.title, field.description]),
        ]) {
          assert.ok(text?.fr && text.en)
          assert.doesNotMatch(text.fr, /'|[^\u00A0\u202F][;:!?](?:\s|$)|«[^\u00A0]|[^\u00A0]»/)
          assert.doesNotMatch(text.en, /'|[\u00A0\u202F«]/)
        }
      })

      it('is recognised in a row of its examples, of which there is nothing to say', () => {
        const rows = [schema.fields.map(({ name }) => name), schema.fields.map(({ example }) => example!)]
        const dataset = openDataset(
          new TextEncoder().encode(rows.map(row => `${row.map(quoted).join(';')}\n`).join('')),
        )
        assert.equal(dataset.applied?.schema.id, id)
        assert.deepEqual([...lint(dataset, { preset: 'standard' })], [])
      })

      for (const field of schema.fields)
        it(`gives an example of ${field.name} that obeys it`, () => assert.deepEqual(faults(field, field.example!), []))
    })
})

function quoted(text: string): string {
  return /[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

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
