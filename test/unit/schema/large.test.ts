import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readSchema, readSchemaText } from '../../../server/engine/schema/table-schema'

const COUNT = 10_000
const names = Array.from({ length: COUNT }, (_, i) => `field_${i}`)

/** The findings of a row of values under a schema given as text, each rule once with its count. */
function counts(text: string, labels: readonly string[], values: readonly string[]): Record<string, number> {
  const { schema } = readSchemaText(text, 'test')
  const bytes = new TextEncoder().encode(`${labels.join(',')}\n${values.join(',')}\n`)
  const dataset = openDataset(bytes, { dialect: { delimiter: ',' }, schema: { schema: schema!, source: 'flag' } })
  const found: Record<string, number> = {}
  for (const { rule } of lint(dataset, { onlySchema: true })) found[rule] = (found[rule] ?? 0) + 1
  return found
}

describe('a schema of ten thousand fields', function () {
  // Without the bounds that these hold, each takes minutes or more memory than there is.
  this.timeout(100_000)

  it('and of five megabytes is read', () => {
    const description = 'é'.repeat(200)
    const fields = names.map(name => ({ name, type: 'integer', description, constraints: { maximum: 5 } }))
    const text = JSON.stringify({ fields })
    assert.ok(new TextEncoder().encode(text).length > 4_500_000)
    assert.deepEqual(
      counts(
        text,
        names,
        Array.from({ length: COUNT }, (_, i) => (i === 7 ? '6' : '5')),
      ),
      { maximum: 1 },
    )
  })

  it('meets labels that are all misspelt, by case where letters would take too long', () => {
    const text = JSON.stringify({ fields: names.map(name => ({ name })) })
    const values = names.map(() => 'a')
    assert.deepEqual(
      counts(
        text,
        names.map(name => name.toUpperCase()),
        values,
      ),
      { 'misspelt-label': COUNT },
    )
    const others = counts(
      text,
      names.map(name => name.replace('l', 'll')),
      values,
    )
    assert.deepEqual(others, { 'missing-label': COUNT, 'extra-label': COUNT })
  })

  it('of which half refer to others is checked', () => {
    const keys = names.slice(0, COUNT / 2).map((name, i) => ({ fields: name, reference: { fields: names[i + 1] } }))
    const text = JSON.stringify({ fields: names.map(name => ({ name })), foreignKeys: keys })
    assert.deepEqual(
      counts(
        text,
        names,
        names.map((_, i) => (i === 3 ? 'b' : 'a')),
      ),
      { 'foreign-key': 2 },
    )
  })
})

describe('a list of ten thousand allowed values', () => {
  // Without the bounds that these hold, each takes minutes.
  const allowed = Array.from({ length: COUNT }, (_, i) => `rue ${i.toString(36)} du moulin`)

  it('is not gone through for each of the values that are not in it', () => {
    const { schema } = readSchema({ fields: [{ name: 'voie', constraints: { enum: allowed } }] }, 'test')
    const written = allowed.map(value => value.replace('moulin', 'mulin'))
    const dataset = openDataset(new TextEncoder().encode(`voie\n${written.join('\n')}\n`), {
      schema: { schema: schema!, source: 'flag' },
    })
    const found = [...lint(dataset, { onlySchema: true })]
    assert.equal(found.length, COUNT)
    assert.deepEqual(
      found.map(({ facts }) => (facts as { near: readonly string[] }).near[0]),
      allowed,
    )
  }).timeout(100_000)

  it('is not read again for each number that is spelt in another way', () => {
    const list = Array.from({ length: COUNT }, (_, i) => i)
    const { schema } = readSchema({ fields: [{ name: 'code', type: 'integer', constraints: { enum: list } }] }, 'test')
    const written = list.map(value => String(value).padStart(6, '0'))
    const dataset = openDataset(new TextEncoder().encode(`code\n${written.join('\n')}\n999999\n`), {
      schema: { schema: schema!, source: 'flag' },
    })
    assert.deepEqual(
      [...lint(dataset, { onlySchema: true })].map(({ rule, row }) => `${rule} ${row}`),
      [`enum ${COUNT + 1}`],
    )
  }).timeout(100_000)
})
