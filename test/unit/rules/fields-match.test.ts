import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readSchema } from '../../../server/engine/schema/table-schema'

/** What is said of a header under a schema of the fields `id` (required), `name` and `town`, each as rule and severity. */
function check(match: string | undefined, header: string, expected: string): void {
  it(`${match ?? 'nothing said'}: ${header} gives ${expected || 'nothing'}`, () => {
    const fields = [{ name: 'id', constraints: { required: true } }, { name: 'name' }, { name: 'town' }]
    const { schema, defects } = readSchema({ fields, ...(match && { fieldsMatch: match }) }, 'test')
    assert.deepEqual(defects, [])
    const row = header.replaceAll(/\w+/g, '1')
    const bytes = new TextEncoder().encode(`${header}\n${row}\n`)
    const dataset = openDataset(bytes, { dialect: { delimiter: ',' }, schema: { schema: schema!, source: 'flag' } })
    const found = [...lint(dataset)].filter(({ rule }) => rule.endsWith('-label'))
    assert.equal(found.map(({ rule, severity }) => `${rule} ${severity}`).join(', '), expected)
  })
}

describe('fieldsMatch', () => {
  check(undefined, 'id,name,town', '')
  check(undefined, 'name,town', 'missing-label error')
  check(undefined, 'id,town', 'missing-label information')
  check(undefined, 'id,name,town,more', 'extra-label information')
  check(undefined, 'name,id,town', 'moved-label information')
  check('exact', 'id,name,town', '')
  check('exact', 'id,name', 'missing-label error')
  check('exact', 'id,name,town,more', 'extra-label error')
  check('exact', 'name,id,town', 'moved-label error')
  check('equal', 'name,id,town', '')
  check('equal', 'id,name', 'missing-label error')
  check('equal', 'id,name,town,more', 'extra-label error')
  check('subset', 'more,name,id,town', '')
  check('subset', 'id,name', 'missing-label error')
  check('superset', 'town,id', '')
  check('superset', 'town', 'missing-label error')
  check('superset', 'id,more', 'extra-label error')
  check('partial', 'more,id', '')
  check('partial', 'more,other', 'missing-label error')

  it('is told when nobody knows the word', () => {
    const { schema, defects } = readSchema({ fields: [{ name: 'a' }], fieldsMatch: 'exactly' }, 'test')
    assert.equal(schema!.fieldsMatch, undefined)
    assert.deepEqual(defects, [{ kind: 'unknown-match', path: '/fieldsMatch', match: 'exactly' }])
    assert.equal(readSchema({ fields: [{ name: 'a' }], fieldsMatch: ['subset'] }, 'test').schema!.fieldsMatch, 'subset')
  })
})
