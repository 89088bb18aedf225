import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { catalogue } from '../../server/engine/schema/catalogue'
import type { SchemaDefect } from '../../server/engine/schema/defect'
import { readSchemaText } from '../../server/engine/schema/table-schema'

const originals = '../shared/schemas'

/** What decides whether a value is valid, and nothing that is told about it. */
const facts = [
  'name',
  'type',
  'format',
  'constraints',
  'trueValues',
  'falseValues',
  'missingValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'arrayItem',
]

describe('bundled schemas agree with the national ones', () => {
  for (const { id } of catalogue)
    it(id, () => {
      const ours = JSON.parse(readFileSync(`schemas/${id}.json`, 'utf8'))
      const theirs = JSON.parse(readFileSync(`${originals}/${id.replace('/', '-')}/schema.json`, 'utf8'))
      assert.deepEqual(ours.fields.map(factsOf), theirs.fields.map(factsOf))
      for (const key of ['custom_checks', 'missingValues', 'primaryKey']) assert.deepEqual(ours[key], theirs[key])
      // One version begins with a v.
      assert.equal(ours.version, theirs.version.replace(/^v/, ''))
      // The first names have no check of their own.
      assert.equal((ours.custom_checks ?? []).length > 0, id !== 'scdl/prenoms')
    })
})

describe('the public schemas', () => {
  const ids = readdirSync(originals)

  it('are all there', () => assert.equal(ids.length, 61))

  // Two are JSON Schemas; the others have fields that we read, all of them.
  for (const id of ids)
    it(`${id} loads`, () => {
      const text = readFileSync(`${originals}/${id}/schema.json`, 'utf8')
      const { schema, defects } = readSchemaText(text, id)
      const declared = JSON.parse(text).fields
      assert.equal(schema?.fields.length, declared?.length)
      if (!declared) assert.deepEqual(defects, [{ kind: 'no-fields', path: '' }])
    })

  it('have these defects, each where it stands', () => {
    const kinds = new Map<string, number>()
    for (const id of ids)
      for (const defect of readSchemaText(readFileSync(`${originals}/${id}/schema.json`, 'utf8'), id).defects) {
        const kind = said(defect)
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }
    assert.deepEqual(Object.fromEntries(kinds), {
      'misplaced-constraint enum': 26,
      'misplaced-constraint pattern': 2,
      'misspelt-key constraints': 13,
      'misspelt-key example': 3,
      'no-fields': 2,
    })
  })
})

/** What is said of a field that changes anything: `required: false` does not, nor the example of a list's item. */
function factsOf(field: Readonly<Record<string, unknown>>): unknown {
  const said = JSON.parse(
    JSON.stringify(
      facts.map(key => [key, field[key]]),
      (key, value) => (key === 'examples' || (key === 'required' && value === false) ? undefined : value),
    ),
  )
  return said.filter(([, value]: readonly unknown[]) => value !== null && JSON.stringify(value) !== '{}')
}

function said(defect: SchemaDefect): string {
  if (defect.kind === 'misplaced-constraint') return `${defect.kind} ${defect.constraint}`
  return defect.kind === 'misspelt-key' ? `${defect.kind} ${defect.meant}` : defect.kind
}
