import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import schema from '../../schemas/vigie.schema.json'
import { presets, severities } from '../../server/engine/model/diagnostic'
import { rules } from '../../server/engine/rules'
import { oversightsOf } from '../../server/oversights'
import { settingsOf } from '../../server/settings'

const isValid = new Ajv({ strict: false }).compile(schema)
/** The same as editors read it. */
const built = JSON.parse(readFileSync('dist/vigie.schema.json', 'utf8'))
const isValidInEditors = new Ajv({ strict: false }).compile(built)
const accepted = { rule: 'enum', files: '**', reason: 'historique', author: 'A. Le Goff', until: '2027-01-31' }

describe('the schema of vigie.json', () => {
  for (const settings of [
    {},
    { preset: 'complet', rules: { enum: 'off' }, schemas: [{ files: 'a.csv', schema: 'none' }] },
    {
      overrides: [{ files: '**', preset: 'essentiel', rules: { enum: 'hint' }, columns: { prix: { outlier: 'off' } } }],
    },
    { accepted: [accepted, { ...accepted, column: 'prix', row: 3, value: '' }] },
    { rules: { outlierr: 'off' }, accepted: [{ ...accepted, rule: 'outlierr' }] },
    { smallCount: 10 },
    { smallCount: 1 },
    { smallCount: 7.5 },
    { preset: 'tout' },
    { rules: { enum: 'loud' } },
    { schemas: [{ files: 'a.csv' }] },
    { overrides: [{ rules: {} }] },
    { overrides: [{ files: '**', columns: { prix: 'off' } }] },
    { accepted: [{ ...accepted, until: '31/01/2027' }] },
    { accepted: [{ ...accepted, until: '2026-99-99' }] },
    { accepted: [{ ...accepted, row: 0 }] },
    { accepted: [{ ...accepted, author: undefined }] },
  ])
    it(`agrees with what is read: ${JSON.stringify(settings)}`, () => {
      const read = settingsOf(JSON.parse(JSON.stringify(settings)), '', 'vigie.json')
      assert.equal(isValid(JSON.parse(JSON.stringify(settings))), !('problem' in read))
      assert.equal(isValidInEditors(JSON.parse(JSON.stringify(settings))), !('problem' in read))
    })

  for (const page of ['README.md', 'README.fr.md'])
    it(`accepts the example of ${page}`, () => {
      const examples = [...readFileSync(page, 'utf8').matchAll(/```json\n(\{\n[^]*?)```/g)]
      // Another is for the clients of agents.
      const [settings, ...others] = examples.map(([, text]) => JSON.parse(text!)).filter(one => !('mcpServers' in one))
      assert.deepEqual(others, [])
      assert.ok(isValid(settings), JSON.stringify(isValid.errors))
      assert.ok(!('problem' in settingsOf(settings, '', page)))
    })

  it('names every rule with its title in editors, where a rule may stand', () => {
    const ids = rules.map(({ id }) => id).toSorted()
    assert.deepEqual(built.definitions.ruleId.enum, ids)
    assert.deepEqual(Object.keys(built.definitions.rules.properties), ids)
    assert.match(
      built.definitions.rules.properties['null-island'].description,
      /^Coordonnées 0, 0\. \/ Coordinates 0, 0\.$/,
    )
  })

  it('has the keys of which none is told to be unknown, at each of its levels', () => {
    const { properties } = schema
    const lists = (['schemas', 'overrides', 'accepted'] as const).map(list => ({
      keys: properties[list].items.properties,
      within: (one: object): object => ({ [list]: [one] }),
    }))
    for (const { keys, within } of [{ keys: properties, within: (one: object) => one }, ...lists]) {
      const known = Object.fromEntries(Object.keys(keys).map(key => [key, key === 'rule' ? 'enum' : null]))
      assert.equal(oversightsOf(within(known), 'vigie.json'), undefined)
      assert.match(oversightsOf(within({ ...known, other: null }), 'vigie.json')!.en, /the key “other”\.$/)
    }
  })

  it('names every preset and every severity', () => {
    assert.deepEqual(schema.definitions.preset.enum, presets)
    assert.deepEqual(schema.definitions.rules.additionalProperties.enum, [...severities, 'off'])
  })
})
