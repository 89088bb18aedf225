import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { readSchemaText } from '../../server/engine/schema/table-schema'
import { describeShared } from './cases'

const SCHEMAS = '../shared/schemas'

/** Examples that are not what their names say, and why: what is wrong with them is found all the same. */
const OTHERWISE: Readonly<Record<string, { readonly why: string; readonly errors: readonly string[] }>> = {
  'cnigfr-friches/annexes_schema__231020_v1.0.3_fichier-valide.csv': {
    why: 'it is of a version before urba_zaer became obligatory',
    errors: ['missing-label'],
  },
  'cnigfr-friches/annexes_schema__fichier-valide_240322.csv': {
    why: 'it is of a version before urba_zaer became obligatory',
    errors: ['missing-label'],
  },
  'cnigfr-sites-economiques-terrain-eco/schema__terrain-eco__exemple-valide.csv': {
    why: 'the ring of its polygon ends elsewhere than it began (RFC 7946, section 3.1.6)',
    errors: ['type-error'],
  },
  'openmaraude-stationstaxi/exemple-non-valide.csv': {
    why: 'all that is wrong with it is two columns too many, which we tell as information',
    errors: [],
  },
}

describeShared('example files of the public schemas', () => {
  const examples = readdirSync(SCHEMAS).flatMap(id => {
    const folder = `${SCHEMAS}/${id}/examples`
    return existsSync(folder) ? readdirSync(folder).map(name => ({ id, name, path: `${folder}/${name}` })) : []
  })

  it('are all there', () => assert.equal(examples.length, 27))

  it('have no exception that is not there', () => {
    const known = new Set(examples.map(({ id, name }) => `${id}/${name}`))
    assert.deepEqual(
      Object.keys(OTHERWISE).filter(example => !known.has(example)),
      [],
    )
  })

  for (const { id, name, path } of examples) {
    const exception = OTHERWISE[`${id}/${name}`]
    const isInvalid = /inv|non-valide/.test(name)
    const verdict = exception
      ? `gives ${exception.errors.join() || 'no error'}: ${exception.why}`
      : isInvalid
        ? 'gives errors'
        : 'gives none'
    it(`${id}/${name} ${verdict}`, () => {
      const { schema } = readSchemaText(readFileSync(`${SCHEMAS}/${id}/schema.json`, 'utf8'), id)
      const dataset = openDataset(readFileSync(path), { schema: { schema: schema!, source: 'flag' } })
      // What else is doubtful in them says nothing of the schema.
      const errors = [...lint(dataset, { onlySchema: true })].filter(({ severity }) => severity === 'error')
      const rules = [...new Set(errors.map(({ rule }) => rule))]
      if (exception) assert.deepEqual(rules, exception.errors)
      else if (isInvalid) assert.ok(rules.length > 0)
      else assert.deepEqual(rules, [])
    })
  }
})
